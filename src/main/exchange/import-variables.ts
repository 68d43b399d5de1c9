import { VARIABLE_MAX, type Variable } from '../../shared/model/variable.ts';
import { foldWords } from '../../shared/text/fold.ts';
import { oneLine } from '../../shared/text/shorten.ts';
import {
  freeName,
  keptName,
  type Maker,
  ownId,
  type Placed,
  placeCounter,
  type PlacedRecords,
  slotMap,
  times,
} from './import-placing.ts';

/** Variables of files laid over the project's: found by id, or else by name, when they are of one type. */
export function placeVariables(
  read: readonly Variable[],
  own: readonly Variable[],
  maker: Maker,
): PlacedRecords<Variable> & { readonly renamed: number } {
  const byId = new Map(own.map((variable) => [variable.id, variable]));
  const byName = new Map(own.map((variable) => [variableKey(variable.kind, variable.name), variable]));
  const places = placeCounter(own.map((variable) => [variable.kind, variable.position]));
  const taken = new Set(read.filter((one) => isAlike(byId.get(one.id), one)).map(({ id }) => id));
  const slots = slotMap<Variable>();
  const placed = new Map<string, Placed<Variable>>();
  let [made, differing, renamed] = [0, 0, 0];
  for (const given of read) {
    const variable = cleaned(given);
    const { kind } = variable;
    const namesake = byName.get(variableKey(kind, variable.name));
    const free = namesake && !taken.has(namesake.id) ? namesake : undefined;
    const known =
      [byId.get(variable.id), free].find((one) => isAlike(one, variable)) ?? (isNameAlone(variable) ? free : undefined);
    if (known) {
      if (variable.createdAt !== '' && !isSameVariable(known, variable)) differing++;
      placed.set(variable.id, slots(known, false));
      continue;
    }
    const name = freeName(variable.name, (one) => byName.has(variableKey(kind, one)));
    if (name !== variable.name) renamed++;
    const position = places(kind, variable.position);
    const record = { ...variable, ...times(variable, maker), id: ownId(variable.id, byId, maker), name, position };
    byId.set(record.id, record);
    byName.set(variableKey(kind, name), record);
    placed.set(variable.id, slots(record, true));
    made++;
  }
  return { placed, made, differing, renamed };
}

/** Whether two can hold the same values. */
function isAlike(one: Variable | undefined, { kind, type }: Variable): boolean {
  return one?.kind === kind && one.type === type;
}

/** Of one that files name without defining it the type is a guess from its first value: the project's own is better. */
function isNameAlone({ createdAt, definition, options, initial }: Variable): boolean {
  return createdAt === '' && definition === '' && options.length === 0 && initial === null;
}

function cleaned(variable: Variable): Variable {
  const { initial } = variable;
  return {
    ...variable,
    name: keptName(variable.name, 'variable', VARIABLE_MAX.name),
    options: variable.options.map(oneLine),
    initial: variable.type === 'category' && typeof initial === 'string' ? oneLine(initial) : initial,
  };
}

function isSameVariable(a: Variable, b: Variable): boolean {
  const same = (['name', 'definition', 'initial', 'required', 'retired'] as const).every(
    (field) => a[field] === b[field],
  );
  return same && a.options.join('\n') === b.options.join('\n');
}

function variableKey(kind: string, name: string): string {
  return `${kind} ${foldWords(name)}`;
}
