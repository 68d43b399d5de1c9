import type { Change } from '../change/change.ts';
import type { Code } from '../model/code.ts';
import type { Variable } from '../model/variable.ts';
import { counted } from '../text/counted.ts';
import { inQuotes } from '../text/quote.ts';
import { shorten } from '../text/shorten.ts';
import { valueWords } from './convert.ts';

/* What became of codes and variables, in plain words: lines of the codebook's log. */

/** Words that are shown of a definition, in UTF-16 units. */
const SHOWN = 80;

const TYPE_WORDS: Readonly<Record<Variable['type'], string>> = {
  category: 'category',
  boolean: 'yes or no',
  integer: 'whole number',
  date: 'date',
  'short-text': 'short text',
  'long-text': 'long text',
};

/** What a type of variable is called. */
export function typeWords(type: Variable['type']): string {
  return TYPE_WORDS[type];
}

/**
 * One line for each thing that changed; a code that only made room for another says nothing.
 * @param nameOf the name of a code by id, for places: '' for one that nobody knows any more.
 */
export function describeChange(change: Change, nameOf: (codeId: string) => string): string[] {
  if (change.record === 'code') return describeCode(change.before, change.after, nameOf);
  if (change.record === 'variable') return describeVariable(change.before, change.after);
  return [];
}

function describeCode(before: Code | null, after: Code | null, nameOf: (id: string) => string): string[] {
  if (before === null) {
    if (after === null) return [];
    const shown = after.examples.length === 0 ? '' : `, with ${counted(after.examples.length, 'example')}`;
    return [`New: ${inQuotes(after.name)}${place(after.parentId, nameOf)}${shown}`];
  }
  const name = inQuotes(before.name);
  if (after === null) return [`${name} is gone`];
  const lines: string[] = [];
  if (after.name !== before.name) lines.push(`${name} is now called ${inQuotes(after.name)}`);
  if (after.parentId !== before.parentId) {
    const to = after.parentId === null ? ' to the top' : place(after.parentId, nameOf);
    lines.push(`${inQuotes(after.name)} moved${to}; it was${place(before.parentId, nameOf)}`);
  }
  if (after.definition !== before.definition) {
    lines.push(`Definition of ${name}: ${said(before.definition)} → ${said(after.definition)}`);
  }
  if (after.colour !== before.colour) lines.push(`Colour of ${name}: ${before.colour} → ${after.colour}`);
  if (after.retired !== before.retired) lines.push(`${name} is ${after.retired ? 'retired' : 'in use again'}`);
  const came = after.examples.filter((id) => !before.examples.includes(id)).length;
  const went = before.examples.filter((id) => !after.examples.includes(id)).length;
  if (came > 0) lines.push(`${name} has ${counted(came, 'new example')}`);
  if (went > 0) lines.push(`${name} has ${counted(went, 'example')} fewer`);
  return lines;
}

function describeVariable(before: Variable | null, after: Variable | null): string[] {
  if (before === null) {
    return after === null ? [] : [`New: ${inQuotes(after.name)} of ${after.kind}s, ${TYPE_WORDS[after.type]}`];
  }
  const name = inQuotes(before.name);
  if (after === null) return [`${name} of ${before.kind}s is gone`];
  const lines: string[] = [];
  if (after.name !== before.name) lines.push(`${name} is now called ${inQuotes(after.name)}`);
  if (after.type !== before.type) {
    lines.push(`Type of ${name}: ${TYPE_WORDS[before.type]} → ${TYPE_WORDS[after.type]}`);
  }
  if (after.options.join('\n') !== before.options.join('\n')) {
    lines.push(`Choices of ${name}: ${said(before.options.join(', '))} → ${said(after.options.join(', '))}`);
  }
  if (after.definition !== before.definition) {
    lines.push(`Definition of ${name}: ${said(before.definition)} → ${said(after.definition)}`);
  }
  if (after.initial !== before.initial) {
    lines.push(`${name} begins with ${initialWords(after)}; it was ${initialWords(before)}`);
  }
  if (after.required !== before.required) lines.push(`${name} is ${after.required ? 'required' : 'not required'} now`);
  if (after.retired !== before.retired) lines.push(`${name} is ${after.retired ? 'retired' : 'in use again'}`);
  // Edited, and nothing of it is another: its values alone are.
  if (lines.length === 0 && after.updatedAt !== before.updatedAt)
    lines.push(`Values of ${name} changed among its choices`);
  return lines;
}

function initialWords({ initial }: Variable): string {
  return initial === null ? 'nothing' : inQuotes(valueWords(initial));
}

function place(parentId: string | null, nameOf: (id: string) => string): string {
  if (parentId === null) return ' at the top';
  const name = nameOf(parentId);
  return name === '' ? ' under a code that is gone' : ` under ${inQuotes(name)}`;
}

function said(words: string): string {
  return words.trim() === '' ? 'nothing' : inQuotes(shorten(words, SHOWN));
}
