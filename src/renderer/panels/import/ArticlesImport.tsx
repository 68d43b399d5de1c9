import { FilePlus2, FolderPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { FileHandle, ImportedArticles } from '../../../shared/api/contract.ts';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';
import { counted } from '../../../shared/text/counted.ts';
import { useClient } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { useChooser } from '../chooser/use-chooser.tsx';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { JobLine } from '../parts/JobLine.tsx';
import { useJob } from '../parts/use-job.ts';
import { CandidateTable } from './CandidateTable.tsx';
import { countRows, filesToImport, type ImportRow, isEdited, joinCandidates } from './candidates.ts';
import { type Drop, type Held, holdFiles } from './dropped.ts';
import { ImportedSummary } from './ImportedSummary.tsx';
import css from './import.module.css';
import type { PartProps } from './part.ts';
import { ProblemList } from './ProblemList.tsx';
import { SetForAll } from './SetForAll.tsx';
import { useDrop } from './use-drop.ts';

/** Plain articles: files in, what was found in them shown and corrected, then kept. */
export function ArticlesImport(props: PartProps) {
  const { onLoss, onBusy, onClose, onCancel, first } = props;
  const client = useClient();
  const chooser = useChooser();
  const job = useJob(client);
  const applied = useStore((store) => store.applied);
  const openArticle = useStore((store) => store.openArticle);
  const [rows, setRows] = useState<readonly ImportRow[]>([]);
  const [refused, setRefused] = useState<Held['problems']>([]);
  const [problem, setProblem] = useState<ErrorInfo | null>(null);
  const [holding, setHolding] = useState<string | null>(null);
  const [result, setResult] = useState<ImportedArticles | null>(null);
  const counts = countRows(rows);
  const working = job.running || holding !== null;

  const loss = lossOf(job.running, counts.included, result === null && isEdited(rows));
  const busy = working || rows.length > 0;
  useEffect(() => onLoss(loss), [loss, onLoss]);
  useEffect(() => onBusy(busy), [busy, onBusy]);

  const inspect = async (files: readonly FileHandle[]): Promise<void> => {
    if (files.length === 0) return;
    setResult(null);
    const found = await job.run((id) => client.call('articles.inspect', { files: [...files], job: id }));
    if (found) setRows((before) => joinCandidates(before, found.candidates));
  };
  const choose = async (ask: () => Promise<readonly { readonly file: FileHandle }[]>): Promise<void> => {
    setProblem(null);
    try {
      await inspect((await ask()).map((chosen) => chosen.file));
    } catch (thrown) {
      setProblem(errorInfo(thrown));
    }
  };
  const takeDrop = async (drop: Drop): Promise<void> => {
    const held = await holdFiles(client, 'articles', drop, (done, total) =>
      setHolding(`Taking file ${done + 1} of ${total}`),
    );
    setHolding(null);
    setRefused(held.problems);
    await inspect(held.files);
  };
  useDrop(props, (drop) => void takeDrop(drop));

  const keep = async (): Promise<void> => {
    const kept = await job.run((id) => client.call('articles.import', { files: filesToImport(rows), job: id }));
    if (!kept) return;
    setRows([]);
    setRefused([]);
    setResult(kept);
    await applied(kept.applied);
  };
  const again = (): void => setResult(null);
  const openFirst = (): void => {
    if (result?.firstId) void openArticle(result.firstId);
    onClose();
  };

  const chooseButtons = (look: 'primary' | 'plain') => (
    <>
      <Button ref={first} look={look} disabled={working} onClick={() => void choose(chooser.chooseArticles)}>
        <FilePlus2 size={16} aria-hidden />
        {rows.length > 0 ? 'More files…' : 'Choose files…'}
      </Button>
      <Button
        disabled={working}
        onClick={() =>
          void choose(async () => {
            const folder = await chooser.chooseFolder();
            return folder ? [folder] : [];
          })
        }
      >
        <FolderPlus size={16} aria-hidden />
        {rows.length > 0 ? 'More from a folder…' : 'Choose a folder…'}
      </Button>
    </>
  );

  if (result) return <ImportedSummary result={result} onAgain={again} onOpen={openFirst} onClose={onClose} />;
  return (
    <div className={css.part}>
      {rows.length === 0 && !working && (
        <div className={css.drop}>
          <p className={css.dropTitle}>Drop text files here</p>
          <p className={css.quiet}>
            <b>.txt</b> or <b>.md</b>, one article a file, in any common encoding. You see what was found in each before
            anything is kept.
          </p>
          <div className={css.buttons}>{chooseButtons('primary')}</div>
        </div>
      )}
      {holding && <p role="status">{holding}</p>}
      <ProblemList problems={refused} title="Not taken" />
      <ErrorNote error={problem ?? job.problem} />
      {rows.length > 0 && (
        <>
          <SetForAll rows={rows} disabled={working} onRows={setRows} />
          <CandidateTable rows={rows} disabled={working} onRows={setRows} />
        </>
      )}
      <JobLine job={job} starting={rows.length > 0 ? 'Importing' : 'Looking at the files'} />
      {rows.length > 0 && (
        <div className={css.foot}>
          <p className={css.footWords} aria-live="polite">
            {footWords(counts)}
          </p>
          <div className={css.buttons}>
            {chooseButtons('plain')}
            <Button onClick={onCancel}>Close</Button>
            <Button
              look="primary"
              disabled={working || counts.included === 0 || counts.invalid > 0}
              onClick={() => void keep()}
            >
              Import {counted(counts.included, 'article')}
            </Button>
          </div>
        </div>
      )}
      {chooser.dialog}
    </div>
  );
}

/** What closing now would lose. */
function lossOf(running: boolean, included: number, edited: boolean): string | null {
  if (running && included > 0) return 'The articles aren’t imported yet. If you close now, none of them is kept.';
  return edited ? 'The details that you typed would be lost. The files themselves stay as they are.' : null;
}

function footWords(counts: ReturnType<typeof countRows>): string {
  if (counts.invalid > 0) {
    return counts.invalid === 1
      ? 'One article has a date that can’t be kept. Correct it, or untick the article.'
      : `${counted(counts.invalid, 'article')} have a date that can’t be kept. Correct them, or untick the articles.`;
  }
  const parts: string[] = [];
  if (counts.duplicates > 0) parts.push(`${counted(counts.duplicates, 'text')} known already`);
  if (counts.problems > 0) parts.push(`${counted(counts.problems, 'file')} that can’t be read`);
  return parts.length > 0 ? `Left out: ${parts.join(' and ')}.` : '';
}
