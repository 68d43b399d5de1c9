import { CircleCheck, ShieldAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { CheckReport } from '../../../shared/api/contract.ts';
import { useClient } from '../../store/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { timeLeft } from '../parts/JobLine.tsx';
import { ScrollRegion } from '../parts/ScrollRegion.tsx';
import { useJob } from '../parts/use-job.ts';
import { count } from '../parts/words.ts';
import { checkedWords, problemGroups } from './check-words.ts';
import css from './project.module.css';

/** Messages of one kind that are shown; the others are counted. */
const SHOWN = 200;

/**
 * Checks the project's file and says what was found in plain words; the check ends with the dialog. Changes nothing, but for an index
 * that is to be made anew.
 */
export function CheckDialog({ onClose }: { onClose(): void }) {
  const client = useClient();
  const { run, running, progress, secondsLeft, problem } = useJob(client);
  const [report, setReport] = useState<CheckReport | null>(null);
  const [repair, setRepair] = useState<'not' | 'running' | 'done'>('not');

  useEffect(() => {
    let left = false;
    void run((job) => client.call('project.check', { job })).then((found) => {
      if (found && !left) setReport(found);
    });
    return () => {
      left = true;
    };
  }, [client, run]);

  const repairIndex = async (): Promise<void> => {
    setRepair('running');
    const found = await run((job) => client.call('project.repairIndex', { job }));
    if (found) setReport(found);
    setRepair(found ? 'done' : 'not');
  };
  const canRepair = report?.problems.some(({ what }) => what === 'index') ?? false;
  const repairing = repair === 'running';
  const starting = repairing ? 'Making the index anew' : 'Checking the file, every text and every annotation';

  return (
    <Dialog
      open
      onClose={onClose}
      title="Check of the project"
      actions={
        <>
          {canRepair && (
            <Button disabled={repairing} onClick={() => void repairIndex()}>
              Make the index anew
            </Button>
          )}
          <Button look={running ? 'plain' : 'primary'} onClick={onClose}>
            {running && !repairing ? 'Cancel' : 'Close'}
          </Button>
        </>
      }
    >
      <div className={css.stack}>
        <ErrorNote error={problem} />
        {running && (
          <div className={css.step}>
            <Progress label={progress?.what || starting} done={progress?.done ?? 0} total={progress?.total ?? 0} />
            <p className={css.left}>{secondsLeft === null ? '' : timeLeft(secondsLeft)}</p>
          </div>
        )}
        <div className={css.stack} aria-live="polite">
          {report && <Findings report={report} repaired={repair === 'done'} />}
        </div>
      </div>
    </Dialog>
  );
}

function Findings({ report, repaired }: { readonly report: CheckReport; readonly repaired: boolean }) {
  const groups = problemGroups(report);
  return (
    <>
      <p className={report.ok ? css.sound : css.unsound}>
        {report.ok ? <CircleCheck size={20} aria-hidden /> : <ShieldAlert size={20} aria-hidden />}
        <strong>{report.ok ? 'Everything is in order.' : 'Something needs your attention.'}</strong>
      </p>
      <p className={css.quiet}>
        {checkedWords(report)}{' '}
        {repaired ? 'The index was made anew; what is coded was not touched.' : 'Nothing was changed.'}
      </p>
      {groups.map((group) => (
        <section key={group.what} className={css.group}>
          <h3>
            {group.title} ({count(group.messages.length)})
          </h3>
          <p className={css.quiet}>{group.hint}</p>
          <ScrollRegion label={group.title} className={css.messages}>
            <ul>
              {group.messages.slice(0, SHOWN).map((message, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- the report never changes, and messages may be equal
                <li key={index}>{message}</li>
              ))}
            </ul>
          </ScrollRegion>
          {group.messages.length > SHOWN && (
            <p className={css.quiet}>and {count(group.messages.length - SHOWN)} more</p>
          )}
        </section>
      ))}
    </>
  );
}
