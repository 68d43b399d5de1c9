import { CircleCheck } from 'lucide-react';
import type { ImportResult } from '../../../shared/api/contract.ts';
import { counted } from '../../../shared/text/counted.ts';
import { Button } from '../../ui/Button.tsx';
import { focusFirst } from '../parts/focus-first.ts';
import { LossList } from '../parts/LossList.tsx';
import { someOf } from '../parts/words.ts';
import css from './import.module.css';

/** What an import of coded articles brought and dropped. */
export function AnnotatedSummary({ result, onClose }: { readonly result: ImportResult; onClose(): void }) {
  const { articles, annotations, links, coders, losses, existing, repeated, book } = result;
  const added = [
    ...(book.codes > 0 ? [counted(book.codes, 'code')] : []),
    ...(book.variables > 0 ? [counted(book.variables, 'variable')] : []),
    ...(book.entities > 0 ? [counted(book.entities, 'entity', 'entities')] : []),
  ];
  return (
    <div className={css.part}>
      <p className={css.done} role="status">
        <CircleCheck size={20} aria-hidden />
        <strong>
          {counted(articles, 'article')}, {counted(annotations, 'annotation')} and {counted(links, 'link')} imported
        </strong>
      </p>
      {coders.length > 0 && <p>Coded by {someOf(coders, 6)}. Each coder’s work is a layer of its own.</p>}
      {added.length > 0 && <p>Added to the codebook and the entities: {added.join(', ')}.</p>}
      {existing.length > 0 && (
        <p>
          {counted(existing.length, 'article')} {existing.length === 1 ? 'was' : 'were'} in the project already; the
          coding was added there: {someOf(existing, 6)}.
        </p>
      )}
      {repeated > 0 && <p>{counted(repeated, 'annotation')} of the same coder were there already and not doubled.</p>}
      {losses.length > 0 && (
        <section>
          <p>What the files held that was left out:</p>
          <LossList losses={losses} label="Left out" />
        </section>
      )}
      <div className={css.foot}>
        <span />
        <Button look="primary" ref={focusFirst} onClick={onClose}>
          Close
        </Button>
      </div>
    </div>
  );
}
