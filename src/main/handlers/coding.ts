import { ParleyError } from '../../shared/api/errors.ts';
import { type Annotation, type Coding, UNCODED } from '../../shared/model/annotation.ts';
import type { Kind } from '../../shared/model/kind.ts';
import { fitsVariable, type Variable, type VariableValue } from '../../shared/model/variable.ts';
import { isDay } from '../../shared/text/day.ts';
import { inQuotes } from '../../shared/text/quote.ts';
import { sameSpan, type Span } from '../../shared/text/span.ts';
import { codeTable } from '../db/codes.ts';
import { entityTable } from '../db/entities.ts';
import { variableTable } from '../db/variables.ts';
import type { Project } from './context.ts';
import { withArticle } from './labels.ts';
import type { Layer } from './layer.ts';

type Database = Project['db'];

/** What is asked to be coded anew; what isn't named stays. A null among the values takes that one out. */
export interface Recoding {
  readonly entityId?: string | null | undefined;
  readonly codes?: readonly string[] | undefined;
  readonly values?: Readonly<Record<string, VariableValue | null>> | undefined;
  readonly reporting?: Coding['reporting'] | undefined;
  readonly cue?: Span | undefined;
  readonly utteredOn?: string | undefined;
}

/** What a new annotation of a kind is coded with: the first values of the kind's variables. */
export function firstCoding(db: Database, kind: Kind): Coding {
  const values: Record<string, VariableValue> = {};
  for (const { id, initial, retired, ...variable } of variableTable(db).all()) {
    if (variable.kind === kind && initial !== null && !retired) values[id] = initial;
  }
  return Object.keys(values).length === 0 ? UNCODED : { ...UNCODED, values };
}

/**
 * An annotation coded anew; the same object when that changes nothing. Errors: `not-found`, `bad-input`, `bad-span`, in
 * the analyst's words.
 */
export function recoded(layer: Layer, before: Annotation, change: Recoding): Annotation {
  const { entityId, codes, values, reporting, cue, utteredOn } = change;
  const after: Annotation = {
    ...before,
    entityId: entityId === undefined ? before.entityId : checkedEntity(layer.db, before, entityId),
    codes: codes === undefined ? before.codes : checkedCodes(layer.db, before, codes),
    values: values === undefined ? before.values : checkedValues(layer.db, before, values),
    reporting: reporting === undefined ? before.reporting : onClaim(before, reporting, 'is quoted or reported'),
    cue: cue === undefined ? before.cue : checkedCue(layer, before, cue),
    utteredOn: utteredOn === undefined ? before.utteredOn : checkedDay(before, utteredOn),
  };
  return sameCoding(before, after) ? before : after;
}

/** Whether both are coded with the same. */
export function sameCoding(a: Coding, b: Coding): boolean {
  return (
    a.entityId === b.entityId &&
    a.codes.join('\n') === b.codes.join('\n') &&
    changedValues(a, b).length === 0 &&
    a.reporting === b.reporting &&
    sameSpan(a.cue, b.cue) &&
    a.utteredOn === b.utteredOn
  );
}

/** The ids of the variables whose value isn't the same in both. */
export function changedValues(a: Coding, b: Coding): string[] {
  const ids = new Set([...Object.keys(a.values), ...Object.keys(b.values)]);
  return [...ids].filter((id) => a.values[id] !== b.values[id]);
}

function checkedEntity(db: Database, { kind }: Annotation, entityId: string | null): string | null {
  if (entityId === null) return null;
  const entity = entityTable(db).get(entityId);
  if (!entity) {
    throw new ParleyError(
      'not-found',
      'This entity isn’t in the project.',
      'It may have been removed: choose another one.',
    );
  }
  if (entity.kind === kind) return entityId;
  const reason =
    kind === 'claim'
      ? `A claim doesn’t stand for ${inQuotes(entity.name)}.`
      : `${inQuotes(entity.name)} is ${withArticle(entity.kind)}, and this is tagged as ${kind}.`;
  const hint = kind === 'claim' ? 'Link it in one of the claim’s roles.' : `Choose ${withArticle(kind)}, or retype it.`;
  throw new ParleyError('bad-input', reason, hint);
}

