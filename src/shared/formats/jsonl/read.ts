import type { Kind } from '../../model/kind.ts';
import { mayFill, type Role, ROLES } from '../../model/role.ts';
import { OffsetError, type OffsetIndex, offsetIndex } from '../../text/offsets.ts';
import { type Fragment, type Span, spanProblem } from '../../text/span.ts';
import { firstIssue } from '../checks.ts';
import {
  FormatError,
  type ReadAnnotation,
  type ReadLink,
  type ReadMapping,
  type ReadResult,
  type ReadUnit,
  type SourceFiles,
} from '../format.ts';
import { lossCounter, type LossCounter } from '../losses.ts';
import { kindOf, nameCounter } from '../mapping.ts';
import { type FragmentInLine, Line, LINE_FIELDS, ROLE_FIELD, SPAN_FIELDS, type SpanInLine } from './line.ts';

const HINT = 'Nothing was read. Correct that line, or make the file again.';

interface Reading {
  readonly mapping: ReadMapping;
  readonly losses: LossCounter;
  readonly types: ReturnType<typeof nameCounter<Kind | null>>;
  readonly roles: ReturnType<typeof nameCounter<Role | null>>;
}

/** Lines that Parley wrote, or that another program made alike. */
export function readLines(files: SourceFiles, mapping: ReadMapping): ReadResult {
  const reading: Reading = { mapping, losses: lossCounter(), types: nameCounter(), roles: nameCounter() };
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
  const { title, outlet, date, author, url, language, text, file_name: fileName, status, added_at: addedAt } = line;
  return {
    article: {
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

function readSpans(line: Line, where: string, { mapping, types, losses }: Reading): ReadAnnotation[] {
  const offsets = offsetIndex(line.text);
  const keys = new Set<string>();
  const annotations: ReadAnnotation[] = [];
  for (const span of line.spans) {
    if (keys.has(span.id)) throw new FormatError(`${where}: two spans have the id “${span.id}”.`, HINT);
    keys.add(span.id);
    const kind = kindOf(span.kind, mapping);
    types.add(span.kind, kind);
    const fragments = placeSpan(span, line.text, offsets, where);
    if (!kind) {
      losses.add(`Kind “${span.kind}”`, 'It is mapped to no kind of Parley’s.');
      continue;
    }
    const { id: key, memo, attributes, created_at: createdAt = null, updated_at: updatedAt = null } = span;
    annotations.push({
      key,
      kind,
      coder: span.coder || mapping.coder,
      fragments,
      memo,
      attributes,
      createdAt,
      updatedAt,
    });
  }
  return annotations;
}

function placeSpan(span: SpanInLine, text: string, offsets: OffsetIndex, where: string): Span {
  const wrong = (message: string): FormatError => new FormatError(`${where}: span “${span.id}” ${message}`, HINT);
  const fragments = span.fragments.map((fragment) => {
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

function readLinks(line: Line, annotations: readonly ReadAnnotation[], where: string, reading: Reading): ReadLink[] {
  const known = new Map(annotations.map((annotation) => [annotation.key, annotation]));
  const all = new Set(line.spans.map((span) => span.id));
  const links: ReadLink[] = [];
  for (const { span, ...fillers } of line.claims) {
    for (const role of ROLES) {
      for (const target of fillers[ROLE_FIELD[role]]) {
        const missing = [span, target].find((id) => !all.has(id));
        if (missing !== undefined)
          throw new FormatError(`${where}: a claim names the span “${missing}”, which isn’t there.`, HINT);
        reading.roles.add(role, role);
        const filler = known.get(target)?.kind;
        const fits = known.get(span)?.kind === 'claim' && filler !== undefined && mayFill(role, filler);
        if (fits) links.push({ claim: span, role, target });
        else
          reading.losses.add(
            `Role “${role}” that can’t be`,
            'It isn’t of a claim, or its filler isn’t kept or of a kind that can’t fill it.',
          );
      }
    }
  }
  return links;
}

function countUnknown(value: unknown, losses: LossCounter): void {
  const line = value as { readonly spans?: readonly object[] };
  for (const name of Object.keys(line)) {
    if (!LINE_FIELDS.has(name)) losses.add(`Field “${name}” of articles`, 'Parley has no place for it.');
  }
  for (const name of (line.spans ?? []).flatMap((span) => Object.keys(span))) {
    if (!SPAN_FIELDS.has(name)) losses.add(`Field “${name}” of spans`, 'Parley has no place for it.');
  }
}
