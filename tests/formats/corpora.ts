import * as fc from 'fast-check';
import type { BookRecords } from '../../src/shared/formats/book.ts';
import type { Corpus } from '../../src/shared/formats/format.ts';
import { mayFill, ROLES } from '../../src/shared/model/role.ts';
import { normaliseSpan, sameSpan, spanProblem } from '../../src/shared/text/span.ts';
import { anyCoding, anyRecords, HARD_BOOK } from './books.ts';
import { type AnnotationDraft, type LinkDraft, makeCorpus, type UnitDraft, words } from './support.ts';

const QUOTED =
  'Velia said: “The port 👩‍👩‍👧‍👦 stays open,” he told Néa\r\n\r\nMaren,\tin the “Blue House”. “We agree,” שרה כהן said.\rDone.';

/** A corpus of the things that formats get wrong. */
export function hardCorpus(coders: readonly string[] = ['Ana', 'Ben_de_Vries', '=Cem']): Corpus {
  const at = (quote: string, from = 0) => words(QUOTED, quote, from);
  const last = coders.length - 1;
  return makeCorpus(
    [
      {
        text: QUOTED,
        fields: {
          title: 'Port “stays open”, says Velia; =1+1',
          outlet: 'Harbour Post',
          date: '2031-03-14',
          author: 'A. "Quill", Jr.',
          url: 'https://example.org/a?b=c&d',
          language: 'en',
          status: 'in-progress',
          fileName: 'harbour-post.txt',
        },
        annotations: [
          {
            kind: 'actor',
            fragments: [at('Velia')],
            entityId: 'e1',
            values: { v5: 'a "role"; or two' },
            memo: 'line one\nline "two"\n\nC:\\new\\table, done\n',
          },
          {
            kind: 'claim',
            fragments: [at('“The port 👩‍👩‍👧‍👦 stays open,”'), at('Maren,\tin')],
            codes: ['k2', 'k1', 'k4'],
            values: { v1: 'for; but', v2: false, v3: -12, v4: '2031-03-01' },
            reporting: 'quoted',
            cue: [at('he told'), at('שרה כהן')],
            utteredOn: '2031-03-12',
            memo: '=1+1',
          },
          {
            kind: 'claim',
            fragments: [at('👩‍👩‍👧‍👦 stays')],
            values: { v1: 'a choice that is gone', v6: ' two\r\nlines, =1 ' },
            cue: [at('said')],
            attributes: { Confidence: 'high', Checked: true, Reporting: 'by phone', var_stance: 'x' },
          },
          { kind: 'venue', fragments: [at('Blue House')], entityId: 'e4', memo: '@home', coder: Math.min(1, last) },
          { kind: 'actor', fragments: [at('Ne\u0301a'.normalize('NFC'))], memo: "'=quoted" },
          { kind: 'actor', fragments: [at('שרה כהן')], coder: last },
          { kind: 'claim', fragments: [at('We agree')], coder: last, memo: '-x' },
          { kind: 'claim', fragments: [{ start: 0, end: QUOTED.length }], memo: '\tindented' },
          { kind: 'venue', fragments: [at('House')] },
          { kind: 'actor', fragments: [at('he')] },
        ],
        links: [
          { claim: 1, role: 'claimant', target: 9 },
          { claim: 1, role: 'claimant', target: 0 },
          { claim: 1, role: 'addressee', target: 4 },
          { claim: 1, role: 'relay', target: 'e2' },
          { claim: 1, role: 'relay', target: 9 },
          { claim: 1, role: 'relay', target: 'e1' },
          { claim: 7, role: 'about', target: 'e4' },
          { claim: 1, role: 'venue-held', target: 'e4' },
          { claim: 1, role: 'venue', target: 8 },
          { claim: 2, role: 'claimant', target: 0 },
          { claim: 6, role: 'claimant', target: 5 },
        ],
      },
      { text: 'Nobody coded this.\r\n=SUM(A1)\r\n', fields: { fileName: 'harbour-post_Ben.txt', status: 'done' } },
      {
        text: 'e\u0301 \u202Eabc\u202C \u0001\u001f\u000b\u2028🇺🇦👍🏿',
        fields: { title: '-x', outlet: '@a', fileName: 'harbour-post.txt' },
        annotations: [
          { kind: 'actor', fragments: [{ start: 0, end: 2 }] },
          { kind: 'venue', fragments: [{ start: 1, end: 12 }], attributes: { 'my key': 'a\nb', Empty: '' } },
        ],
      },
      { text: '\uFEFFmarked', annotations: [{ kind: 'venue', fragments: [{ start: 0, end: 3 }] }] },
      { text: '', fields: { fileName: 'empty.txt' } },
    ],
    coders,
    HARD_BOOK,
  );
}

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '\r\n',
      '\r',
      '\n',
      '\t',
      '👨‍👩‍👧‍👦',
      'e\u0301',
      '=1+1',
      '-x',
      '@a',
      "'=",
      '", "',
      ' said\u202E',
      '\\n',
      '; ',
      '\uFEFF',
    ),
  },
);

