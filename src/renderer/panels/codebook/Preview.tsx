import type { Input } from '../../../shared/api/contract.ts';
import { counted } from '../../../shared/text/counted.ts';
import { noteList } from '../../ui/Rows.tsx';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { effectWords } from './effect-words.ts';
import { type Answered, useAnswer } from '../parts/use-answer.ts';
import css from './Preview.module.css';

export type Previewed = Omit<Answered<'codebook.preview'>, 'isNow'>;

/** Milliseconds without another question before one is asked. */
const REST = 100;

/** What an act would do, asked again whenever it is another one; null: nothing is asked for. */
export function usePreview(act: Input<'codebook.preview'> | null): Previewed {
  return useAnswer('codebook.preview', act, { rest: REST, once: true });
}

/** What an act would do, before it is done. Read out when it is there. */
export function Preview({ previewed }: { readonly previewed: Previewed }) {
  const { answer: effect, error } = previewed;
  return (
    <div className={css.preview} aria-live="polite" aria-label="What it would do" role="region">
      <ErrorNote error={error} />
      {effect && (
        <>
          <p className={css.previewWords}>
            {effectWords(effect)}
            {effect.losing > 0 && (
              <>
                {' '}
                <strong className={css.bad}>
                  {counted(effect.losing, 'annotation')} {effect.losing === 1 ? 'loses' : 'lose'} what was coded.
                </strong>
              </>
            )}{' '}
            One undo takes all of it back.
          </p>
          {effect.lost.length > 0 && (
            <ul className={noteList} aria-label="Values that are lost">
              {effect.lost.map(({ value, count }) => (
                <li key={value}>
                  “{value}”, {count.toLocaleString('en')} times
                </li>
              ))}
            </ul>
          )}
          {effect.lines.length > 0 && (
            <ul className={noteList} aria-label="Changes of the codebook">
              {effect.lines.slice(0, 12).map((line, i) => (
                // oxlint-disable-next-line react/no-array-index-key -- lines may be alike, and never move
                <li key={i} dir="auto">
                  {line}
                </li>
              ))}
              {effect.lines.length > 12 && <li>and {effect.lines.length - 12} more</li>}
            </ul>
          )}
        </>
      )}
    </div>
  );
}
