import { inQuotes } from '../../text/quote.ts';
import type { NamedEntity } from '../resolve.ts';
import type { ReadMention } from '../read.ts';
import type { ResolveRule } from './rule.ts';

/* The words are a name of the entity: its own, another, or one that differs in capitals and accents alone. */

const single = (words: string) => words.replace(/\s+/gu, ' ').trim();

type Way = 'name' | 'alias' | 'folded';

function wayOf(mention: ReadMention, entity: NamedEntity): Way {
  const words = single(mention.words);
  if (single(entity.name) === words) return 'name';
  return entity.aliases.some((alias) => single(alias) === words) ? 'alias' : 'folded';
}

function naming(id: Way, title: string, score: number, reason: (mention: ReadMention) => string): ResolveRule {
  return {
    id,
    title,
    find: (mention, _, index) =>
      index
        .named(mention.kind, mention.key)
        .filter((entity) => wayOf(mention, entity) === id)
        .map((entity) => ({ entity, reason: reason(mention), score })),
  };
}

export const exactName = naming('name', 'the same name', 1, () => 'the same name');

export const aliasName = naming(
  'alias',
  'another name of it',
  0.98,
  (mention) => `${inQuotes(single(mention.words))} is another name of it`,
);

export const foldedName = naming(
  'folded',
  'the same name but for capitals and accents',
  0.96,
  () => 'the same name but for capitals, accents or marks',
);
