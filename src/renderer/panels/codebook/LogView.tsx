import { History } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { CodebookAct } from '../../../shared/api/methods/codebook.ts';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';
import { counted } from '../../../shared/text/counted.ts';
import { useClient } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { noteList } from '../../ui/Rows.tsx';
import { Badge } from '../../ui/Detail.tsx';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { moment } from '../parts/words.ts';
import css from './LogView.module.css';

const PAGE = 40;

const KIND_WORDS = { do: '', undo: 'Took back: ', redo: 'Did again: ' } as const;

/** What was done to the codebook: who, when, old → new. */
export function LogView() {
  const client = useClient();
  const project = useStore((store) => store.project);
  const [acts, setActs] = useState<readonly CodebookAct[] | null>(null);
  const [more, setMore] = useState(false);
  const [error, setError] = useState<ErrorInfo | null>(null);
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  }, [acts]);
  const read = (before: number | null) => client.call('codebook.log', { before, limit: PAGE });
  useEffect(() => {
    let isWanted = true;
    client.call('codebook.log', { before: null, limit: PAGE }).then(
      (found) => {
        if (!isWanted) return;
        setActs(found.acts);
        setMore(found.more);
        setError(null);
      },
      (thrown: unknown) => isWanted && setError(errorInfo(thrown)),
    );
    return () => {
      isWanted = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- a new project object means that something changed
  }, [client, project]);

  if (acts?.length === 0) {
    return (
      <EmptyState icon={<History size={32} />} title="Nothing was done to the codebook yet">
        Whatever is added, renamed, moved, merged, split or retired stands here: by whom, when, and what it was before.
      </EmptyState>
    );
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it the keyboard can't scroll
    <section className={css.log} aria-label="Log" tabIndex={0}>
      <ErrorNote error={error} />
      <ol className={css.acts} aria-label="What was done to the codebook, newest first">
        {(acts ?? []).map((act) => (
          <li key={act.seq} className={classes(css.act, act.undone && css.undone)}>
            <p className={css.actHead}>
              <strong dir="auto">
                {KIND_WORDS[act.kind]}
                {act.kind === 'do' ? upperFirst(act.label) : act.label}
              </strong>
              {act.undone && <Badge>taken back</Badge>}
            </p>
            <p className="soft">
              {act.coder || 'A coder who is gone'} · <time dateTime={act.at}>{moment(act.at)}</time>
              {act.annotations > 0 && <> · {counted(act.annotations, 'annotation')} changed</>}
            </p>
            {act.lines.length > 0 && (
              <ul className={noteList}>
                {act.lines.map((line, i) => (
                  // oxlint-disable-next-line react/no-array-index-key -- lines may be alike, and never move
                  <li key={i} dir="auto">
                    {line}
                  </li>
                ))}
                {act.more > 0 && <li>and {act.more.toLocaleString('en')} more</li>}
              </ul>
            )}
          </li>
        ))}
      </ol>
      {more && (
        <Button
          onClick={() => {
            const last = acts?.at(-1);
            if (!last) return;
            read(last.seq).then(
              (found) => {
                // Read anew meanwhile, the list goes on from where it is now.
                if (latest.current !== acts) return;
                setActs([...(acts ?? []), ...found.acts]);
                setMore(found.more);
              },
              (thrown: unknown) => setError(errorInfo(thrown)),
            );
          }}
        >
          Earlier
        </Button>
      )}
    </section>
  );
}

function upperFirst(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
