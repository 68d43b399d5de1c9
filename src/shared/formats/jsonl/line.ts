import { z } from 'zod';
import { ARTICLE_STATUSES } from '../../model/article.ts';
import { ArticleFieldsSchema } from '../../model/schemas.ts';
import type { Role } from '../../model/role.ts';
import { Attributes, Time } from '../checks.ts';

/** The list of a claim that holds the ids of the spans in a role. */
export const ROLE_FIELD = {
  claimant: 'claimants',
  addressee: 'addressees',
  about: 'about',
  relay: 'relays',
  venue: 'venues',
  'venue-proposed': 'venues_proposed',
  'venue-held': 'venues_held',
} as const satisfies Readonly<Record<Role, string>>;

const offset = z.number().int().min(0).optional();
const id = z.union([z.string().min(1), z.number()]).transform(String);
const ids = z.array(id).default([]);
const { title, outlet, date, author, url, language } = ArticleFieldsSchema.shape;

/** A fragment has offsets in one unit at least, and its words. With both units, both have to lead to the same place. */
const FragmentInLine = z.object({
  start_utf16: offset,
  end_utf16: offset,
  start_codepoint: offset,
  end_codepoint: offset,
  text: z.string(),
});

const SpanInLine = z.object({
  id,
  kind: z.string(),
  coder: z.string().trim().max(120).default(''),
  fragments: z.array(FragmentInLine).min(1).max(1000),
  memo: z.string().default(''),
  attributes: Attributes.default({}),
  created_at: Time.nullish(),
  updated_at: Time.nullish(),
});

/** One line of the file. Only the text has to be there: lines may be made by other programs. */
export const Line = z.object({
  id: id.optional(),
  title: title.default(''),
  outlet: outlet.default(''),
  date: date.default(''),
  author: author.default(''),
  url: url.default(''),
  language: language.default(''),
  status: z.enum(ARTICLE_STATUSES).optional(),
  file_name: z.string().max(4000).default(''),
  added_at: Time.optional(),
  words: z.number().optional(),
  length_utf16: z.number().optional(),
  length_codepoint: z.number().optional(),
  text_sha256: z.string().optional(),
  text: z.string(),
  spans: z.array(SpanInLine).default([]),
  claims: z
    .array(
      z.object({
        id: id.optional(),
        span: id,
        claimants: ids,
        addressees: ids,
        about: ids,
        relays: ids,
        venues: ids,
        venues_proposed: ids,
        venues_held: ids,
      }),
    )
    .default([]),
});

export type Line = z.infer<typeof Line>;
export type SpanInLine = z.infer<typeof SpanInLine>;
export type FragmentInLine = z.infer<typeof FragmentInLine>;

/** The fields that a line may have; others are counted as not kept. */
export const LINE_FIELDS: ReadonlySet<string> = new Set(Object.keys(Line.shape));
export const SPAN_FIELDS: ReadonlySet<string> = new Set(Object.keys(SpanInLine.shape));
