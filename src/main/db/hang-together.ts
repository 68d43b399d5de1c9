import type { Database } from 'better-sqlite3';
import type { Change } from '../../shared/change/change.ts';
import type { Code } from '../../shared/model/code.ts';
import { fitsVariable, type Variable, type VariableValue } from '../../shared/model/variable.ts';
import { foldWords } from '../../shared/text/fold.ts';
import { annotationTable, VALUE_KEY } from './annotations.ts';
import { codeTable } from './codes.ts';
import { entityTable } from './entities.ts';
import { variableTable } from './variables.ts';

/**
 * Whether what all coders share still hangs together after changes that were worked out for another state: an act that is
 * taken back or done again when somebody else has acted since. References to what is gone are the file's own business; here
 * is what its keys don't tell: circles, two of one name, values that their variable can't have.
 */
export class HangTogether {
  readonly #codes = new Set<string>();
  readonly #variables = new Set<string>();
  readonly #entities = new Set<string>();

  /** Takes note of a change that was written. */
  add({ record, id, before, after }: Change): void {
    if (record === 'code') {
      if (after && !(before?.parentId === after.parentId && before.name === after.name)) this.#codes.add(id);
    } else if (record === 'entity') {
      if (after && before?.parentId !== after.parentId) this.#entities.add(id);
    } else if (record === 'variable') {
      if (!(before && after && before.name === after.name && sameValues(before, after))) this.#variables.add(id);
    }
  }

  /** Looks at what was noted, as it stands now. */
  holds(db: Database): boolean {
    return this.#codesHold(db) && this.#variablesHold(db) && this.#entitiesHold(db);
  }

  #codesHold(db: Database): boolean {
    if (this.#codes.size === 0) return true;
    const all = codeTable(db).all();
    const byId = new Map(all.map((code) => [code.id, code]));
    const names = counts(all.map(codePlace));
    return [...this.#codes].every((id) => {
      const code = byId.get(id);
      return !code || (names.get(codePlace(code)) === 1 && !isInCircle(id, (one) => byId.get(one)));
    });
  }

  #variablesHold(db: Database): boolean {
    if (this.#variables.size === 0) return true;
    const all = variableTable(db).all();
    const names = counts(all.map(variablePlace));
    return [...this.#variables].every((id) => {
      const variable = all.find((one) => one.id === id) ?? null;
      return (variable === null || names.get(variablePlace(variable)) === 1) && valuesFit(db, id, variable);
    });
  }

  #entitiesHold(db: Database): boolean {
    return [...this.#entities].every((id) => !isInCircle(id, (one) => entityTable(db).get(one)));
  }
}

/** Where a code is the only one of its name. */
function codePlace({ parentId, name }: Code): string {
  return `${parentId ?? ''} ${foldWords(name)}`;
}

/** Where a variable is the only one of its name. */
function variablePlace({ kind, name }: Variable): string {
  return `${kind} ${foldWords(name)}`;
}

/** Whether both can have the same values. */
function sameValues(a: Variable, b: Variable): boolean {
  return a.type === b.type && a.options.join('\n') === b.options.join('\n');
}

/** Whether a variable can have every value that is coded of it; of one that is gone there can be none. */
function valuesFit(db: Database, id: string, variable: Variable | null): boolean {
  const keys = [...variableTable(db).valueCounts(id).keys()];
  if (variable === null) return keys.length === 0;
  const short = keys.filter((key) => key.length < VALUE_KEY);
  if (!short.every((key) => fitsVariable(variable, JSON.parse(key) as VariableValue))) return false;
  // Of a longer one the key is the beginning alone.
  if (short.length === keys.length || variable.type === 'long-text') return true;
  const values = annotationTable(db)
    .withValue(id)
    .map((annotation) => annotation.values[id]);
  return values.every((value) => value === undefined || fitsVariable(variable, value));
}

interface Placed {
  readonly parentId: string | null;
}

/** Whether one stands above itself, or leads up to a circle. */
export function isInCircle(id: string, get: (id: string) => Placed | null | undefined): boolean {
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null; at = get(at)?.parentId ?? null) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

function counts(keys: readonly string[]): ReadonlyMap<string, number> {
  const out = new Map<string, number>();
  for (const key of keys) out.set(key, (out.get(key) ?? 0) + 1);
  return out;
}
