import { PATH_MARK } from '../../shared/codebook/tree.ts';
import { inTreeOrder } from '../../shared/formats/paths.ts';
import { CODE_MAX, type Code } from '../../shared/model/code.ts';
import { foldWords } from '../../shared/text/fold.ts';
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

/** Codes of files laid over the project's: found by id, or else by name under the same code. */
export function placeCodes(read: readonly Code[], own: readonly Code[], maker: Maker): PlacedRecords<Code> {
  const byId = new Map(own.map((code) => [code.id, code]));
  const byName = new Map(own.map((code) => [codeKey(code.parentId, code.name), code]));
  const places = placeCounter(own.map((code) => [code.parentId ?? '', code.position]));
  // What is found by its id isn't found by its name as something else.
  const taken = new Set(read.filter(({ id }) => byId.has(id)).map(({ id }) => id));
  const slots = slotMap<Code>();
  const placed = new Map<string, Placed<Code>>();
  let [made, differing] = [0, 0];
  for (const given of inTreeOrder(read)) {
    const code = { ...given, name: nameOf(given), colour: given.colour.toLowerCase() };
    const parentId = code.parentId === null ? null : (placed.get(code.parentId)?.record.id ?? null);
    const namesake = byName.get(codeKey(parentId, code.name));
    const known = byId.get(code.id) ?? (namesake && !taken.has(namesake.id) ? namesake : undefined);
    if (known) {
      if (code.createdAt !== '' && !isSameCode(known, { ...code, parentId })) differing++;
      placed.set(code.id, slots(known, false));
      continue;
    }
    const name = freeName(code.name, (one) => byName.has(codeKey(parentId, one)));
    if (name !== code.name) differing++;
    const position = places(parentId ?? '', code.position);
    const record = { ...code, ...times(code, maker), id: ownId(code.id, byId, maker), name, parentId, position };
    byId.set(record.id, record);
    byName.set(codeKey(parentId, name), record);
    placed.set(code.id, slots(record, true));
    made++;
  }
  return { placed, made, differing };
}

/** The sign that stands between the codes of a path can be in no name. */
function nameOf({ name }: Code): string {
  return keptName(name.replaceAll(PATH_MARK, '>'), 'code', CODE_MAX.name);
}

function isSameCode(a: Code, b: Code): boolean {
  return (['name', 'parentId', 'definition', 'colour', 'retired'] as const).every((field) => a[field] === b[field]);
}

function codeKey(parentId: string | null, name: string): string {
  return `${parentId ?? ''} ${foldWords(name)}`;
}
