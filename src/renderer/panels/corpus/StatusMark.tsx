import type { ArticleStatus } from '../../../shared/model/article.ts';
import { STATUS_WORD } from './status-words.ts';

/** How far an article is, by shape: an empty ring, a half-filled one, a full one with a tick. */
export function StatusMark({ status }: { readonly status: ArticleStatus }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" role="img" aria-label={STATUS_WORD[status]}>
      <title>{STATUS_WORD[status]}</title>
      {status === 'done' ? (
        <>
          <circle cx="6" cy="6" r="5.5" fill="var(--venue)" />
          <path d="M3.4 6.2 5.3 8l3.4-3.9" fill="none" stroke="var(--paper)" strokeWidth="1.5" />
        </>
      ) : (
        <circle
          cx="6"
          cy="6"
          r="4.75"
          fill="none"
          stroke={status === 'new' ? 'var(--soft)' : 'var(--claim)'}
          strokeWidth="1.5"
        />
      )}
      {status === 'in-progress' && <path d="M6 1.25a4.75 4.75 0 0 0 0 9.5z" fill="var(--claim)" />}
    </svg>
  );
}
