import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useCommands } from '../../commands/context.tsx';
import { commandNamed } from '../../commands/registry.ts';
import { useKeysOf } from '../../commands/use-keys.ts';
import { QUEUE_WORDS } from '../../store/queue.ts';
import { useStore } from '../../store/store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { count } from '../parts/words.ts';
import css from './work.module.css';

/** Above the article while a queue is worked through: which one, how far, on and back. */
export function QueueStrip() {
  const queue = useStore((store) => store.queue);
  const context = useCommands();
  const keysOf = useKeysOf();
  if (!queue) return null;
  const pressing = (id: string, words: string) => ({
    label: `${words} (${keysOf(id)})`,
    small: true,
    onClick: () => void commandNamed(id).run(context),
  });
  return (
    <section className={css.strip} aria-label="Queue">
      <span className={css.stripWords}>
        <strong>{QUEUE_WORDS[queue.name].title}</strong> {count(queue.at + 1)} of {count(queue.total)}
      </span>
      <IconButton {...pressing('previous-article', 'Previous in the queue')} disabled={queue.at === 0}>
        <ChevronLeft size={16} aria-hidden />
      </IconButton>
      <IconButton {...pressing('next-article', 'Next in the queue')}>
        <ChevronRight size={16} aria-hidden />
      </IconButton>
      <IconButton {...pressing('leave-queue', 'Leave the queue')}>
        <X size={16} aria-hidden />
      </IconButton>
    </section>
  );
}
