import type { ArticleStatus } from '../../../shared/model/article.ts';

/** The words for each status. */
export const STATUS_WORD: Readonly<Record<ArticleStatus, string>> = {
  new: 'New',
  'in-progress': 'In progress',
  done: 'Done',
};
