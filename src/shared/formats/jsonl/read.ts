import { type Coding, UNCODED } from '../../model/annotation.ts';
import type { Kind } from '../../model/kind.ts';
import type { Role } from '../../model/role.ts';
import { OffsetError, type OffsetIndex, offsetIndex } from '../../text/offsets.ts';
import { type Fragment, type Span, spanProblem } from '../../text/span.ts';
import { firstIssue } from '../checks.ts';
import {
  FormatError,
  type ReadAnnotation,
  type ReadMapping,
  type ReadResult,
  type ReadUnit,
  type SourceFiles,
} from '../format.ts';
import { lossCounter, type LossCounter } from '../losses.ts';
import { kindOf, type NameCounter, nameCounter } from '../mapping.ts';
import { type NamedBook, namedBook } from '../named-book.ts';
import { readCodebook } from '../read-codebook.ts';
import { CLAIM_FIELDS, type FragmentInLine, HINT, Line, LINE_FIELDS, SPAN_FIELDS } from './line.ts';
import { claimCoding, joinedCoding, spanCoding } from './read-coding.ts';
import { readLinks } from './read-links.ts';

interface Reading {
  readonly mapping: ReadMapping;
  readonly book: NamedBook;
  readonly losses: LossCounter;
  readonly types: NameCounter<Kind | null>;
  readonly roles: NameCounter<Role | null>;
}

/** Lines that Parley wrote, or that another program made alike. */
export function readLines(files: SourceFiles, mapping: ReadMapping): ReadResult {
  const book = namedBook(readCodebook(files).records);
  const reading: Reading = { mapping, book, losses: lossCounter(), types: nameCounter(), roles: nameCounter() };
  const units: ReadUnit[] = [];
  for (const path of files.list()) {
    let number = 0;
    for (const line of linesOf(files.text(path))) {
      number++;
      if (line.trim() !== '') units.push(readLine(line, `${path}, line ${number}`, reading));
    }
  }
  return {
    units,
    book: book.records(),
    losses: reading.losses.list(),
    types: reading.types.list().map(({ name, count, mapped }) => ({ name, count, kind: mapped })),
    roles: reading.roles.list().map(({ name, count, mapped }) => ({ name, count, role: mapped })),
  };
}

function* linesOf(text: string): Iterable<string> {
  let from = 0;
  while (from < text.length) {
    const end = text.indexOf('\n', from);
    yield text.slice(from, end < 0 ? text.length : end);
    from = end < 0 ? text.length : end + 1;
  }
}

function readLine(json: string, where: string, reading: Reading): ReadUnit {
  const value = parseJson(json, where);
  const parsed = Line.safeParse(value);
  if (!parsed.success) throw new FormatError(`${where}: ${firstIssue(parsed.error)}.`, HINT);
  countUnknown(value, reading.losses);
  const line = parsed.data;
  const annotations = readSpans(line, where, reading);
  const { id, title, outlet, date, author, url, language, text, file_name: fileName, status, added_at: addedAt } = line;
  return {
    article: {
      ...(id !== undefined && { id }),
      title,
      outlet,
      date,
      author,
      url,
      language,
      text,
      fileName,
      ...(status !== undefined && { status }),
      ...(addedAt !== undefined && { addedAt }),
    },
    annotations,
    links: readLinks(line, annotations, where, reading),
  };
}

function parseJson(json: string, where: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new FormatError(`${where} isn’t JSON: ${error instanceof Error ? error.message : String(error)}.`, HINT);
  }
}

function readSpans(line: Line, where: string, reading: Reading): ReadAnnotation[] {
  const { mapping, types, losses } = reading;
  const offsets = offsetIndex(line.text);
  const coded = readClaims(line, offsets, where, reading);
  const keys = new Set<string>();
  const annotations: ReadAnnotation[] = [];
  for (const span of line.spans) {
    if (keys.has(span.id)) throw new FormatError(`${where}: two spans have the id “${span.id}”.`, HINT);
    keys.add(span.id);
    const kind = kindOf(span.kind, mapping);
    types.add(span.kind, kind);
    const fragments = placeSpan(`span “${span.id}”`, span.fragments, line.text, offsets, where);
    if (!kind) {
      losses.add(`Kind “${span.kind}”`, 'It is mapped to no kind of Parley’s.');
      continue;
    }
    const { values, ...own } = kind === 'claim' ? (coded.get(span.id) ?? UNCODED) : UNCODED;
    const spanOwn = spanCoding(kind, span, reading);
    const { id: key, memo, attributes, created_at: createdAt = null, updated_at: updatedAt = null } = span;
    annotations.push({
      key,
      kind,
      coder: span.coder || mapping.coder,
      fragments,
      memo,
      attributes,
      ...UNCODED,
      ...own,
      ...spanOwn,
      values: { ...spanOwn.values, ...values },
      createdAt,
      updatedAt,
    });
  }
  const claims = new Set(annotations.filter(({ kind }) => kind === 'claim').map(({ key }) => key));
  for (const [span, coding] of coded) {
    if (!claims.has(span) && saysSomething(coding))
      losses.add('Coding of what isn’t a claim', 'Its span isn’t kept, or is mapped to another kind.');
  }
  return annotations;
}

