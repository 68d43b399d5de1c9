import type { Database } from 'better-sqlite3';
import { describeSpan, type Selector, verifySpan } from '../../shared/anchor/selector.ts';
import type { CheckReport } from '../../shared/api/contract.ts';
import { ParleyError } from '../../shared/api/errors.ts';
import { mayFill } from '../../shared/model/role.ts';
import type { Article } from '../../shared/model/article.ts';
import { shorten } from '../../shared/text/shorten.ts';
import { spanText } from '../../shared/text/span.ts';
import { annotationIndexState } from './annotation-index.ts';
import { annotationTable } from './annotations.ts';
import { articleTable } from './articles.ts';
import { type Codebook, codingProblems, readCodebook } from './check-coding.ts';
import { countMisfiled, countMisfiledEntities, countMisfiledMentions, inCircles } from './check-filing.ts';
import { checkAnnotationWords, checkArticleWords, countMisfiledArticles, type Fit } from './check-index.ts';
import { countCorpus } from './corpus.ts';
import { historyTable } from './history.ts';
import { type BadLink, linkTable } from './links.ts';
import type { Watch } from './migrate.ts';
import { textHash, textTable } from './texts.ts';

type Problem = CheckReport['problems'][number];

/** More problems than these are counted, not listed. */
const MOST = 200;
/** Words shown of a span, in UTF-16 units. */
const SHOWN = 120;

/**
 * Checks the whole file: SQLite's own structures, references, that each text is the one that was imported, that each
 * annotation still stands on its words and is coded with what there is, links, that everything can be found, and the
 * history. Changes nothing.
 * @param watch is told how far it is, and can stop it: `cancelled`.
 */