/** Texts as files can hold them: no lone surrogates, no NUL. */
const anyText = fc.array(piece, { maxLength: 20 }).map((parts) =>
  parts
    .join('')
    .replaceAll('\0', '')
    .replace(/\p{Cs}/gu, '?'),
);

const line = anyText.map((text) => text.slice(0, 200).replace(/\p{Cs}/gu, ''));

const name = fc
  .oneof(fc.constantFrom('Ana', 'ana', 'Ben_C', 'a/b', 'CON', 'Zoë Ö.', '=x'), fc.string({ unit: 'grapheme' }))
  .map(
    (any) =>
      any
        .replaceAll('\0', '')
        .trim()
        .slice(0, 80)
        .trim()
        .replace(/\p{Cs}/gu, '') || 'nobody',
  );

const attributes = fc
  .dictionary(
    fc.oneof(fc.constantFrom('Confidence', 'my key', 'Negated'), line),
    fc.oneof(line, fc.constant(true as const)),
    {
      maxKeys: 3,
      noNullPrototype: true,
    },
  )
  .map((any) => Object.fromEntries(Object.entries(any).filter(([key]) => key !== '__proto__')));

function anySpan(text: string) {
  const cut = fc.nat({ max: text.length });
  return fc
    .array(fc.tuple(cut, cut), { minLength: 1, maxLength: 3 })
    .map((cuts) => normaliseSpan(cuts.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))));
}

const anyUnit = (book: BookRecords): fc.Arbitrary<UnitDraft> =>
  anyText.chain((text) =>
    fc
      .record({
        fields: fc.record({
          title: line,
          outlet: line,
          date: fc.constantFrom('', '2031-03-14'),
          author: line,
          url: line,
          language: fc.constantFrom('', 'en', 'he'),
          status: fc.constantFrom('new' as const, 'in-progress' as const, 'done' as const),
          fileName: fc.oneof(
            fc.constantFrom('', 'a.txt', 'a_Ana.txt', 'A.TXT', 'sub/a_b.md', '../x.txt', '.hidden'),
            line,
          ),
        }),
        annotations: fc.array(
          fc.record({
            kind: fc.constantFrom('actor' as const, 'claim' as const, 'venue' as const),
            fragments: anySpan(text),
            coder: fc.nat({ max: 2 }),
            memo: line,
            attributes,
            cue: anySpan(text),
            coding: anyCoding(book),
          }),
          { maxLength: 6 },
        ),
        picks: fc.array(fc.tuple(fc.nat(), fc.constantFrom(...ROLES), fc.nat()), { maxLength: 8 }),
      })
      .map(({ fields, annotations, picks }) => {
        const valid = distinct(annotations.filter(({ fragments }) => spanProblem(text, fragments) === null)).map(
          ({ cue, coding, ...draft }): AnnotationDraft => ({
            ...draft,
            ...coding(draft.kind),
            cue: draft.kind === 'claim' && spanProblem(text, cue) === null ? cue : [],
          }),
        );
        return { text, fields, annotations: valid, links: possibleLinks(valid, picks, book) };
      }),
  );

/** Corpora of any texts, spans, coders, coding and links that a project can hold. */
export const anyCorpus: fc.Arbitrary<Corpus> = anyRecords.chain((book) =>
  fc
    .tuple(fc.array(anyUnit(book), { maxLength: 4 }), fc.array(name, { minLength: 3, maxLength: 3 }))
    .map(([units, names]) => makeCorpus(units, names, book)),
);

/** No two of one coder, kind and span: a project doesn't keep them twice. */
function distinct<T extends AnnotationDraft>(annotations: readonly T[]): T[] {
  return annotations.filter((one, i) =>
    annotations
      .slice(0, i)
      .every(
        (other) => other.kind !== one.kind || other.coder !== one.coder || !sameSpan(other.fragments, one.fragments),
      ),
  );
}

function possibleLinks(
  annotations: readonly AnnotationDraft[],
  picks: readonly (readonly [number, (typeof ROLES)[number], number])[],
  { entities }: BookRecords,
): LinkDraft[] {
  const seen = new Set<string>();
  return picks.flatMap(([a, role, b]) => {
    const claims = annotations.map((_, i) => i).filter((i) => annotations[i]?.kind === 'claim');
    const claim = claims[a % (claims.length || 1)];
    const spans = annotations
      .map((_, i) => i)
      .filter((i) => {
        return (
          claim !== undefined &&
          mayFill(role, annotations[i]?.kind ?? 'claim') &&
          annotations[i]?.coder === annotations[claim]?.coder
        );
      });
    const others = entities.filter((entity) => mayFill(role, entity.kind)).map(({ id }) => id);
    const targets: (number | string)[] = [...spans, ...others];
    const target = targets[b % (targets.length || 1)];
    if (claim === undefined || target === undefined || seen.has(`${claim} ${role} ${target}`)) return [];
    seen.add(`${claim} ${role} ${target}`);
    return [{ claim, role, target }];
  });
}
