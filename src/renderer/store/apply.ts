import type { ProjectInfo } from '../../shared/api/contract.ts';
import type { Change } from '../../shared/change/change.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import { AnnotationIndex } from './annotation-index.ts';
import type { CorpusRow, CorpusState, OpenState } from './state.ts';

/*
 * Change sets → the window's copy. Pure but for the index and the link table inside the open article, which change in
 * place (10,000 annotations are not copied for one tag) and tell so by a new version.
 */

/** The open article after these changes; the same object when none concerns it; null when it was removed. */
export function applyToOpen(open: OpenState, changes: readonly Change[]): OpenState | null {
  let article = open.article;
  let touched = false;
  let claims = false;
  for (const change of changes) {
    if (change.record === 'article' && change.id === article.id) {
      if (!change.after) return null;
      article = change.after;
    } else if (change.record === 'annotation') {
      if (!applyAnnotation(open, change.id, change.before, change.after)) continue;
      touched = true;
      claims ||= change.before?.kind === 'claim' || change.after?.kind === 'claim';
    } else if (change.record === 'link') {
      if ((change.after ?? change.before)?.articleId !== article.id) continue;
      touched = true;
      if (change.after) open.links.put(change.after);
      else open.links.remove(change.id);
    }
  }
  if (!touched && article === open.article) return open;
  return {
    ...open,
    article,
    claims: claims ? open.index.claims() : open.claims,
    version: touched ? open.version + 1 : open.version,
  };
}

function applyAnnotation(open: OpenState, id: string, before: Annotation | null, after: Annotation | null): boolean {
  if ((after ?? before)?.articleId !== open.article.id) return false;
  const shown = open.index.get(id) !== undefined;
  if (after) open.everyone.set(id, after);
  else open.everyone.delete(id);
  if (after && after.coderId === open.layer) {
    if (shown) open.index.replace(after);
    else open.index.add(after);
  } else if (shown) {
    open.index.remove(id);
  }
  return true;
}

/** The same article with another coder's layer shown. */
export function showLayer(open: OpenState, layer: string): OpenState {
  const annotations = [...open.everyone.values()].filter((annotation) => annotation.coderId === layer);
  const index = AnnotationIndex.from(annotations);
  return { ...open, layer, index, claims: index.claims(), version: open.version + 1 };
}

/** The corpus list after these changes, or null when it has to be read again (rows came, went or may have moved). */
export function applyToCorpus(corpus: CorpusState, changes: readonly Change[], coderId: string): CorpusState | null {
  const articles = new Map<string, (row: CorpusRow) => CorpusRow>();
  let { byStatus } = corpus;
  const then = (id: string, step: (row: CorpusRow) => CorpusRow) => {
    const earlier = articles.get(id);
    articles.set(id, earlier ? (row) => step(earlier(row)) : step);
  };
  for (const change of changes) {
    if (change.record === 'article') {
      const { before, after } = change;
      if (
        !before ||
        !after ||
        ['title', 'outlet', 'date', 'author'].some((k) => before[k as 'title'] !== after[k as 'title'])
      ) {
        return null;
      }
      if (before.status !== after.status) {
        byStatus = {
          ...byStatus,
          [before.status]: byStatus[before.status] - 1,
          [after.status]: byStatus[after.status] + 1,
        };
      }
      then(change.id, ({ counts, status, statusRead = status }) => ({
        ...after,
        counts,
        ...(corpus.sort === 'status' && statusRead !== after.status ? { statusRead } : {}),
      }));
    } else if (change.record === 'annotation') {
      for (const [annotation, step] of [[change.before, -1] as const, [change.after, 1] as const]) {
        if (annotation?.coderId !== coderId) continue;
        const { kind } = annotation;
        then(annotation.articleId, (row) => ({ ...row, counts: { ...row.counts, [kind]: row.counts[kind] + step } }));
      }
    }
  }
  if (articles.size === 0) return corpus;
  let pages = corpus.pages;
  for (const [number, rows] of corpus.pages) {
    if (!rows.some((row) => articles.has(row.id))) continue;
    const next = rows.map((row) => articles.get(row.id)?.(row) ?? row);
    pages = new Map(pages).set(number, next);
  }
  return { ...corpus, byStatus, pages };
}

/** The project's counts and coders after these changes. */
export function applyToProject(project: ProjectInfo, changes: readonly Change[]): ProjectInfo {
  let { articles, annotations, claims, coders } = project;
  for (const change of changes) {
    const step = (change.after ? 1 : 0) - (change.before ? 1 : 0);
    if (change.record === 'article') articles += step;
    if (change.record === 'annotation') {
      annotations += step;
      claims += (change.after?.kind === 'claim' ? 1 : 0) - (change.before?.kind === 'claim' ? 1 : 0);
    }
    if (change.record === 'coder') {
      const others = coders.filter((coder) => coder.id !== change.id);
      coders = change.after ? [...others, change.after] : others;
    }
  }
  return { ...project, articles, annotations, claims, coders };
}
