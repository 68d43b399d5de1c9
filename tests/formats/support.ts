import { createHash } from 'node:crypto';
import type {
  ArticleUnit,
  Corpus,
  Format,
  FormatOptions,
  ReadMapping,
  ReadUnit,
  SourceFiles,
} from '../../src/shared/formats/format.ts';
import { FormatError } from '../../src/shared/formats/format.ts';
import { type BookRecords, EMPTY_RECORDS } from '../../src/shared/formats/book.ts';
import { type Annotation, type Coding, UNCODED } from '../../src/shared/model/annotation.ts';
import type { Article } from '../../src/shared/model/article.ts';
import type { Coder } from '../../src/shared/model/coder.ts';
import type { Kind } from '../../src/shared/model/kind.ts';
import type { Link } from '../../src/shared/model/link.ts';
import type { Role } from '../../src/shared/model/role.ts';
import { compareSpans, type Fragment } from '../../src/shared/text/span.ts';

export const NO_MAPPING: ReadMapping = { kinds: {}, roles: {}, coder: 'Reader', coderFrom: 'none' };

/** Files as they would lie on disk. */
export type Disk = Map<string, Buffer>;

export function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Runs a format's writer to the end. Fails when a piece follows the sealing of its file. */
export function writeAll(format: Format, corpus: Corpus, options: FormatOptions = {}): Disk {
  const texts = new Map<string, string>();
  const sealed = new Set<string>();
  const seal = (path: string) => {
    sealed.add(path);
    const bytes = Buffer.from(texts.get(path) ?? '', 'utf8');
    return { sha256: sha256(bytes), bytes: bytes.length };
  };
  for (const piece of format.write?.(corpus, options, { seal }) ?? []) {
    if (sealed.has(piece.path)) throw new Error(`${piece.path} was written on after it was sealed`);
    texts.set(piece.path, (texts.get(piece.path) ?? '') + piece.text);
  }
  return new Map([...texts].map(([path, text]) => [path, Buffer.from(text, 'utf8')]));
}

/** The files as a reader gets them. */
export function sources(disk: ReadonlyMap<string, Buffer | string>, format?: Format): SourceFiles {
  const bytesOf = (path: string): Buffer => {
    const content = disk.get(path);
    if (content === undefined) throw new FormatError(`${path} is not there.`, '');
    return Buffer.from(content);
  };
  const mine = (path: string): boolean => !format || format.extensions.some((end) => path.toLowerCase().endsWith(end));
  return {
    list: () => [...disk.keys()].filter(mine).sort(),
    text: (path) => new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(path)),
    companion: (path) => (disk.has(path) ? new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(path)) : null),
    digest: (path) => ({ sha256: sha256(bytesOf(path)), bytes: bytesOf(path).length }),
  };
}

export function files(content: Readonly<Record<string, string>>): SourceFiles {
  return sources(new Map(Object.entries(content)));
}

export interface AnnotationDraft extends Partial<Coding> {
  readonly kind: Kind;
  readonly fragments: readonly Fragment[];
  readonly coder?: number;
  readonly memo?: string;
  readonly attributes?: Annotation['attributes'];
}

/** By the places of claim and filler among the annotations; an entity as a filler by its id. */
export interface LinkDraft {
  readonly claim: number;
  readonly role: Role;
  readonly target: number | string;
}

export interface UnitDraft {
  readonly text: string;
  readonly fields?: Partial<Article>;
  readonly annotations?: readonly AnnotationDraft[];
  readonly links?: readonly LinkDraft[];
}

/** A corpus of drafts, with ids and times that are always the same. */
export function makeCorpus(
  drafts: readonly UnitDraft[],
  coderNames: readonly string[] = ['Ana'],
  book: BookRecords = EMPTY_RECORDS,
): Corpus {
  const coders: Coder[] = coderNames.map((name, i) => ({
    id: `c${i + 1}`,
    name,
    createdAt: '2031-01-01T08:00:00.000Z',
  }));
  const units = drafts.map((draft, i) => makeUnit(draft, `a${i + 1}`));
  const coded = new Map<string, number>();
  for (const { coderId } of units.flatMap((unit) => unit.annotations))
    coded.set(coderId, (coded.get(coderId) ?? 0) + 1);
  return {
    project: { id: 'p1', name: 'Harbour talks' },
    coders,
    exportedAt: '2031-05-01T12:00:00.000Z',
    ...book,
    coded,
    verdicts: 0,
    articles: () => units.map((unit) => unit.article),
    units: () => units,
  };
}

function makeUnit(draft: UnitDraft, id: string): ArticleUnit {
  const { text, fields = {}, annotations = [], links = [] } = draft;
  const article: Article = {
    id,
    textHash: sha256(text),
    title: '',
    outlet: '',
    date: '',
    author: '',
    url: '',
    language: '',
    status: 'new',
    fileName: '',
    length: text.length,
    words: text.split(/\s+/).filter(Boolean).length,
    addedAt: '2031-02-03T04:05:06.789Z',
    ...fields,
  };
  const made = annotations.map(
    (annotation, i): Annotation => ({
      id: `${id}s${i + 1}`,
      articleId: id,
      kind: annotation.kind,
      coderId: `c${(annotation.coder ?? 0) + 1}`,
      fragments: annotation.fragments,
      memo: annotation.memo ?? '',
      attributes: annotation.attributes ?? {},
      ...UNCODED,
      ...codingOf(annotation),
      createdAt: `2031-03-04T05:06:${String(i % 60).padStart(2, '0')}.000Z`,
      updatedAt: `2031-03-05T05:06:${String(i % 60).padStart(2, '0')}.000Z`,
    }),
  );
  const places = new Map<string, number>();
  const linked = links.map(({ claim, role, target }, i): Link => {
    const position = places.get(`${claim} ${role}`) ?? 0;
    places.set(`${claim} ${role}`, position + 1);
    const claimId = `${id}s${claim + 1}`;
    return {
      id: `${id}l${i + 1}`,
      articleId: id,
      claimId,
      role,
      targetIs: typeof target === 'number' ? 'annotation' : 'entity',
      targetId: typeof target === 'number' ? `${id}s${target + 1}` : target,
      position,
    };
  });
  return { article, text, annotations: made.toSorted((a, b) => compareSpans(a.fragments, b.fragments)), links: linked };
}

function codingOf({
  kind: _k,
  fragments: _f,
  coder: _c,
  memo: _m,
  attributes: _a,
  ...coding
}: AnnotationDraft): Partial<Coding> {
  return coding;
}

/** The fragment of some words in a text. */
export function words(text: string, quote: string, from = 0): Fragment {
  const start = text.indexOf(quote, from);
  if (start < 0) throw new Error(`“${quote}” isn’t in the text`);
  return { start, end: start + quote.length };
}

/** A read unit with its links by words, to be compared whatever its keys are. */
export function shape(unit: ReadUnit): object {
  const of = new Map(unit.annotations.map((a) => [a.key, `${a.kind} ${a.coder} ${JSON.stringify(a.fragments)}`]));
  return {
    article: unit.article,
    annotations: unit.annotations.map((annotation) => ({ ...annotation, key: '' })),
    links: unit.links
      .map(({ claim, role, target, targetIs }) => `${of.get(claim)} –${role}→ ${targetIs ? target : of.get(target)}`)
      .sort(),
  };
}
