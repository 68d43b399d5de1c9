import { valueWords } from '../../shared/codebook/convert.ts';
import type { Coding } from '../../shared/model/annotation.ts';
import type { VariableValue } from '../../shared/model/variable.ts';
import { inQuotes } from '../../shared/text/quote.ts';
import { sameSpan, type Span } from '../../shared/text/span.ts';
import { codeTable } from '../db/codes.ts';
import { entityTable } from '../db/entities.ts';
import { variableTable } from '../db/variables.ts';
import { changedValues } from './coding.ts';
import type { Project } from './context.ts';
import { shown } from './labels.ts';

type Database = Project['db'];

/** An act's label around what it was done to: `code ` … ` as Sanctions`. */
export interface Phrase {
  readonly before: string;
  readonly after: string;
}

/**
 * What coding anew did, as it stands in the history; null for nothing.
 * @param cueWords the words of a cue.
 */
export function codingPhrase(db: Database, was: Coding, is: Coding, cueWords: (cue: Span) => string): Phrase | null {
  const phrases = [
    entityPhrase(db, was, is),
    codesPhrase(db, was, is),
    ...changedValues(was, is).map((id) => valuePhrase(db, id, is.values[id])),
    reportingPhrase(was, is),
    cuePhrase(was, is, cueWords),
    dayPhrase(was, is),
  ].filter((phrase) => phrase !== null);
  const [only, ...others] = phrases;
  // Several at once have no one word for them.
  return others.length === 0 ? (only ?? null) : { before: 'code', after: '' };
}

/** One label for acts on several annotations. */
export function joinPhrases(phrases: readonly Phrase[]): Phrase {
  const [first] = phrases;
  const alike = first && phrases.every(({ before, after }) => before === first.before && after === first.after);
  return alike ? first : { before: 'code', after: '' };
}

/** A phrase around what it is said of: `set “Stance” of` … `to “for”`. */
export function phrased({ before, after }: Phrase, what: string): string {
  return [before, what, after].filter((part) => part !== '').join(' ');
}

function entityPhrase(db: Database, was: Coding, is: Coding): Phrase | null {
  if (was.entityId === is.entityId) return null;
  const name = (id: string | null) => inQuotes(shown((id && entityTable(db).get(id)?.name) || ''));
  return is.entityId === null
    ? { before: 'unlink', after: `from ${name(was.entityId)}` }
    : { before: 'link', after: `to ${name(is.entityId)}` };
}

function codesPhrase(db: Database, was: Coding, is: Coding): Phrase | null {
  if (was.codes.join('\n') === is.codes.join('\n')) return null;
  const added = is.codes.filter((id) => !was.codes.includes(id));
  const gone = was.codes.filter((id) => !is.codes.includes(id));
  if (added.length > 0 && gone.length > 0) return { before: 'change the codes of', after: '' };
  if (added.length > 0) return { before: 'code', after: `as ${codeNames(db, added)}` };
  if (gone.length > 0) return { before: `take ${codeNames(db, gone)} from`, after: '' };
  return { before: 'put the codes of', after: 'in another order' };
}

function codeNames(db: Database, ids: readonly string[]): string {
  const names = ids.slice(0, 3).map((id) => inQuotes(shown(codeTable(db).get(id)?.name ?? '')));
  if (ids.length > 3) return `${ids.length} codes`;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
}

function valuePhrase(db: Database, variableId: string, value: VariableValue | undefined): Phrase {
  const name = inQuotes(shown(variableTable(db).get(variableId)?.name ?? ''));
  return value === undefined
    ? { before: `clear ${name} of`, after: '' }
    : { before: `set ${name} of`, after: `to ${inQuotes(shown(valueWords(value)))}` };
}

function reportingPhrase(was: Coding, is: Coding): Phrase | null {
  if (was.reporting === is.reporting) return null;
  return is.reporting === ''
    ? { before: 'mark', after: `as no longer ${was.reporting}` }
    : { before: 'mark', after: `as ${is.reporting}` };
}

function cuePhrase(was: Coding, is: Coding, words: (cue: Span) => string): Phrase | null {
  if (sameSpan(was.cue, is.cue)) return null;
  return is.cue.length === 0
    ? { before: `take the cue ${words(was.cue)} from`, after: '' }
    : { before: `make ${words(is.cue)} the cue of`, after: '' };
}

function dayPhrase(was: Coding, is: Coding): Phrase | null {
  if (was.utteredOn === is.utteredOn) return null;
  return is.utteredOn === '' ? { before: 'clear the day of', after: '' } : { before: 'date', after: is.utteredOn };
}
