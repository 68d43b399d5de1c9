import { isDay } from '../text/day.ts';
import type { Kind } from './kind.ts';

export const VARIABLE_TYPES = ['category', 'boolean', 'integer', 'date', 'short-text', 'long-text'] as const;

export type VariableType = (typeof VARIABLE_TYPES)[number];

/** category, date (`YYYY-MM-DD`) and texts: a string; integer: a whole number; boolean: true or false. */
export type VariableValue = string | number | boolean;

/** Something that is recorded of every annotation of one kind: stance, form, source type. */
export interface Variable {
  readonly id: string;
  /** The kind of annotation that it is recorded of. */
  readonly kind: Kind;
  readonly name: string;
  readonly definition: string;
  readonly type: VariableType;
  /** The choices of a category, in order; empty for the other types. */
  readonly options: readonly string[];
  /** The value that a new annotation gets, or null for none. */
  readonly initial: VariableValue | null;
  /** Whether a record without it counts as incomplete. */
  readonly required: boolean;
  /** Order among the variables of its kind, from 0. */
  readonly position: number;
  /** No longer offered; what is coded with it stays. */
  readonly retired: boolean;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The longest name, and the most of a definition, a choice and a text, in UTF-16 units. */
export const VARIABLE_MAX = {
  name: 120,
  definition: 8000,
  option: 120,
  options: 200,
  short: 500,
  long: 20_000,
} as const;

/** Whether a variable can hold a value: its type's, one of its choices, no longer than it may be. */
export function fitsVariable(variable: Pick<Variable, 'type' | 'options'>, value: VariableValue): boolean {
  switch (variable.type) {
    case 'category':
      return typeof value === 'string' && variable.options.includes(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value);
    case 'date':
      return typeof value === 'string' && isDay(value);
    case 'short-text':
      return typeof value === 'string' && value.length <= VARIABLE_MAX.short && !/[\r\n]/.test(value);
    case 'long-text':
      return typeof value === 'string' && value.length <= VARIABLE_MAX.long;
  }
}
