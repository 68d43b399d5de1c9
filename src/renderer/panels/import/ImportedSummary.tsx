import { CircleCheck } from 'lucide-react';
import type { ImportedArticles } from '../../../shared/api/contract.ts';
import { counted } from '../../../shared/text/counted.ts';
import { Button } from '../../ui/Button.tsx';
import { focusFirst } from '../parts/focus-first.ts';
import css from './import.module.css';
import { ProblemList } from './ProblemList.tsx';

export interface ImportedSummaryProps {
  readonly result: ImportedArticles;
  onAgain(): void;
  onOpen(): void;
  onClose(): void;
}

/** What an import of articles brought, what it left out, and the next step. */
export function ImportedSummary({ result, onAgain, onOpen, onClose }: ImportedSummaryProps) {
  const { added, duplicates, problems, firstId } = result;
  return (
    <div className={css.part}>
      <p className={css.done} role="status">
        <CircleCheck size={20} aria-hidden />
        <strong>{added === 0 ? 'No article was imported' : `${counted(added, 'article')} imported`}</strong>
      </p>
      {duplicates.length > 0 && (
        <section className={css.problems}>
          <h3>Left out: the project has their text already ({duplicates.length})</h3>
          <p>{duplicates.join(', ')}</p>
        </section>
      )}
      <ProblemList title="Not imported" problems={problems} />
      <div className={css.foot}>
        <span />
        <div className={css.buttons}>
          <Button onClick={onAgain}>Import more</Button>
          <Button onClick={onClose}>Close</Button>
          {firstId && (
            <Button look="primary" ref={focusFirst} onClick={onOpen}>
              Open the first article
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