function checkedCodes(db: Database, before: Annotation, codes: readonly string[]): readonly string[] {
  onClaim(before, codes.length > 0, 'has codes');
  const seen = new Set<string>();
  for (const id of codes) {
    const code = codeTable(db).get(id);
    if (!code) {
      throw new ParleyError(
        'not-found',
        'This code isn’t in the codebook.',
        'It may have been removed: choose another one.',
      );
    }
    if (seen.has(id)) {
      throw new ParleyError('bad-input', `The code ${inQuotes(code.name)} is named twice.`, 'Name it once.');
    }
    if (code.retired && !before.codes.includes(id)) {
      throw new ParleyError(
        'bad-input',
        `The code ${inQuotes(code.name)} is retired: it stays where it is, and isn’t given anew.`,
        'Choose another code, or take it up again in the codebook.',
      );
    }
    seen.add(id);
  }
  return codes;
}

function checkedValues(
  db: Database,
  before: Annotation,
  values: Readonly<Record<string, VariableValue | null>>,
): Annotation['values'] {
  const after: Record<string, VariableValue> = { ...before.values };
  for (const [id, value] of Object.entries(values)) {
    // An empty text says as little as none.
    if (value === null || value === '') {
      delete after[id];
      continue;
    }
    if (value === before.values[id]) continue;
    const variable = variableTable(db).get(id);
    if (!variable) {
      throw new ParleyError(
        'not-found',
        'This variable isn’t in the codebook.',
        'It may have been removed: choose another one.',
      );
    }
    refuseValue(variable, before.kind, value);
    after[id] = value;
  }
  return after;
}

function refuseValue(variable: Variable, kind: Kind, value: VariableValue): void {
  const name = inQuotes(variable.name);
  if (variable.kind !== kind) {
    throw new ParleyError(
      'bad-input',
      `${name} is recorded of ${variable.kind}s; this is ${withArticle(kind)}.`,
      `Select ${withArticle(variable.kind)}.`,
    );
  }
  if (variable.retired) {
    throw new ParleyError(
      'bad-input',
      `The variable ${name} is retired: what it has stays, and isn’t changed.`,
      'Take it up again in the codebook.',
    );
  }
  if (!fitsVariable(variable, value)) {
    throw new ParleyError('bad-input', `${name} can’t be ${inQuotes(String(value).slice(0, 60))}.`, fitting(variable));
  }
}

/** What a variable takes, as a hint. */
function fitting({ type, options }: Variable): string {
  switch (type) {
    case 'category':
      return `Choose one of ${options.slice(0, 12).join(', ')}${options.length > 12 ? ' …' : ''}.`;
    case 'boolean':
      return 'Choose yes or no.';
    case 'integer':
      return 'Give a whole number.';
    case 'date':
      return 'Give a day as 2031-03-14.';
    case 'short-text':
      return 'Give up to 500 characters on one line.';
    case 'long-text':
      return 'Give up to 20,000 characters.';
  }
}

function checkedCue(layer: Layer, before: Annotation, cue: Span): Span {
  onClaim(before, cue.length > 0, 'has a cue');
  return cue.length === 0 ? [] : layer.span(layer.article(before.articleId), cue);
}

function checkedDay(before: Annotation, day: string): string {
  onClaim(before, day, 'was made on a day');
  if (day === '' || isDay(day)) return day;
  throw new ParleyError('bad-input', `${inQuotes(day)} isn’t a day.`, 'Give it as year, month, day: 2031-03-14.');
}

/** The value, when the annotation is a claim or the value says nothing. */
function onClaim<T>(annotation: Annotation, value: T, does: string): T {
  if (annotation.kind === 'claim' || !value) return value;
  throw new ParleyError(
    'bad-input',
    `Only a claim ${does}; this is ${withArticle(annotation.kind)}.`,
    'Select a claim, or retype it as one.',
  );
}
