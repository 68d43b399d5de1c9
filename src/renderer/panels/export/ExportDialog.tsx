import { FolderOutput } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ExportResult } from '../../../shared/api/contract.ts';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';
import type { FormatInfo } from '../../../shared/model/exchange.ts';
import { useClient } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { safeName } from '../chooser/new-name.ts';
import { useChooser } from '../chooser/use-chooser.tsx';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { focusFirst } from '../parts/focus-first.ts';
import { JobLine } from '../parts/JobLine.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import { useJob } from '../parts/use-job.ts';
import { Holds } from './Holds.tsx';
import css from './export.module.css';
import { FormatChoice, OptionFields } from './FormatChoice.tsx';
import { optionsFor, optionValues } from './format-options.ts';
import { Written } from './Written.tsx';

/** Writes the dataset: what format, what it holds and loses, where to; then what was written. */
export function ExportDialog({ onClose }: { onClose(): void }) {
  const client = useClient();
  const chooser = useChooser();
  const job = useJob(client);
  const projectName = useStore((store) => store.project?.name ?? '');
  const [formats, setFormats] = useState<readonly FormatInfo[]>([]);
  /** The formats that can be written, once they are there. */
  const known = useRef<Promise<readonly FormatInfo[]>>(Promise.resolve([]));
  const [formatId, setFormatId] = useState('');
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<ErrorInfo | null>(null);
  const [result, setResult] = useState<ExportResult | null>(null);
  const [leaving, setLeaving] = useState(false);

  useEffect(() => {
    known.current = client.call('exchange.formats', {}).then(
      (found) => {
        const writing = found.formats.filter((format) => format.writes);
        setFormats(writing);
        setFormatId(writing[0]?.id ?? '');
        return writing;
      },
      (thrown: unknown) => {
        setProblem(errorInfo(thrown));
        return [];
      },
    );
  }, [client]);

  const format = formats.find((candidate) => candidate.id === formatId) ?? null;
  const options = format ? optionValues(format, 'write', chosen) : {};
  const preview = useAnswer('exchange.preview', format && { format: format.id, options }, { once: true });

  const write = async (): Promise<void> => {
    // Pressed before they have come, it means the first of them, as it would a moment later.
    const wanted = format ?? (await known.current)[0];
    if (!wanted) return;
    job.clear();
    setProblem(null);
    try {
      const folder = await chooser.chooseExportFolder(safeName(`${projectName} ${wanted.id}`, wanted.id));
      if (!folder) return;
      const input = { format: wanted.id, folder: folder.file, options: optionValues(wanted, 'write', chosen) };
      setResult(await job.run((id) => client.call('exchange.write', { ...input, job: id })));
    } catch (thrown) {
      setProblem(errorInfo(thrown));
    }
  };

  const main = useRef<HTMLButtonElement>(null);
  const close = (): void => (job.running ? setLeaving(true) : onClose());
  return (
    <Dialog
      open
      onClose={close}
      initialFocus={main}
      title={result ? 'The dataset is written' : 'Export the dataset'}
      actions={
        result ? (
          <>
            <Button onClick={() => setResult(null)}>Export in another format</Button>
            <Button ref={focusFirst} key="done" look="primary" onClick={onClose}>
              Close
            </Button>
          </>
        ) : (
          <>
            <Button onClick={close}>Close</Button>
            <Button
              ref={main}
              look="primary"
              disabled={job.running || preview.error !== null}
              onClick={() => void write()}
            >
              <FolderOutput size={16} aria-hidden />
              Choose a folder and export…
            </Button>
          </>
        )
      }
    >
      {result ? (
        <Written result={result} />
      ) : (
        <div className={css.stack}>
          <FormatChoice formats={formats} value={formatId} disabled={job.running} onChange={setFormatId} />
          {format && (
            <OptionFields
              options={optionsFor(format, 'write')}
              values={options}
              disabled={job.running}
              onChange={(id, value) => setChosen({ ...chosen, [id]: value })}
            />
          )}
          <section aria-label="What it will hold" aria-live="polite" className={css.preview}>
            <ErrorNote error={preview.error} />
            {preview.answer && <Holds report={preview.answer} />}
            {!preview.answer && !preview.error && <Progress label="Counting what it will hold" done={0} total={0} />}
          </section>
          <ErrorNote error={problem ?? job.problem} />
          <JobLine job={job} starting="Writing the dataset" />
        </div>
      )}
      {chooser.dialog}
      <ConfirmDialog
        open={leaving && job.running}
        title="Stop the export?"
        words="The dataset isn’t written yet. If you stop now, nothing is left in the folder."
        yes="Stop"
        no="Go on"
        onYes={() => {
          job.cancel();
          onClose();
        }}
        onNo={() => setLeaving(false)}
      />
    </Dialog>
  );
}
