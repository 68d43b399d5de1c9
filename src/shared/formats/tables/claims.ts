import type { Annotation } from '../../model/annotation.ts';
import { type Role, ROLES } from '../../model/role.ts';
import { spanEnd, spanStart } from '../../text/span.ts';
import type { ArticleUnit } from '../format.ts';
import {
  attributeCell,
  coderName,
  type CoderNames,
  type DatasetRow,
  fragmentList,
  type Table,
  viewOf,
  wordsOf,
} from './shape.ts';

/** What stands between several fillers of one role in a cell. */
const JOINER = '; ';

/** The columns of a role: of its words, of its ids, and what the words are. */
const WORDS: Readonly<Record<Role, readonly [words: string, ids: string, description: string]>> = {
  claimant: [
    'claimants',
    'claimant_ids',
    'Words of those who make the claim; several joined with “; ”, the fragments of one with “ … ”.',
  ],
  addressee: ['addressees', 'addressee_ids', 'Words of those to whom it is made; joined in the same way.'],
  about: ['about', 'about_ids', 'Words of whom or what it is about; joined in the same way.'],
  relay: ['relays', 'relay_ids', 'Words of those who pass it on, the outermost first; joined in the same way.'],
  venue: ['venues', 'venue_ids', 'Words of where it is made; joined in the same way.'],
  'venue-proposed': [
    'venues_proposed',
    'venue_proposed_ids',
    'Words of where it proposes that something be held; joined in the same way.',
  ],
  'venue-held': ['venues_held', 'venue_held_ids', 'Words of where what it tells of was held; joined in the same way.'],
};

/** `claims`: one row a claim record, to be read without the other tables. */
export const claimTable: Table = {
  name: 'claims',
  description: 'One row a claim: who claimed what, to whom, where.',
  primaryKey: ['claim_id'],
  foreignKeys: [
    { column: 'claim_id', table: 'spans', to: 'span_id' },
    { column: 'article_id', table: 'articles', to: 'article_id' },
  ],
  columns: [
    { name: 'claim_id', type: 'string', description: 'Names the claim; the span_id of its words.' },
    { name: 'article_id', type: 'string', description: 'The article that the claim is in.' },
    {
      name: 'claim',
      type: 'string',
      description: 'The claim’s words; its fragments joined with “ … ”.',
    },
    ...ROLES.map((role) => ({ name: WORDS[role][0], type: 'string' as const, description: WORDS[role][2] })),
    ...ROLES.map((role) => ({
      name: WORDS[role][1],
      type: 'string' as const,
      description: `span_id of each of the ${WORDS[role][0]}, in the same order, joined with “; ”.`,
    })),
    { name: 'date', type: 'date', description: 'The article’s date of publication.' },
    { name: 'outlet', type: 'string', description: 'The article’s outlet.' },
    { name: 'title', type: 'string', description: 'The article’s headline.' },
    { name: 'coder', type: 'string', description: 'Who coded the claim.' },
    { name: 'memo', type: 'string', description: 'The coder’s note.' },
    { name: 'attributes', type: 'string', description: 'Values that came with an imported claim, as a JSON object.' },
    { name: 'start_utf16', type: 'integer', description: 'Where the claim begins, in UTF-16 code units from 0.' },
    { name: 'end_utf16', type: 'integer', description: 'Where the claim ends, exclusive, in UTF-16 code units.' },
    { name: 'start_codepoint', type: 'integer', description: 'Where the claim begins, in code points from 0.' },
    { name: 'end_codepoint', type: 'integer', description: 'Where the claim ends, exclusive, in code points.' },
    {
      name: 'fragments_utf16',
      type: 'string',
      description: 'Start and exclusive end of each fragment in UTF-16 code units: 12-40;55-70.',
    },
    { name: 'fragments_codepoint', type: 'string', description: 'The same in code points.' },
  ],
  rows: claimRows,
};

/** A row for each claim of the article, in reading order. */
export function* claimRows(unit: ArticleUnit, coderNames: CoderNames): Iterable<DatasetRow> {
  for (const annotation of unit.annotations) {
    if (annotation.kind === 'claim') yield claimRow(unit, annotation, coderNames);
  }
}

export function claimRow(unit: ArticleUnit, claim: Annotation, coderNames: CoderNames): DatasetRow {
  const { article, text } = unit;
  const { annotations, linksOf, offsets } = viewOf(unit);
  const words = ROLES.map(() => '');
  const ids = ROLES.map(() => '');
  for (const { role, targetId } of linksOf.get(claim.id) ?? []) {
    const target = annotations.get(targetId);
    if (!target) continue;
    const at = ROLES.indexOf(role);
    const joiner = ids[at] === '' ? '' : JOINER;
    words[at] += joiner + wordsOf(text, target.fragments);
    ids[at] += joiner + target.id;
  }
  const span = claim.fragments;
  return {
    articleId: article.id,
    annotationId: claim.id,
    cells: [
      claim.id,
      article.id,
      wordsOf(text, span),
      ...words,
      ...ids,
      article.date,
      article.outlet,
      article.title,
      coderName(coderNames, claim.coderId),
      claim.memo,
      attributeCell(claim.attributes),
      spanStart(span),
      spanEnd(span),
      offsets.toCodePoint(spanStart(span)),
      offsets.toCodePoint(spanEnd(span)),
      fragmentList(span, (at) => at),
      fragmentList(span, offsets.toCodePoint),
    ],
  };
}
