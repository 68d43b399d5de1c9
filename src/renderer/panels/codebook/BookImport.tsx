import { useEffect, useState } from 'react';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';
import type { CodebookReading } from '../../../shared/api/methods/codebook.ts';
import type { Chosen } from '../../host/host.ts';
import { useClient } from '../../store/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { LossList } from '../parts/LossList.tsx';
import { LineList } from '../parts/LineList.tsx';
import css from './BookImport.module.css';
import { useAct } from './use-act.ts';

/** Shows what a codebook's file would bring, what is there already and differs, and what isn't kept; then reads it. */
export function BookImport({ chosen, onClose }: { readonly chosen: Chosen; onClose(): void }) {
  const client = useClient();
  const act = useAct();
  const [found, setFound] = useState<CodebookReading | null>(null);
  const [problem, setProblem] = useState<ErrorInfo | null>(null);
  const [both, setBoth] = useState<'keep' | 'take'>('keep');
  useEffect(() => {
    let isWanted = true;
    client.call('codebook.inspect', { file: chosen.file, both: 'keep' }).then(
      (reading) => isWanted && setFound(reading),
      (error: unknown) => isWanted && setProblem(errorInfo(error)),
    );
    return () => {
      isWanted = false;
    };
  }, [client, chosen.file]);

  const brings = found !== null && (found.added.length > 0 || (both === 'take' && found.differing.length > 0));
  const read = async (): Promise<void> => {
    const answer = await act('codebook.read', { file: chosen.file, both }, 'The codebook is read');
    if (answer) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Import “${chosen.name}”`}
      description={found?.what}
      actions={
        <>
          <Button onClick={onClose}>{problem ? 'Close' : 'Cancel'}</Button>
          {!problem && (
            <Button look="primary" disabled={!brings} onClick={() => void read()}>
              Import
            </Button>
          )}
        </>
      }
    >
      <ErrorNote error={problem} />
      {!found && !problem && <p className="soft">Reading…</p>}
      {found && (
        <div className={css.reading}>
          <p>
            <strong>
              {found.added.length === 0 ? 'Nothing new' : `${found.added.length.toLocaleString('en')} new`}
            </strong>
            {found.differing.length > 0 && (
              <>, {found.differing.length.toLocaleString('en')} there already that differ</>
            )}
            {found.same > 0 && <>, {found.same.toLocaleString('en')} there already, the same</>}. Codes of the same path
            are the same code. One undo takes all of it back.
          </p>
          {found.differing.length > 0 && (
            <>
              <Select
                label={`What becomes of the ${found.differing.length.toLocaleString('en')} that differ`}
                value={both}
                options={[
                  { value: 'keep', label: 'They stay as they are here' },
                  { value: 'take', label: 'What the file says is taken over' },
                ]}
                onChange={setBoth}
              />
              <LineList
                title="There already, and different in the file"
                lines={found.differing.map(({ name, what }) => ({ key: name, words: `${name}: ${what}` }))}
              />
            </>
          )}
          {found.added.length > 0 && (
            <LineList title="New" lines={found.added.map((name) => ({ key: name, words: name }))} />
          )}
          {found.losses.length > 0 && (
            <>
              <p className="label">What isn’t kept</p>
              <LossList losses={found.losses} label="What isn’t kept" />
            </>
          )}
        </div>
      )}
    </Dialog>
  );
}
