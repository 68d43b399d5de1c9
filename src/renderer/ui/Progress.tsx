import { Progress as Base } from '@base-ui/react/progress';
import css from './Progress.module.css';

export interface ProgressProps {
  /** What is going on: `Reading 40 files`. */
  readonly label: string;
  readonly done: number;
  /** 0 while not known. */
  readonly total: number;
}

/** How far long work is; a moving bar while its length isn't known. */
export function Progress({ label, done, total }: ProgressProps) {
  const known = total > 0;
  return (
    <Base.Root value={known ? Math.min(done, total) : null} max={known ? total : 100} className={css.root}>
      <Base.Label>{label}</Base.Label>
      <span className={css.count}>
        {known ? `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}` : ''}
      </span>
      <Base.Track className={css.track}>
        <Base.Indicator className={css.bar} />
      </Base.Track>
    </Base.Root>
  );
}
