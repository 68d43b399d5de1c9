import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LanguageFile, LanguageSchema } from '../../../src/shared/propose/language.ts';
import { type Answer, propose } from '../../../src/shared/propose/propose.ts';
import type { Fragment, Span } from '../../../src/shared/text/span.ts';

const FOLDER = join(import.meta.dirname, '../../../src/shared/propose/languages');

/** Every language file, checked: dropping one into the folder is all it takes. */
export const languages: readonly LanguageFile[] = readdirSync(FOLDER)
  .sort()
  .map((name) => LanguageSchema.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))));

export function look(text: string, options: { readonly title?: string; readonly language?: string } = {}): Answer {
  return propose({ text, title: options.title ?? '', language: options.language ?? 'en' }, languages);
}

const words = (text: string, span: Span): string => span.map(({ start, end }) => text.slice(start, end)).join(' … ');
const one = (text: string, fragment: Fragment | null): string => (fragment ? words(text, [fragment]) : '–');

/** Each proposal as `rule: claim | by speaker | cue | to addressee | at venue`, what isn't there left out. */
export function lines(text: string, options: Parameters<typeof look>[1] = {}): string[] {
  return look(text, options).proposals.map(({ rule, claim, speaker, cue, addressee, venue }) =>
    [
      `${rule}: ${words(text, claim)}`,
      `by ${one(text, speaker)}`,
      ...(cue.length > 0 ? [`cue ${words(text, cue)}`] : []),
      ...(addressee ? [`to ${one(text, addressee)}`] : []),
      ...(venue ? [`at ${one(text, venue)}`] : []),
    ].join(' | '),
  );
}
