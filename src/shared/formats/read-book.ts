import { z } from 'zod';
import { CODE_MAX, type Code } from '../model/code.ts';
import { CATEGORIES_OF, ENTITY_CATEGORIES, ENTITY_MAX, type Entity } from '../model/entity.ts';
import { KINDS } from '../model/kind.ts';
import { fitsVariable, VARIABLE_MAX, VARIABLE_TYPES, type Variable } from '../model/variable.ts';
import { foldWords } from '../text/fold.ts';
import type { BookRecords } from './book.ts';
import { Time } from './checks.ts';

/* Codes, variables and entities as files hold them: what they may say, and that they hang together. */

const id = z.string().min(1).max(200);
const NAMED = /\S/;
const place = z.number().int().min(0).max(1e9);
const time = z.union([Time, z.literal('')]).default('');

export const CodeInFile = z.object({
  id,
  parentId: z.string().nullable().default(null),
  name: z.string().regex(NAMED).max(CODE_MAX.name),
  definition: z.string().max(CODE_MAX.definition).default(''),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'it isn’t a colour like #4477aa')
    .default('#7a7a7a'),
  position: place.default(0),
  retired: z.boolean().default(false),
  examples: z.array(z.string().min(1)).default([]),
  createdAt: time,
  updatedAt: time,
}) satisfies z.ZodType<Code>;

export const VariableInFile = z
  .object({
    id,
    kind: z.enum(KINDS),
    name: z.string().regex(NAMED).max(VARIABLE_MAX.name),
    definition: z.string().max(VARIABLE_MAX.definition).default(''),
    type: z.enum(VARIABLE_TYPES),
    options: z.array(z.string().min(1).max(VARIABLE_MAX.option)).max(VARIABLE_MAX.options).default([]),
    initial: z.union([z.string(), z.number(), z.boolean()]).nullable().default(null),
    required: z.boolean().default(false),
    position: place.default(0),
    retired: z.boolean().default(false),
    createdAt: time,
    updatedAt: time,
  })
  .refine((variable) => new Set(variable.options.map(foldWords)).size === variable.options.length, {
    path: ['options'],
    message: 'a choice is there twice',
  })
  .refine((variable) => variable.initial === null || fitsVariable(variable, variable.initial), {
    path: ['initial'],
    message: 'it isn’t a value that the variable can have',
  }) satisfies z.ZodType<Variable>;

export const EntityInFile = z
  .object({
    id,
    kind: z.enum(['actor', 'venue']),
    category: z.enum(ENTITY_CATEGORIES),
    name: z.string().regex(NAMED).max(ENTITY_MAX.name),
    aliases: z.array(z.string().min(1).max(ENTITY_MAX.name)).max(ENTITY_MAX.aliases).default([]),
    country: z.string().max(ENTITY_MAX.country).default(''),
    party: z.string().max(ENTITY_MAX.party).default(''),
    parentId: z.string().nullable().default(null),
    note: z.string().max(ENTITY_MAX.note).default(''),
    createdAt: time,
    updatedAt: time,
  })
  .refine((entity) => CATEGORIES_OF[entity.kind].includes(entity.category), {
    path: ['category'],
    message: 'it isn’t one of its kind’s',
  }) satisfies z.ZodType<Entity>;

/** What keeps these records from hanging together, in plain words, or null: an id twice, a parent missing, a circle. */
export function bookProblem({ codes, variables, entities }: BookRecords): string | null {
  return (
    twice(codes, 'code') ??
    twice(variables, 'variable') ??
    twice(entities, 'entity') ??
    parentProblem(codes, 'code') ??
    parentProblem(entities, 'entity')
  );
}

function twice(records: readonly { readonly id: string }[], what: string): string | null {
  const ids = new Set<string>();
  for (const { id: one } of records) {
    if (ids.has(one)) return `there are two ${plural(what)} with the id “${one}”`;
    ids.add(one);
  }
  return null;
}

interface Placed {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

function parentProblem(records: readonly Placed[], what: string): string | null {
  const known = new Map(records.map((record) => [record.id, record]));
  const sound = new Set<string>();
  for (const record of records) {
    const passed = new Set<string>();
    for (let at = record; ; ) {
      if (sound.has(at.id)) break;
      if (passed.has(at.id)) return `the ${what} “${record.name}” is below itself`;
      passed.add(at.id);
      if (at.parentId === null) break;
      const parent = known.get(at.parentId);
      if (!parent) return `the ${what} “${at.name}” is below “${at.parentId}”, which isn’t there`;
      at = parent;
    }
    for (const one of passed) sound.add(one);
  }
  return null;
}

function plural(what: string): string {
  return what === 'entity' ? 'entities' : `${what}s`;
}
