import type { MentionLine } from '../../../shared/api/methods/entities.ts';
import { useStore } from '../../store/store.ts';
import css from './entities.module.css';

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
    <ul className={css.lines}>
      {rows.map((row) => {
        const coder = row.coderId === own ? '' : (coders?.find(({ id }) => id === row.coderId)?.name ?? '');
        const where = [row.title || 'An article without a title', row.outlet, row.date, coder].filter(
          (one) => one !== '',
        );
        const words = (
          <>
            <span className={css.around}>{beginning(row.before)}</span>
            <mark className={css.hit}>{row.words}</mark>
            <span className={css.around}>{ending(row.after)}</span>
          </>
        );
        const id = `line-${row.annotationId}`;
        return (
          <li key={row.annotationId} className={css.line}>
            {onChoose && (
              <input
                id={id}
                type="checkbox"
                checked={chosen?.(row.annotationId) ?? false}
                onChange={(event) => onChoose(row.annotationId, event.target.checked)}
              />
            )}
            <span className={css.lineText}>
              {leads ? (
                <button
                  type="button"
                  className={css.words}
                  dir="auto"
                  title="Go to these words"
                  onClick={() => void openArticle(row.articleId, { annotationId: row.annotationId })}
                >
                  {words}
                </button>
              ) : onChoose ? (
                <label htmlFor={id} className={css.words} dir="auto">
                  {words}
                </label>
              ) : (
                <span className={css.words} dir="auto">
                  {words}
                </span>
              )}
              <span className={css.where} dir="auto">
                {where.join(' · ')}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** As many characters as a mention's context has at most: what is as long may begin or end inside a word. */
const CONTEXT = 32;

function beginning(before: string): string {
  const line = before.replace(/\s+/gu, ' ');
  return before.length < CONTEXT ? line : `… ${line.slice(line.indexOf(' ') + 1)}`;
}

function ending(after: string): string {
  const line = after.replace(/\s+/gu, ' ');
  return after.length < CONTEXT ? line : `${line.slice(0, line.lastIndexOf(' '))} …`;
}
