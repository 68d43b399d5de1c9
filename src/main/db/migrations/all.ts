import type { Database } from 'better-sqlite3';
import { first } from './0001-first.ts';
import { codingDesk } from './0002-coding-desk.ts';
import { values } from './0003-values.ts';
import { search } from './0004-search.ts';
import { mentions } from './0005-mentions.ts';
import { toldApart } from './0006-told-apart.ts';
import { covering } from './0007-covering.ts';
import { actsWithTheirChange } from './0008-acts-with-their-change.ts';
import { wordsOfArticles } from './0009-words-of-articles.ts';
import { eachScript } from './0010-each-script.ts';
import { numbersBySize } from './0011-numbers-by-size.ts';

/** One numbered step. It imports nothing that can change later: a step does for ever what it did when it was released. */
export interface Migration {
  /** The schema version that the step leads to. */
  readonly version: number;
  /** @param watch is told how far a long step is: `done` of `total` articles; what it throws undoes the step. */
  up(db: Database, watch: (done: number, total: number, what: string) => void): void;
}

/** In order, without a gap. */
export const migrations: readonly Migration[] = [
  first,
  codingDesk,
  values,
  search,
  mentions,
  toldApart,
  covering,
  actsWithTheirChange,
  wordsOfArticles,
  eachScript,
  numbersBySize,
];
