import { Button } from '../../ui/Button.tsx';
import { Progress } from '../../ui/Progress.tsx';
import type { JobState } from './use-job.ts';
import css from './parts.module.css';

/** How far a job is, how long it will take, and the way to stop it. Nothing while none runs. */
export function JobLine({ job, starting }: { readonly job: JobState; readonly starting: string }) {
  if (!job.running) return null;
  const { progress, secondsLeft } = job;
  return (
    <div className={css.job}>
      <div className={css.jobBar}>
        <Progress label={progress?.what || starting} done={progress?.done ?? 0} total={progress?.total ?? 0} />
        <p className={css.left}>{secondsLeft === null ? '' : timeLeft(secondsLeft)}</p>
      </div>
      <Button onClick={job.cancel}>Cancel</Button>
    </div>
  );
}

/** How long it will take, in words. */
export function timeLeft(seconds: number): string {
  if (seconds < 2) return 'Nearly done';
  if (seconds < 90) return `About ${seconds} seconds left`;
  return `About ${Math.round(seconds / 60)} minutes left`;
}
