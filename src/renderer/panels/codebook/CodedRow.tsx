import type { ReactNode } from 'react';
import type { CodedClaim } from '../../../shared/api/methods/codebook.ts';
import { useStore } from '../../store/store.ts';
import { Passage } from '../../ui/Passage.tsx';
import { longDate } from '../parts/words.ts';

/** A claim with its words, which lead to the article, and where they stand. */
export function CodedRow({ claim, children }: { readonly claim: CodedClaim; readonly children?: ReactNode }) {
  const openArticle = useStore((store) => store.openArticle);
  return (
    <Passage
      words={claim.words}
      where={[claim.article || 'An article without a title', claim.outlet, longDate(claim.date), claim.coder]}
      onOpen={() => void openArticle(claim.articleId, { annotationId: claim.annotationId })}
    >
      {children}
    </Passage>
  );
}
