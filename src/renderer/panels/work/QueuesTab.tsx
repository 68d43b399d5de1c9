import { Play } from 'lucide-react';
import { useState } from 'react';
import { QUEUES, type QueueName } from '../../../shared/model/queue.ts';
import { QUEUE_WORDS } from '../../store/queue.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { DetailHead } from '../../ui/Detail.tsx';
import { ChoiceRow, plainList, Rows } from '../../ui/Rows.tsx';
import { Split } from '../../ui/Split.tsx';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { ScrollRegion } from '../parts/ScrollRegion.tsx';
import { count, longDate } from '../parts/words.ts';
import { useAnswer } from '../parts/use-answer.ts';
import css from './work.module.css';
import { useWithKeys } from '../../commands/key-words.ts';

/** Items of a queue that are listed; all of them are worked through. */
const SHOWN = 100;

/** What is to be done next, in lists that can be worked through. */
export function QueuesTab() {
  const withKeys = useWithKeys();
  const { answer: counts, error } = useAnswer('work.queues', {});
  const startQueue = useStore((store) => store.startQueue);
  const [chosen, setChosen] = useState<QueueName | null>(null);
  if (!counts) return error ? <ErrorNote error={error} /> : <p className={css.waiting}>Counting…</p>;
  const shown = chosen ?? QUEUES.find((name) => counts[name] > 0) ?? 'new';
  return (
    <Split
      few
      list={
        <Rows aria-label="Queues">
          {QUEUES.map((name) => (
            <ChoiceRow
              key={name}
              chosen={name === shown}
              aside={<span className={counts[name] > 0 ? css.some : undefined}>{count(counts[name])}</span>}
              onClick={() => setChosen(name)}
            >
              {QUEUE_WORDS[name].title}
            </ChoiceRow>
          ))}
        </Rows>
      }
    >
      <DetailHead
        name={QUEUE_WORDS[shown].title}
        about={withKeys(counts[shown] === 0 ? QUEUE_WORDS[shown].none : QUEUE_WORDS[shown].about)}
        actions={
          <Button look="primary" disabled={counts[shown] === 0} onClick={() => void startQueue(shown)}>
            <Play size={15} aria-hidden />
            Start
          </Button>
        }
      />
      <Items key={shown} name={shown} onOpen={(at) => void startQueue(shown, at)} />
    </Split>
  );
}

function Items({ name, onOpen }: { readonly name: QueueName; onOpen(at: number): void }) {
  const withKeys = useWithKeys();
  const { answer, error } = useAnswer('work.queue', { queue: name, offset: 0, limit: SHOWN });
  if (error) return <ErrorNote error={error} />;
  if (!answer || answer.items.length === 0) return null;
  const rest = answer.total - answer.items.length;
  return (
    <ScrollRegion label={QUEUE_WORDS[name].title} className={css.frame}>
      <ol className={plainList}>
        {answer.items.map((item, at) => (
          <li key={item.annotationId ?? item.articleId}>
            <button type="button" className={css.item} onClick={() => onOpen(at)}>
              <bdi className={css.itemTitle}>{item.words || item.title || 'Untitled'}</bdi>
              <span className={css.itemAbout}>
                {[item.words && (item.title || 'Untitled'), item.outlet, longDate(item.date)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {item.lacks !== '' && <span className={css.itemLacks}>{item.lacks}</span>}
            </button>
          </li>
        ))}
      </ol>
      {rest > 0 && (
        <p className={css.rest}>
          and {count(rest)} more. {withKeys('Start, then {next-article}, goes through all of them.')}
        </p>
      )}
    </ScrollRegion>
  );
}
