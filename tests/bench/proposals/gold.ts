import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticleFile } from '../../../src/main/files/read-article.ts';
import { findSpan } from '../../../src/main/sample/coding.ts';
import type { Span } from '../../../src/shared/text/span.ts';

/** A claim as a hand coded it. */
export interface GoldClaim {
  readonly claim: Span;
  /** The speaker's words: any mention of the same name is right. */
  readonly speaker: string;
  /** Every name of the place that is right; empty when the article doesn't say where. */
  readonly venues: readonly string[];
}

export interface GoldArticle {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly claims: readonly GoldClaim[];
}

interface Entry {
  readonly claim: readonly string[];
  readonly after?: string;
  readonly speaker: string;
  readonly venue?: readonly string[];
}

const SAMPLE = join(import.meta.dirname, '../../../resources/sample/articles');

/** The sample's articles, of which the rules' writers knew. */
export function sampleGold(): GoldArticle[] {
  const { articles } = read('sample.json') as { articles: Record<string, readonly Entry[]> };
  return Object.entries(articles).map(([name, entries]) => {
    const { text, fields } = readArticleFile(name, readFileSync(join(SAMPLE, name)));
    return { name, title: fields.title, text, claims: claims(text, entries) };
  });
}

/** Other articles by which rules were made better. */
export function seenGold(): GoldArticle[] {
  return invented('seen.json');
}

/** Articles that no rule was written or changed for. */
export function heldOutGold(): GoldArticle[] {
  return invented('held-out.json');
}

function invented(file: string): GoldArticle[] {
  const { articles } = read(file) as {
    articles: Record<string, { title: string; text: string; claims: readonly Entry[] }>;
  };
  return Object.entries(articles).map(([name, { title, text, claims: entries }]) => ({
    name,
    title,
    text,
    claims: claims(text, entries),
  }));
}

/** The language files as they lie in the sources. */
export function readLanguages(): unknown[] {
  const folder = join(import.meta.dirname, '../../../src/shared/propose/languages');
  return readdirSync(folder)
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown);
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'));
}

function claims(text: string, entries: readonly Entry[]): GoldClaim[] {
  return entries.map(({ claim, after, speaker, venue }) => ({
    claim: findSpan(text, claim, after),
    speaker,
    venues: venue ?? [],
  }));
}
