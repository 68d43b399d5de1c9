import { type Annotation, UNCODED } from '../../model/annotation.ts';
import type { Kind } from '../../model/kind.ts';
import { compareSpans, normaliseSpan } from '../../text/span.ts';
import type { ReadAnnotation, ReadLink, ReadMapping, ReadResult, ReadUnit, SourceFiles } from '../format.ts';
import { lossCounter } from '../losses.ts';
import { kindOf, nameCounter } from '../mapping.ts';
import { namedBook } from '../named-book.ts';
import { readCodebook } from '../read-codebook.ts';
import { placeAll } from './countings.ts';
import { takeCues } from './cues.ts';
import { type AnnFile, parseAnn, type Remark } from './grammar.ts';
import { type AnnSource, type Pair, pairFiles } from './pairs.ts';
import { type BratBook, codingOf, isCoding } from './read-coding.ts';
import { createResolver, type Resolver, type Tally } from './resolve.ts';

interface Reading extends Tally {
  readonly coding: BratBook;
  readonly files: SourceFiles;
  readonly mapping: ReadMapping;
  readonly types: ReturnType<typeof nameCounter<Kind | null>>;
}

/** One coder's annotations of one text. */
interface Layer {
  readonly annotations: readonly ReadAnnotation[];
  readonly links: readonly ReadLink[];
}

/** A folder of brat standoff → one unit a text, with a layer for each of its annotation files. */
export function readBrat(files: SourceFiles, mapping: ReadMapping): ReadResult {
  const { records, columns } = readCodebook(files);
  // Their examples are annotations by ids that brat's files don't have.
  const book = namedBook({ ...records, codes: records.codes.map((code) => ({ ...code, examples: [] })) });
  const coding = { book, columns, variables: new Map(records.variables.map((variable) => [variable.id, variable])) };
  const reading: Reading = {
    files,
    mapping,
    coding,
    losses: lossCounter(),
    types: nameCounter(),
    roles: nameCounter(),
  };
  const units = pairFiles(files.list(), mapping).map((pair) => readPair(pair, reading));
  return {
    units,
    book: book.records(),
    losses: reading.losses.list(),
    types: reading.types.list().map(({ name, count, mapped }) => ({ name, count, kind: mapped })),
    roles: reading.roles.list().map(({ name, count, mapped }) => ({ name, count, role: mapped })),
  };
}

function readPair(pair: Pair, reading: Reading): ReadUnit {
  const text = reading.files.text(pair.text);
  const layers = pair.anns.map((source, index) => readLayer(source, pair.text, text, `${index + 1}.`, reading));
  const annotations = layers.flatMap((layer) => layer.annotations);
  return {
    article: { title: '', outlet: '', date: '', author: '', url: '', language: '', fileName: pair.text, text },
    annotations: annotations.sort((a, b) => compareSpans(a.fragments, b.fragments)),
    links: layers.flatMap((layer) => layer.links),
  };
}

function readLayer(source: AnnSource, textPath: string, text: string, prefix: string, reading: Reading): Layer {
  const { mapping, losses, types } = reading;
  const whole = parseAnn(source.path, reading.files.text(source.path));
  const { spans, counting, usual } = placeAll(whole, text, textPath);
  const { file, ofClaim: cues } = takeCues(whole, mapping);
  if (!usual)
    losses.add(`Files whose offsets count ${counting.name}`, 'The quoted words fit only so. Nothing of them is lost.');
  if (file.textbounds.size === 0 && source.coder !== '') {
    losses.add('Annotation files with nothing in them', 'That a coder found nothing in a text isn’t kept.');
  }
  for (const name of file.groups) losses.add(`Group “${name}”`, 'Parley has no groups of spans that mean the same.');

  const resolver = createResolver(file, mapping, reading);
  const remarks = remarksOf(file, resolver, reading);
  const annotations: ReadAnnotation[] = [];
  for (const { id, type } of file.textbounds.values()) {
    const kind = kindOf(type, mapping);
    types.add(type, kind);
    const fragments = normaliseSpan(spans.get(id) ?? []);
    if (!kind) losses.add(`Type “${type}”`, 'It is mapped to no kind of Parley’s.');
    else if (fragments.length === 0) losses.add('Spans that cover no text', 'There is nothing to tag.');
    else {
      const { attributes = {}, memo = '', references = [] } = remarks.get(id) ?? {};
      const cue = normaliseSpan((cues.get(id) ?? []).flatMap((one) => spans.get(one) ?? []));
      annotations.push({
        key: prefix + id,
        kind,
        coder: source.coder || mapping.coder,
        fragments,
        memo,
        ...UNCODED,
        ...codingOf(kind, attributes, references, reading.coding, losses),
        cue,
        createdAt: null,
      });
    }
  }
  const kept = new Set(annotations.map((annotation) => annotation.key));
  const links = resolver
    .links()
    .map(({ claim, role, target }) => ({ claim: prefix + claim, role, target: prefix + target }));
  return { annotations, links: links.filter(({ claim, target }) => kept.has(claim) && kept.has(target)) };
}

interface Said {
  readonly attributes: Readonly<Record<string, string | true>>;
  readonly memo: string;
  /** Its entity and codes. */
  readonly references: readonly Remark[];
}

/** What attributes, references and notes say of each kept annotation; what they say of others is counted. */
function remarksOf(file: AnnFile, { carriers, isLink }: Resolver, { losses }: Reading): ReadonlyMap<string, Said> {
  const values = new Map<string, Map<string, Annotation['attributes'][string]>>();
  const memos = new Map<string, string[]>();
  const codings = new Map<string, Remark[]>();
  const each = (remarks: readonly Remark[], what: string, tell: (id: string, remark: Remark) => void): void => {
    for (const remark of remarks) {
      const ids = carriers(remark.ref);
      if (ids.length === 0) losses.add(what, 'They are said of relations, or of types that are mapped to no kind.');
      for (const id of ids) tell(id, remark);
    }
  };
  const addValue = (id: string, { name, value }: Remark): void => {
    const known = values.get(id) ?? new Map<string, string | true>();
    known.set(name, joined(known.get(name), value.trim() || true));
    values.set(id, known);
  };
  const attributes = file.attributes.filter((attribute) => !isLink(attribute));
  each(attributes, 'Attributes of what isn’t kept', addValue);
  each(file.references, 'References of what isn’t kept', (id, remark) => {
    if (isCoding(remark)) codings.set(id, [...(codings.get(id) ?? []), remark]);
    else addValue(id, remark);
  });
  each(file.notes, 'Notes on what isn’t kept', (id, { value }) => {
    memos.set(id, [...(memos.get(id) ?? []), value]);
  });
  const glosses = file.references.filter((remark) => remark.gloss !== '' && !isCoding(remark)).length;
  losses.add('Names of references', 'A reference keeps its database and id.', glosses);

  const ids = new Set([...values.keys(), ...memos.keys(), ...codings.keys()]);
  return new Map(
    [...ids].map((id) => [
      id,
      {
        attributes: Object.fromEntries(values.get(id) ?? []),
        memo: (memos.get(id) ?? []).join('\n'),
        references: codings.get(id) ?? [],
      },
    ]),
  );
}

/** Two values of one attribute: both of them, unless they are the same or one is a bare mark. */
function joined(known: string | true | undefined, value: string | true): string | true {
  if (known === undefined || known === true || known === value) return value;
  return value === true ? known : `${known}; ${value}`;
}
