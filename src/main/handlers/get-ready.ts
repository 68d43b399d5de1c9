import { setTimeout as wait } from 'node:timers/promises';
import { annotationIndex } from '../db/annotation-index.ts';
import { type ArticleSums, articleSums } from '../db/article-sums.ts';
import { openArticleJson } from '../db/open-article.ts';
import type { Project } from './context.ts';

/** Not while the window asks for what it shows first. In milliseconds. */
const LATER = 400;

/** An article with more annotations would keep the window waiting longer than it is worth. */
const MOST = 20_000;

/**
 * Does behind the window's back what the first question of its kind would wait for: the corpus is counted, the index of
 * annotations' words brought up to date, and the article with the most annotations read once, after which the first one that is
 * opened comes sooner. What goes wrong in it isn't told: whoever asks for the same is told then.
 * @param later when it begins, in milliseconds from now
 */
export async function getReady({ db }: Project, later = LATER): Promise<void> {
  try {
    await wait(later, undefined, { ref: false });
    if (db.open) await ready(db);
  } catch {
    // Nobody has asked for it yet.
  }
}

async function ready(db: Project['db']): Promise<void> {
  const id = mostCoded(await articleSums(db).upToDate());
  if (!db.open) return;
  if (id !== null) openArticleJson(db).read(id);
  await annotationIndex(db).catchUp();
}

/** The article with the most annotations that aren't too many; null when nothing is coded. */
function mostCoded(sums: ArticleSums): string | null {
  let most = 0;
  let found: string | null = null;
  for (const [id, { tallies }] of sums.each()) {
    const count = tallies.reduce((sum, [, , , n]) => sum + n, 0);
    if (count <= most || count > MOST) continue;
    most = count;
    found = id;
  }
  return found;
}
