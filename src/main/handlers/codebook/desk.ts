import type { Applied } from '../../../shared/api/applied.ts';
import { ParleyError } from '../../../shared/api/errors.ts';
import type { CodebookEffect } from '../../../shared/api/methods/codebook.ts';
import type { Change } from '../../../shared/change/change.ts';
import { valueWords } from '../../../shared/codebook/convert.ts';
import { describeChange } from '../../../shared/codebook/describe.ts';
import { effectOf } from '../../../shared/codebook/effect.ts';
import { CodebookProblem } from '../../../shared/codebook/problem.ts';
import type { Coded } from '../../../shared/codebook/recode.ts';
import { CodeTree } from '../../../shared/codebook/tree.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Code } from '../../../shared/model/code.ts';
import type { Variable } from '../../../shared/model/variable.ts';
import { counted } from '../../../shared/text/counted.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { annotationTable } from '../../db/annotations.ts';
import { codeTable } from '../../db/codes.ts';
import { variableTable } from '../../db/variables.ts';
import type { Context } from '../context.ts';
import { shown } from '../labels.ts';
import { Layer } from '../layer.ts';

/** Lines of an effect that are sent: enough to judge by. */
const MOST_LINES = 50;

/** An act worked out but not yet done. */
export interface Plan {
  readonly changes: readonly Change[];
  /** Whether a claim with fewer codes than before has lost something. */
  readonly codesGo?: boolean;
}

/** What every act on the codebook begins with, and how it is done: it belongs to nobody's layer. */
export class CodebookDesk {
  readonly #context: Context;
  readonly tree: CodeTree;
  readonly variables: readonly Variable[];
  readonly now: string;

  constructor(context: Context) {
    this.#context = context;
    this.tree = new CodeTree(codeTable(this.db).all());
    this.variables = variableTable(this.db).all();
    this.now = context.now();
  }

  get db() {
    return this.#context.session.need().db;
  }

  newId(): string {
    return this.#context.newId();
  }

  readonly coded: Coded = (codeIds) => annotationTable(this.db).withCodes(codeIds);

  valued(variableId: string): () => readonly Annotation[] {
    return () => annotationTable(this.db).withValue(variableId);
  }

  /** Errors: `not-found`. */
  code(id: string): Code {
    const code = this.tree.get(id);
    if (code) return code;
    throw gone('code');
  }

  /** Errors: `not-found`. */
  variable(id: string): Variable {
    const variable = this.variables.find((one) => one.id === id);
    if (variable) return variable;
    throw gone('variable');
  }

  /** A code as labels name it: `“Talks › Mediation”`. */
  path(id: string): string {
    return inQuotes(shown(this.tree.path(id), 60));
  }

  /** `the code “Talks”`, `3 codes`. */
  these(ids: readonly string[]): string {
    const [only, ...others] = ids;
    return only !== undefined && others.length === 0 ? `the code ${this.path(only)}` : counted(ids.length, 'code');
  }

  effect({ changes, codesGo = false }: Plan): CodebookEffect {
    const effect = effectOf(changes, this.#context.user.coder().id, codesGo);
    const nameOf = namesIn(changes, this.tree);
    const lines = changes.flatMap((change) => describeChange(change, nameOf));
    return { ...effect, lines: lines.slice(0, MOST_LINES), lost: lostValues(changes) };
  }

  /** The same with what is coded counted, not read: of each coder how many change. */
  counted(
    plan: Plan,
    byCoder: ReadonlyMap<string, number>,
    losing: number,
    lost: CodebookEffect['lost'],
  ): CodebookEffect {
    const own = this.#context.user.coder().id;
    const others = [...byCoder].filter(([id]) => id !== own);
    return {
      ...this.effect(plan),
      annotations: sum(byCoder),
      others: sum(others),
      otherCoders: others.length,
      losing,
      lost,
    };
  }

  /** Throws `conflict` when the plan loses another number than the analyst was told. */
  refuseOtherLoss(plan: Plan, losing: number): void {
    const effect = this.effect(plan);
    if (effect.losing === losing) return;
    throw new ParleyError(
      'conflict',
      `This would take ${effect.losing === 0 ? 'nothing' : `what was coded from ${counted(effect.losing, 'annotation')}`}, and ${losing === 0 ? 'none' : losing} ${losing === 1 ? 'was' : 'were'} spoken of.`,
      'Look at what would be lost, then do it again.',
    );
  }

  /** Does it, as one act. The label says how much of it lies with others; so does the notice. */
  commit(label: string, plan: Plan): Applied {
    const project = this.#context.session.need();
    if (plan.changes.length === 0) return project.commit('', []);
    const effect = this.effect(plan);
    const { annotations, others, losing } = effect;
    // Nobody has to be named to have a codebook: the log says who it was as soon as they are.
    const known = this.#context.user.coder().name === '' ? [] : new Layer(this.#context).joining();
    const changes = [...known, ...plan.changes];
    const size =
      annotations === 0 ? '' : ` (${counted(annotations, 'annotation')}${others === 0 ? '' : `, ${byOthers(effect)}`})`;
    const notice =
      annotations === 0
        ? ''
        : `${counted(annotations, 'annotation')} changed with it${others === 0 ? '' : `, ${byOthers(effect)}`}${losing === 0 ? '' : `; ${losing} lost what was coded`}.`;
    return project.commit(`${label}${size}`, changes, { notice });
  }
}

/** Runs work of the codebook's core: what it refuses becomes an error that crosses the contract. */
export function planned<T>(work: () => T, code: 'bad-input' | 'bad-format' = 'bad-input'): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof CodebookProblem) throw new ParleyError(code, error.message, error.hint, { cause: error });
    throw error;
  }
}

/** The name of a code, among those that there are and those that the changes speak of. */
export function namesIn(changes: readonly Change[], tree: CodeTree): (id: string) => string {
  const spoken = new Map<string, string>();
  for (const change of changes) {
    if (change.record === 'code') spoken.set(change.id, (change.before ?? change.after)?.name ?? '');
  }
  return (id) => spoken.get(id) ?? tree.get(id)?.name ?? '';
}

function sum(counts: Iterable<readonly [string, number]>): number {
  return [...counts].reduce((all, [, count]) => all + count, 0);
}

function byOthers({ others, otherCoders }: CodebookEffect): string {
  return `${others.toLocaleString('en')} by ${otherCoders === 1 ? 'another coder' : `${otherCoders} other coders`}`;
}

function gone(what: string): ParleyError {
  return new ParleyError(
    'not-found',
    `This ${what} isn’t in the codebook.`,
    'It may have been removed: look at the codebook as it is now.',
  );
}

/** Values that go, the most frequent first, at most ten. */
function lostValues(changes: readonly Change[]): CodebookEffect['lost'] {
  const counts = new Map<string, number>();
  for (const change of changes) {
    if (change.record !== 'annotation' || !change.before || !change.after) continue;
    for (const [id, value] of Object.entries(change.before.values)) {
      if (id in change.after.values) continue;
      const words = shown(valueWords(value), 60);
      counts.set(words, (counts.get(words) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 10);
}
