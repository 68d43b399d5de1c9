import type { Change } from '../change/change.ts';
import type { Annotation } from '../model/annotation.ts';
import type { Kind } from '../model/kind.ts';
import { fitsVariable, type Variable, VARIABLE_MAX, type VariableType, type VariableValue } from '../model/variable.ts';
import { foldWords } from '../text/fold.ts';
import { inQuotes } from '../text/quote.ts';
import { oneLine } from '../text/shorten.ts';
import type { Some } from './code-plans.ts';
import { convertValue } from './convert.ts';
import { CodebookProblem } from './problem.ts';

/* Acts on the variables as change sets, as `code-plans` has those on the codes. */

/** A choice of a category as it is to be, and which choices it was before: renamed from one, joined from several, new from none. */
export interface OptionWanted {
  readonly name: string;
  readonly was: readonly string[];
}

/** What an analyst may write of a variable. */
export interface VariableFields {
  readonly name: string;
  readonly definition: string;
  readonly type: VariableType;
  readonly options: readonly OptionWanted[];
  readonly initial: VariableValue | null;
  readonly required: boolean;
}

/** A new variable, behind the others of its kind. */
export function planAddVariable(
  variables: readonly Variable[],
  wanted: VariableFields & { readonly id: string; readonly kind: Kind },
  now: string,
): Change[] {
  const variable = checked(variables, {
    id: wanted.id,
    kind: wanted.kind,
    name: wanted.name,
    definition: wanted.definition,
    type: wanted.type,
    options: wanted.type === 'category' ? wanted.options.map((option) => option.name) : [],
    initial: wanted.initial,
    required: wanted.required,
    position: nextPosition(variables, wanted.kind),
    retired: false,
    createdAt: now,
    updatedAt: now,
  });
  return [{ record: 'variable', id: variable.id, before: null, after: variable }];
}

/**
 * Other fields. Renamed and joined choices rename what is coded with them; a new type keeps the values that mean the same in
 * it. Values that can't be kept go.
 * @param valued annotations, all coders', that have a value of it.
 */
export function planUpdateVariable(
  variables: readonly Variable[],
  id: string,
  fields: Some<VariableFields>,
  valued: () => Iterable<Annotation>,
  now: string,
): Change[] {
  const before = need(variables, id);
  const { to, turned } = valueTurn(before, fields);
  const initial =
    fields.initial !== undefined ? fields.initial : before.initial === null ? null : (turned(before.initial) ?? null);
  const after = checked(variables, {
    ...before,
    ...to,
    name: fields.name ?? before.name,
    definition: fields.definition ?? before.definition,
    initial,
    required: fields.required ?? before.required,
  });
  const same =
    JSON.stringify({ ...after, options: [...after.options] }) ===
    JSON.stringify({ ...before, options: [...before.options] });
  // Choices can change places under names that stay: “for” is what “against” was, and the other way round.
  if (same && before.options.every((option) => turned(option) === option)) return [];
  const changes: Change[] = [{ record: 'variable', id, before, after: { ...after, updatedAt: now } }];
  const touchesValues = to.type !== before.type || (fields.options !== undefined && to.type === 'category');
  return touchesValues ? [...changes, ...revalue(valued(), id, turned, now)] : changes;
}

/** What a variable holds with these fields, and what becomes of each of its values: undefined for one that goes. */
export function valueTurn(before: Variable, fields: Some<VariableFields>) {
  const type = fields.type ?? before.type;
  const wanted = fields.options ?? before.options.map((name) => ({ name, was: [name] }));
  const renamed = new Map<string, string>();
  for (const option of wanted) for (const was of option.was) renamed.set(was, oneLine(option.name));
  const to = { type, options: type === 'category' ? wanted.map((option) => oneLine(option.name)) : [] };
  const turned = (value: VariableValue): VariableValue | undefined => {
    if (before.type === 'category' && type === 'category' && fields.options) return renamed.get(String(value));
    return convertValue(value, to);
  };
  return { to, turned };
}

/** A variable no longer offered, or offered again. Its values stay. */
export function planRetireVariable(
  variables: readonly Variable[],
  id: string,
  retired: boolean,
  now: string,
): Change[] {
  const before = need(variables, id);
  if (before.retired === retired) return [];
  return [{ record: 'variable', id, before, after: { ...before, retired, updatedAt: now } }];
}

/** A variable out of the codebook, with all its values. */
export function planRemoveVariable(
  variables: readonly Variable[],
  id: string,
  valued: () => Iterable<Annotation>,
  now: string,
): Change[] {
  const before = need(variables, id);
  return [{ record: 'variable', id, before, after: null }, ...revalue(valued(), id, () => undefined, now)];
}