export function checkProject(db: Database, watch: Watch = () => undefined): CheckReport {
  const problems: Problem[] = [];
  let more = 0;
  const tell = (what: Problem['what'], message: string): void => {
    // What can't be read can stop one check as the other.
    if (what === 'integrity' && problems.some((problem) => problem.message === message)) return;
    if (problems.length < MOST) problems.push({ what, message });
    else more++;
  };

  for (const check of [
    checkFile,
    checkTexts,
    checkArticles,
    checkLinks,
    checkCircles,
    checkFiling,
    checkWords,
    checkHistory,
  ]) {
    try {
      check(db, tell, watch);
    } catch (error) {
      if (error instanceof ParleyError && error.code === 'cancelled') throw error;
      // A damaged file can refuse to be read at all: that is a finding too, and the other checks go on.
      tell('integrity', `The file can’t be read: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }

  const last = problems.at(-1);
  if (more > 0 && last) problems[problems.length - 1] = { ...last, message: `${last.message} (And ${more} more.)` };
  const { articles, annotations, links } = countCorpus(db);
  return { ok: problems.length === 0, articles, annotations, links, problems };
}

type Tell = (what: Problem['what'], message: string) => void;

function checkFile(db: Database, tell: Tell, watch: Watch): void {
  watch(0, 0, 'Checking the file');
  for (const row of db.pragma('integrity_check') as { integrity_check: string }[]) {
    if (row.integrity_check !== 'ok') tell('integrity', `The file is damaged: ${row.integrity_check}.`);
  }
  for (const row of db.pragma('foreign_key_check') as { table: string; parent: string }[]) {
    tell('orphan', `A row of “${row.table}” refers to a missing row of “${row.parent}”.`);
  }
}

function checkTexts(db: Database, tell: Tell, watch: Watch): void {
  const total = textTable(db).count();
  let done = 0;
  for (const hash of textTable(db).hashes()) {
    watch(done++, total, 'Checking the texts');
    const text = textTable(db).get(hash);
    if (text !== null && textHash(text) === hash) continue;
    const title = articleTable(db).byHash(hash)?.title;
    tell('text', `The text of ${title === undefined ? 'a removed article' : `“${title}”`} is not the one imported.`);
  }
}

function checkArticles(db: Database, tell: Tell, watch: Watch): void {
  const codebook = readCodebook(db);
  const total = articleTable(db).count();
  let done = 0;
  for (const article of articleTable(db).walk()) {
    watch(done++, total, 'Checking what is coded, article by article');
    const text = textTable(db).get(article.textHash);
    if (text === null) {
      tell('text', `The text of “${article.title}” is missing.`);
      continue;
    }
    if (text.length !== article.length) {
      tell('text', `The text of “${article.title}” has ${text.length} units; ${article.length} are kept for it.`);
    }
    try {
      checkArticle(db, article, text, codebook, tell);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      tell('integrity', `What is coded in “${article.title}” can’t be read: ${reason}.`);
    }
  }
}

function checkArticle(db: Database, article: Article, text: string, codebook: Codebook, tell: Tell): void {
  // Around words in a text that isn't the one imported, context can't be right, and that is told already.
  const isWhole = textHash(text) === article.textHash;
  for (const { annotation, selector, isPlaced } of annotationTable(db).anchored(article.id)) {
    const { kind, fragments } = annotation;
    const words = `The ${kind} “${shorten(selector.exact.join(' … '), SHOWN)}” in “${article.title}”`;
    const state = verifySpan(text, fragments, selector);
    if (state !== 'anchored') {
      const found = `stands on “${shorten(spanText(text, fragments, ' … '), SHOWN)}”`;
      tell('anchor', `${words} ${found}${state === 'moved' ? '; its words are elsewhere in the text' : ''}.`);
    } else if (!isPlaced) {
      tell('anchor', `${words} isn’t filed under the place where it stands.`);
    } else if (isWhole && !isSameContext(selector, describeSpan(text, fragments))) {
      tell('anchor', `${words} is kept with other words around it than the text has.`);
    }
    for (const problem of codingProblems(annotation, text, codebook)) tell('coding', `${words} ${problem}.`);
  }
}

function isSameContext(kept: Selector, found: Selector): boolean {
  return kept.prefix === found.prefix && kept.suffix === found.suffix;
}

function checkLinks(db: Database, tell: Tell, watch: Watch): void {
  watch(0, 0, 'Checking the links');
  for (const link of linkTable(db).bad(MOST)) {
    const title = articleTable(db).get(link.articleId)?.title ?? 'a missing article';
    tell('orphan', `In “${title}”, a link can’t be right: ${reason(link)}.`);
  }
}

function reason({ role, claimKind, targetKind }: BadLink): string {
  if (claimKind === null) return 'its claim is missing';
  if (targetKind === null) return `the annotation that fills the ${role} is missing`;
  if (claimKind !== 'claim') return `it starts at something tagged as ${claimKind}, not at a claim`;
  if (!mayFill(role, targetKind)) return `a ${targetKind} can’t be a ${role}`;
  return 'it joins two articles or two coders';
}

function checkCircles(db: Database, tell: Tell): void {
  const { codes, entities } = inCircles(db);
  for (const name of codes) tell('coding', `The code “${name}” stands under itself.`);
  for (const name of entities) tell('coding', `“${name}” is part of itself.`);
}

function checkFiling(db: Database, tell: Tell, watch: Watch): void {
  watch(0, 0, 'Checking what codes, names and titles are found by');
  const filing = (count: number, one: string, many: string): void => {
    if (count > 0) tell('index', `${count.toLocaleString('en')} ${count === 1 ? one : many}.`);
  };
  filing(
    countMisfiled(db),
    'annotation isn’t filed under the codes and values that it has',
    'annotations aren’t filed under the codes and values that they have',
  );
  filing(
    countMisfiledMentions(db),
    'mention isn’t filed under its words and its entity',
    'mentions aren’t filed under their words and their entities',
  );
  filing(countMisfiledEntities(db), 'entity isn’t filed under its names', 'entities aren’t filed under their names');
  filing(
    countMisfiledArticles(db),
    'article isn’t filed under its title, outlet and author',
    'articles aren’t filed under their titles, outlets and authors',
  );
}

function checkWords(db: Database, tell: Tell, watch: Watch): void {
  const { articles, annotations } = countCorpus(db);
  const total = articles + annotations - annotationIndexState(db).waiting.length;
  let done = 0;
  const each = (): void => watch(done++, total, 'Checking what words are found by');
  const words = ({ misfits, sameWords }: Fit, noun: string): void => {
    if (misfits === 1) tell('index', `1 ${noun} can’t be found by its words.`);
    else if (misfits > 1) tell('index', `${misfits.toLocaleString('en')} ${noun}s can’t be found by their words.`);
    if (!sameWords) tell('index', `Words lead to other ${noun}s than those that have them.`);
  };
  words(checkArticleWords(db, each), 'article');
  words(checkAnnotationWords(db, each), 'annotation');
}

function checkHistory(db: Database, tell: Tell, watch: Watch): void {
  watch(0, 0, 'Checking the history');
  for (const label of historyTable(db).unreadable()) tell('history', `The history of “${label}” can’t be read.`);
}
