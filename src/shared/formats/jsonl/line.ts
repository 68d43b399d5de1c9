import { z } from 'zod';
import { ARTICLE_STATUSES } from '../../model/article.ts';
import { ArticleFieldsSchema } from '../../model/schemas.ts';
import { REPORTINGS } from '../../model/annotation.ts';
import { type Role, ROLES } from '../../model/role.ts';
import { isDay } from '../../text/day.ts';
import { Attributes, Time } from '../checks.ts';

/** What to do when a line can't be read. */
export const HINT = 'Nothing was read. Correct that line, or make the file again.';

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

/** Something of the codebook or the authority list: by its id there, by its name, or both. */
const NamedInLine = z.object({ id: id.optional(), name: z.string().optional() });

/** Values of variables: `[{"name":"Stance","value":"for"}]`, or `{"Stance":"for"}` from other programs. */
const value = z.union([z.string(), z.number(), z.boolean()]);
const ValuesInLine = z
  .union([
    z.array(NamedInLine.extend({ value })),
    z
      .record(z.string(), value)
      .transform((pairs) => Object.entries(pairs).map(([name, own]) => ({ name, value: own }))),
  ])
  .default([]);

const SpanInLine = z.object({
  id,
  kind: z.string(),
  coder: z.string().trim().max(120).default(''),
  fragments: z.array(FragmentInLine).min(1).max(1000),
  memo: z.string().default(''),
  attributes: Attributes.default({}),
  entity: z.union([NamedInLine, z.string().transform((name) => ({ name }))]).nullish(),
  values: ValuesInLine,
  created_at: Time.nullish(),
  updated_at: Time.nullish(),
});

/** What a claim's span is coded with, and who fills its roles. */
const ClaimInLine = z.object({
  id: id.optional(),
  span: id,
  claimants: ids,
  addressees: ids,
  about: ids,
  relays: ids,
  venues: ids,
  venues_proposed: ids,
  venues_held: ids,
  /** Entities that fill a role themselves, with their place among all that fill it. */
  role_entities: z
    .array(NamedInLine.extend({ role: z.enum(ROLES), position: z.number().int().min(0).default(0) }))
    .default([]),
  /** The ids of the filled roles: `{"id":"l1","role":"claimant","span":"s1"}`, or with `entity` for one that fills it itself. */
  links: z.array(z.object({ id, role: z.enum(ROLES), span: id.optional(), entity: id.optional() })).default([]),
  codes: z
    .array(
      z.union([
        z.object({ id: id.optional(), path: z.string().optional() }),
        z.string().transform((path) => ({ id: undefined, path })),
      ]),
    )
    .default([]),
  reporting: z.enum(['', ...REPORTINGS]).default(''),
  cue: z.array(FragmentInLine).max(1000).default([]),
  uttered_on: z
    .string()
    .refine((day) => day === '' || isDay(day), 'it isn’t a day like 2031-03-14')
    .default(''),
  values: ValuesInLine,
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
  claims: z.array(ClaimInLine).default([]),
});

export type Line = z.infer<typeof Line>;
export type SpanInLine = z.infer<typeof SpanInLine>;
export type ClaimInLine = z.infer<typeof ClaimInLine>;
export type ValuesInLine = z.infer<typeof ValuesInLine>;
export type FragmentInLine = z.infer<typeof FragmentInLine>;

/** The fields that a line may have; others are counted as not kept. */
export const LINE_FIELDS: ReadonlySet<string> = new Set(Object.keys(Line.shape));
export const SPAN_FIELDS: ReadonlySet<string> = new Set(Object.keys(SpanInLine.shape));
export const CLAIM_FIELDS: ReadonlySet<string> = new Set(Object.keys(ClaimInLine.shape));