/** The variables of a kind in another order; those that aren't named stand behind. */
export function planReorder(variables: readonly Variable[], kind: Kind, ids: readonly string[]): Change[] {
  const own = variables.filter((variable) => variable.kind === kind);
  const rank = (variable: Variable): number => {
    const at = ids.indexOf(variable.id);
    return at < 0 ? ids.length : at;
  };
  const unknown = ids.find((id) => !own.some((variable) => variable.id === id));
  if (unknown !== undefined) need([], unknown);
  return [...own]
    .sort((a, b) => rank(a) - rank(b) || a.position - b.position)
    .flatMap((before, position): Change[] =>
      before.position === position
        ? []
        : [{ record: 'variable', id: before.id, before, after: { ...before, position } }],
    );
}

function revalue(
  annotations: Iterable<Annotation>,
  variableId: string,
  turned: (value: VariableValue) => VariableValue | undefined,
  now: string,
): Change[] {
  const changes: Change[] = [];
  for (const before of annotations) {
    const value = before.values[variableId];
    if (value === undefined) continue;
    const next = turned(value);
    if (next === value) continue;
    const { [variableId]: _, ...others } = before.values;
    const values = next === undefined ? others : { ...before.values, [variableId]: next };
    changes.push({ record: 'annotation', id: before.id, before, after: { ...before, values, updatedAt: now } });
  }
  return changes;
}

/** A variable as it is kept. Throws for what none can be. */
export function checked(variables: readonly Variable[], typed: Variable): Variable {
  const name = oneLine(typed.name);
  if (name === '') throw new CodebookProblem('A variable needs a name.', 'Type one.');
  tooLong('This name', name, VARIABLE_MAX.name);
  tooLong('This definition', typed.definition, VARIABLE_MAX.definition);
  const twin = variables.find(
    (other) => other.id !== typed.id && other.kind === typed.kind && foldWords(other.name) === foldWords(name),
  );
  if (twin) {
    throw new CodebookProblem(
      `There is a variable ${inQuotes(twin.name)} of ${typed.kind}s already${twin.retired ? ', retired' : ''}.`,
      'Choose another name.',
    );
  }
  const options = typed.options.map(oneLine);
  if (typed.type === 'category') refuseOptions(name, options);
  const variable = { ...typed, name, options: typed.type === 'category' ? options : [] };
  const initial =
    typeof variable.initial === 'string' && variable.type === 'category' ? oneLine(variable.initial) : variable.initial;
  if (initial !== null && !fitsVariable(variable, initial)) {
    throw new CodebookProblem(
      `${inQuotes(String(initial))} can’t be what ${inQuotes(name)} begins with.`,
      variable.type === 'category' ? 'Choose one of its choices, or none.' : 'Choose another value, or none.',
    );
  }
  return { ...variable, initial };
}

function refuseOptions(name: string, options: readonly string[]): void {
  if (options.length === 0) {
    throw new CodebookProblem(`${inQuotes(name)} has no choices.`, 'Name at least one: one a line.');
  }
  if (options.length > VARIABLE_MAX.options) {
    throw new CodebookProblem(
      `${inQuotes(name)} has ${options.length} choices; a category may have ${VARIABLE_MAX.options}.`,
      'Make it a short text, or use codes.',
    );
  }
  const keys = new Set<string>();
  for (const option of options) {
    if (option === '') throw new CodebookProblem('A choice has no name.', 'Name it, or take it away.');
    tooLong(`The choice ${inQuotes(option.slice(0, 40))}`, option, VARIABLE_MAX.option);
    const key = foldWords(option);
    if (keys.has(key)) {
      throw new CodebookProblem(`The choice ${inQuotes(option)} is there twice.`, 'Take one of them away.');
    }
    keys.add(key);
  }
}

function tooLong(what: string, words: string, most: number): void {
  if (words.length <= most) return;
  throw new CodebookProblem(`${what} has ${words.length} characters; it may have ${most}.`, 'Shorten it.');
}

function nextPosition(variables: readonly Variable[], kind: Kind): number {
  return Math.max(-1, ...variables.filter((one) => one.kind === kind).map((one) => one.position)) + 1;
}

function need(variables: readonly Variable[], id: string): Variable {
  const variable = variables.find((one) => one.id === id);
  if (variable) return variable;
  throw new CodebookProblem(
    'This variable isn’t in the codebook.',
    'It may have been removed: look at the codebook as it is now.',
  );
}