function saysSomething({ codes, values, reporting, cue, utteredOn }: Claimed): boolean {
  const said = codes.length + Object.keys(values).length + cue.length;
  return said > 0 || reporting !== '' || utteredOn !== '';
}

/** What each claim is coded with, by the id of its span. */
function readClaims(line: Line, offsets: OffsetIndex, where: string, reading: Reading): ReadonlyMap<string, Claimed> {
  const coded = new Map<string, Claimed>();
  for (const claim of line.claims) {
    const what = `the cue of the claim “${claim.span}”`;
    const cue = claim.cue.length === 0 ? [] : placeSpan(what, claim.cue, line.text, offsets, where);
    const own = claimCoding(claim, cue, reading);
    const first = coded.get(claim.span);
    if (first) reading.losses.add('Further claims on the same span', 'A span has one record: theirs are joined in it.');
    coded.set(claim.span, first ? joinedCoding(first, own) : own);
  }
  return coded;
}

type Claimed = Omit<Coding, 'entityId'>;

/** @param what as it stands in a message: `span “s1”`. */
function placeSpan(
  what: string,
  pieces: readonly FragmentInLine[],
  text: string,
  offsets: OffsetIndex,
  where: string,
): Span {
  const wrong = (message: string): FormatError => new FormatError(`${where}: ${what} ${message}`, HINT);
  const fragments = pieces.map((fragment) => {
    const place = placeFragment(fragment, offsets, wrong);
    const words = text.slice(place.start, place.end);
    if (words !== fragment.text) {
      throw wrong(`says “${fragment.text}”, but at ${place.start}–${place.end} (UTF-16) the text has “${words}”.`);
    }
    return place;
  });
  const problem = spanProblem(text, fragments);
  if (problem !== null) throw wrong(`can’t be placed: ${problem}.`);
  return fragments;
}

function placeFragment(
  fragment: FragmentInLine,
  offsets: OffsetIndex,
  wrong: (message: string) => FormatError,
): Fragment {
  const { start_utf16: start, end_utf16: end, start_codepoint: startPoint, end_codepoint: endPoint } = fragment;
  const inUnits = start !== undefined && end !== undefined ? { start, end } : null;
  try {
    if (startPoint !== undefined && endPoint !== undefined) {
      const place = { start: offsets.toUtf16(startPoint), end: offsets.toUtf16(endPoint) };
      if (inUnits && (inUnits.start !== place.start || inUnits.end !== place.end)) {
        throw wrong('has offsets in UTF-16 and in code points that lead to different places.');
      }
      return place;
    }
  } catch (error) {
    if (error instanceof OffsetError) throw wrong(`can’t be placed: ${error.message}.`);
    throw error;
  }
  if (!inUnits) throw wrong('has a fragment without start_utf16 and end_utf16, or start_codepoint and end_codepoint.');
  return inUnits;
}

function countUnknown(value: unknown, losses: LossCounter): void {
  const line = value as { readonly spans?: readonly object[]; readonly claims?: readonly object[] };
  for (const name of Object.keys(line)) {
    if (!LINE_FIELDS.has(name)) losses.add(`Field “${name}” of articles`, 'Parley has no place for it.');
  }
  for (const name of (line.spans ?? []).flatMap((span) => Object.keys(span))) {
    if (!SPAN_FIELDS.has(name)) losses.add(`Field “${name}” of spans`, 'Parley has no place for it.');
  }
  for (const name of (line.claims ?? []).flatMap((claim) => Object.keys(claim))) {
    if (!CLAIM_FIELDS.has(name)) losses.add(`Field “${name}” of claims`, 'Parley has no place for it.');
  }
}
