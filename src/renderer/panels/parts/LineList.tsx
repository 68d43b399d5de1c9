import { counted } from '../../../shared/text/counted.ts';
import { noteList } from '../../ui/Rows.tsx';
import css from './parts.module.css';
import { ScrollRegion } from './ScrollRegion.tsx';

export interface LineListProps {
  readonly title: string;
  readonly lines: readonly { readonly key: string; readonly words: string }[];
  /** More are counted alone. */
  readonly most?: number;
}

/** Lines under a title, in a frame that scrolls: what a file would bring. Nothing when there are none. */
export function LineList({ title, lines, most = 100 }: LineListProps) {
  if (lines.length === 0) return null;
  const more = lines.length - most;
  return (
    <section>
      <h3 className="label">{title}</h3>
      <ScrollRegion label={title} className={css.lines}>
        <ul className={noteList}>
          {lines.slice(0, most).map(({ key, words }) => (
            <li key={key} dir="auto">
              {words}
            </li>
          ))}
          {more > 0 && <li>and {counted(more, 'more', 'more')}</li>}
        </ul>
      </ScrollRegion>
    </section>
  );
}
