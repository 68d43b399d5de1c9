import { useStore } from '../../store/store.ts';
import { Toast } from '../../ui/Toast.tsx';
import { classes } from '../../ui/classes.ts';
import css from './Notices.module.css';

/** Messages in the corner. Those that something went wrong are announced at once and stay; the others leave by themselves. */
export function Notices() {
  const notices = useStore((store) => store.notices);
  const dismiss = useStore((store) => store.dismiss);
  const covered = useStore((store) => store.dialog !== null || store.sheet !== null);
  const urgent = notices.some((notice) => notice.tone === 'bad');
  return (
    <section
      className={classes(css.corner, covered && !urgent && css.under)}
      aria-label="Messages"
      data-messages
      // Each message announces itself; the mark keeps an open dialog from hiding them from screen readers.
      aria-live="off"
    >
      {notices.map((notice) => (
        <div key={notice.id} role={notice.tone === 'bad' ? 'alert' : 'status'}>
          <Toast
            tone={notice.tone}
            title={notice.title}
            detail={notice.detail}
            hint={notice.hint}
            stay={notice.tone === 'bad' ? 0 : 7000}
            onClose={() => dismiss(notice.id)}
          />
        </div>
      ))}
    </section>
  );
}

/** What a key just did, for screen readers. The same words twice differ by an unseen blank, so that they are read twice. */
export function LiveRegion() {
  const { text, count } = useStore((store) => store.said);
  return (
    <div className="sr-only" role="status" aria-live="polite" data-testid="said">
      {text}
      {count % 2 === 1 ? ' ' : ''}
    </div>
  );
}
