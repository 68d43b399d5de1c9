import type { ReactNode } from 'react';
import type { CodedClaim } from '../../../shared/api/methods/codebook.ts';
import { useStore } from '../../store/store.ts';
import css from './codebook.module.css';

/** A claim with its words, which lead to the article, and where they stand. */
export function CodedRow({ claim, children }: { readonly claim: CodedClaim; readonly children?: ReactNode }) {
  const openArticle = useStore((store) => store.openArticle);
  const where = [claim.article || 'An article without a title', claim.outlet, claim.date, claim.coder].filter(Boolean);
  return (
    <li className={css.coded}>
      <button
        type="button"
        className={css.quote}
        dir="auto"
        title="Go to its words"
        onClick={() => void openArticle(claim.articleId, { annotationId: claim.annotationId })}
      >
        {claim.words}
      </button>
      <span className={css.where} dir="auto">
        {where.join(' · ')}
      </span>
      {children && <span className={css.rowTools}>{children}</span>}
    </li>
  );
}
