import { useEffect, useState } from 'react';
import { UPGRADE_JOB } from '../../../shared/api/upgrade.ts';
import { useClient } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { type JobProgress, secondsLeft } from '../parts/use-job.ts';
import { timeLeft } from '../parts/JobLine.tsx';
import css from './project.module.css';

interface Step extends JobProgress {
  /** When this step began, in milliseconds. */
  readonly began: number;
  /** Seconds that the rest of it will take; null while that can't be told. */
  readonly left: number | null;
}

/** Covers the window while a project of an earlier Parley is brought up to date, whoever opens it: how far it is, and Cancel. */
export function Upgrading() {
  const client = useClient();
  const run = useStore((store) => store.run);
  const [step, setStep] = useState<Step | null>(null);
  const [stopping, setStopping] = useState(false);

  useEffect(
    () =>
      client.listen('job', ({ job, done, total, what }) => {
        if (job !== UPGRADE_JOB) return;
        if (what === '') {
          setStep(null);
          setStopping(false);
          return;
        }
        const now = performance.now();
        setStep((before) => {
          const began = before?.what === what ? before.began : now;
          return { done, total, what, began, left: secondsLeft({ done, total, what }, now - began) };
        });
      }),
    [client],
  );

  const left = step?.left ?? null;
  return (
    <Dialog
      open={step !== null}
      onClose={() => undefined}
      dismissable={false}
      width="narrow"
      title="Bringing the project up to date"
      actions={
        <Button
          // Not switched off: it has the keyboard, which would be left nowhere.
          aria-disabled={stopping}
          onClick={() => {
            if (stopping) return;
            setStopping(true);
            void run('jobs.cancel', { job: UPGRADE_JOB });
          }}
        >
          {stopping ? 'Stopping…' : 'Cancel'}
        </Button>
      }
    >
      <div className={css.stack}>
        <p>It was made by an earlier Parley. A copy of it, as it is, is put beside it first.</p>
        {step && <Progress label={step.what} done={step.done} total={step.total} />}
        <p className={css.quiet}>{left === null ? 'This may take a minute.' : timeLeft(left)}</p>
      </div>
    </Dialog>
  );
}
