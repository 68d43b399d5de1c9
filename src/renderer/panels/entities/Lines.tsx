import type { MentionLine } from '../../../shared/api/methods/entities.ts';
import { useStore } from '../../store/store.ts';
import { Passage } from '../../ui/Passage.tsx';
import { plainList } from '../../ui/Rows.tsx';
import { longDate } from '../parts/words.ts';
import { beginning, ending } from '../parts/context.ts';
import css from './Lines.module.css';

export interface LinesProps {
  readonly rows: readonly MentionLine[];
  /** With `onChoose`: whether a mention is ticked. */
  chosen?(annotationId: string): boolean;
  onChoose?(annotationId: string, on: boolean): void;
  /** Pressing the words opens the article there. */
  readonly leads?: boolean;
}

/** Mentions with the words around them, where they stand, and a tick before each where some are to be chosen. */
export function Lines({ rows, chosen, onChoose, leads = false }: LinesProps) {
  const openArticle = useStore((store) => store.openArticle);
  const coders = useStore((store) => store.project?.coders);
  const own = useStore((store) => store.app?.coder.id);
  return (
    <ul className={plainList}>
      {rows.map((row) => {
        const coder = row.coderId === own ? '' : (coders?.find(({ id }) => id === row.coderId)?.name ?? '');
        return (
          <Passage
            key={row.annotationId}
            words={
              <>
                <span className="soft">{beginning(row.before)}</span>
                <mark className={css.hit}>{row.words}</mark>
                <span className="soft">{ending(row.after)}</span>
              </>
            }
            where={[row.title || 'An article without a title', row.outlet, longDate(row.date), coder]}
            onOpen={leads ? () => void openArticle(row.articleId, { annotationId: row.annotationId }) : undefined}
            ticked={chosen?.(row.annotationId)}
            onTick={onChoose && ((on) => onChoose(row.annotationId, on))}
          />
        );
      })}
    </ul>
  );
}
