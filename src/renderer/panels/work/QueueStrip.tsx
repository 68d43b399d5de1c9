import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { QUEUE_WORDS } from '../../store/queue.ts';
import { useStore } from '../../store/store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { count } from '../parts/words.ts';
import css from './work.module.css';

/** Above the article while a queue is worked through: which one, how far, on and back. */
export function QueueStrip() {
  const queue = useStore((store) => store.queue);
  const stepQueue = useStore((store) => store.stepQueue);
  const leaveQueue = useStore((store) => store.leaveQueue);
  if (!queue) return null;
  return (
    <section className={css.strip} aria-label="Queue">
      <span className={css.stripWords}>
        <strong>{QUEUE_WORDS[queue.name].title}</strong> {count(queue.at + 1)} of {count(queue.total)}
      </span>
      <IconButton label="Previous in the queue (K)" small disabled={queue.at === 0} onClick={() => void stepQueue(-1)}>
        <ChevronLeft size={16} aria-hidden />
      </IconButton>
      <IconButton label="Next in the queue (J)" small onClick={() => void stepQueue(1)}>
        <ChevronRight size={16} aria-hidden />
      </IconButton>
      <IconButton label="Leave the queue" small onClick={leaveQueue}>
        <X size={16} aria-hidden />
      </IconButton>
    </section>
  );
}
