import { FolderOpen } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { FileHandle, ImportResult } from '../../../shared/api/contract.ts';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';
import type { FormatInfo } from '../../../shared/model/exchange.ts';
import { KINDS } from '../../../shared/model/kind.ts';
import { ROLE_WORD, ROLES } from '../../../shared/model/role.ts';
import { counted } from '../../../shared/text/counted.ts';
import { useClient } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { useChooser } from '../chooser/use-chooser.tsx';
import { OptionFields } from '../export/FormatChoice.tsx';
import { optionsFor, optionValues } from '../export/format-options.ts';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { JobLine } from '../parts/JobLine.tsx';
import { LossList } from '../parts/LossList.tsx';
import { useJob } from '../parts/use-job.ts';
import { someOf } from '../parts/words.ts';
import { AnnotatedSummary } from './AnnotatedSummary.tsx';
import css from './annotated.module.css';
import { formatOf } from './coded-files.ts';
import { type Drop, type Held, holdFiles } from './dropped.ts';
import frame from './import.module.css';
import type { PartProps } from './part.ts';
import { MappingTable } from './MappingTable.tsx';
import { type MappingChoice, readMapping, withTarget } from './mapping.ts';
import { ProblemList } from './ProblemList.tsx';
import { useDrop } from './use-drop.ts';
import { type Inspected, useInspect } from './use-inspect.ts';

const KIND_CHOICES = KINDS.map((kind) => ({ value: kind, label: kind }));
const ROLE_CHOICES = ROLES.map((role) => ({ value: role, label: `${role} (${ROLE_WORD[role]})` }));
const NOTHING_CHOSEN: MappingChoice = { types: [], roles: [], coder: '', coderFrom: 'none' };

const STILL_BUSY: ErrorInfo = {
  code: 'conflict',
  message: 'What was dropped wasn’t taken: the files before it are still being read.',
  hint: 'Drop it again when they are through.',
};

/** Where the coded articles are read from. */
interface Source {
  readonly files: readonly FileHandle[];
  readonly name: string;
}

/** Articles that were coded elsewhere: which format, what their words mean here, what will be left out; then kept. */
export function AnnotatedImport(props: PartProps) {
  const { onLoss, onBusy, onClose, onCancel } = props;
  const client = useClient();
  const chooser = useChooser();
  const job = useJob(client);
  const applied = useStore((store) => store.applied);
  const me = useStore((store) => store.app?.coder.name ?? '');
  const [formats, setFormats] = useState<readonly FormatInfo[]>([]);
  const [formatId, setFormatId] = useState('');
  const [chosenOptions, setChosenOptions] = useState<Readonly<Record<string, string>>>({});
  const [source, setSource] = useState<Source | null>(null);
  const [holding, setHolding] = useState<string | null>(null);
  const [refused, setRefused] = useState<Held['problems']>([]);
  const [choice, setChoice] = useState<MappingChoice>(NOTHING_CHOSEN);
  const [problem, setProblem] = useState<ErrorInfo | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);

  useEffect(() => {
    client.call('exchange.formats', {}).then(
      (found) => {
        const reading = found.formats.filter((format) => format.reads);
        setFormats(reading);
        // What was dropped meanwhile may have told it.
        setFormatId((told) => told || (reading[0]?.id ?? ''));
      },
      (thrown: unknown) => setProblem(errorInfo(thrown)),
    );
  }, [client]);

  const format = formats.find((candidate) => candidate.id === formatId) ?? null;
  const options = format ? optionValues(format, 'read', chosenOptions) : {};
  const order = format && source ? { format, files: source.files, options, choice } : null;
  const onFound = useCallback(
    (rows: Pick<MappingChoice, 'types' | 'roles'>) => setChoice((before) => ({ ...before, ...rows })),
    [],
  );
  const inspection = useInspect(client, order, onFound);
  const { found } = inspection;

  const running = job.running || holding !== null;
  useEffect(() => {
    onBusy(running);
    onLoss(job.running ? 'The coded articles aren’t imported yet. If you close now, nothing of them is kept.' : null);
  }, [running, job.running, onBusy, onLoss]);

  const take = (next: Source): void => {
    setSource(next);
    setChoice({ ...NOTHING_CHOSEN, coder: choice.coder, coderFrom: choice.coderFrom });
  };
  const choose = async (): Promise<void> => {
    setProblem(null);
    try {
      const chosen = await chooser.chooseFolder();
      if (!chosen) return;
      setRefused([]);
      take({ files: [chosen.file], name: chosen.name });
    } catch (thrown) {
      setProblem(errorInfo(thrown));
    }
  };
  const takeDrop = async (drop: Drop): Promise<void> => {
    if (running) {
      setProblem(STILL_BUSY);
      return;
    }
    setResult(null);
    setProblem(null);
    const held = await holdFiles(client, 'coded', drop, (done, total) =>
      setHolding(`Taking file ${done + 1} of ${total}`),
    );
    setHolding(null);
    setRefused(held.problems);
    if (held.files.length === 0) return;
    setFormatId((before) => formatOf(drop.files.map(({ file }) => file.name)) ?? before);
    take({ files: held.files, name: drop.name || counted(held.files.length, 'file') });
  };
  useDrop(props, (drop) => void takeDrop(drop));
  const keep = async (): Promise<void> => {
    if (!format || !source) return;
    const input = { format: format.id, files: [...source.files], mapping: readMapping(choice), options };
    const read = await job.run((id) => client.call('exchange.read', { ...input, job: id }));
    if (!read) return;
    setResult(read);
    await applied(read.applied);
  };

  if (result) return <AnnotatedSummary result={result} onClose={onClose} />;
  return (
    <div className={frame.part}>
      <div className={css.from}>
        <Select
          label="Format"
          value={formatId}
          options={formats.map(({ id, name }) => ({ value: id, label: name }))}
          disabled={job.running || formats.length === 0}
          onChange={(id) => {
            setFormatId(id);
            setChoice({ ...NOTHING_CHOSEN, coder: choice.coder, coderFrom: choice.coderFrom });
          }}
        />
        <div className={css.folder}>
          <Button disabled={!format || running} look={source ? 'plain' : 'primary'} onClick={() => void choose()}>
            <FolderOpen size={16} aria-hidden />
            {source ? 'Another folder…' : 'Choose the folder…'}
          </Button>
          {source && <span className={css.folderName}>{source.name}</span>}
        </div>
      </div>
      {!source && !holding && <p className={css.quiet}>Or drop the folder, or its files, here.</p>}
      {holding && <p role="status">{holding}</p>}
      <ProblemList problems={refused} title="Not taken" />
      {format && <p className={css.quiet}>{format.description}</p>}
      {format && (
        <OptionFields
          options={optionsFor(format, 'read')}
          values={options}
          disabled={job.running}
          onChange={(id, value) => setChosenOptions({ ...chosenOptions, [id]: value })}
        />
      )}
      <ErrorNote error={problem ?? inspection.error} />
      {source && inspection.looking && !found && <p role="status">Looking into “{source.name}”…</p>}
      {/* Also before anything was found: how the coders are named may be why nothing could be read. */}
      {source && (
        <div className={css.coder}>
          <Select
            label="Who coded it"
            value={choice.coderFrom}
            options={[
              { value: 'none', label: 'What the files say, else one coder' },
              { value: 'suffix', label: 'The end of each file’s name: talks_MARA.ann beside talks.txt' },
            ]}
            disabled={job.running}
            onChange={(coderFrom) => setChoice({ ...choice, coderFrom })}
          />
          <Field
            label="Coder of what names none"
            value={choice.coder}
            maxLength={120}
            disabled={job.running}
            placeholder={me}
            help={me ? `Left empty: you, ${me}.` : 'Left empty: “Unnamed coder”.'}
            onChange={(event) => setChoice({ ...choice, coder: event.target.value })}
          />
        </div>
      )}
      {found && !inspection.error && (
        <>
          <div className={css.mappings}>
            <MappingTable
              title="What was marked"
              help="What each type of mark is to be here."
              rows={choice.types}
              choices={KIND_CHOICES}
              disabled={job.running}
              onChange={(name, to) => setChoice({ ...choice, types: withTarget(choice.types, name, to) })}
            />
            <MappingTable
              title="How marks are linked"
              help="The part that each plays in a claim."
              rows={choice.roles}
              choices={ROLE_CHOICES}
              disabled={job.running}
              onChange={(name, to) => setChoice({ ...choice, roles: withTarget(choice.roles, name, to) })}
            />
          </div>
          <Brings found={found} looking={inspection.looking} />
        </>
      )}
      <ErrorNote error={job.problem} />
      <JobLine job={job} starting="Reading" />
      <div className={frame.foot}>
        <span />
        <div className={frame.buttons}>
          <Button onClick={onCancel}>Close</Button>
          <Button
            look="primary"
            disabled={!found || inspection.looking || inspection.error !== null || job.running}
            onClick={() => void keep()}
          >
            {found ? `Import ${counted(found.articles, 'article')}` : 'Import'}
          </Button>
        </div>
      </div>
      {chooser.dialog}
    </div>
  );
}

/** What the import would bring and leave out. */
function Brings({ found, looking }: { readonly found: Inspected; readonly looking: boolean }) {
  const { articles, annotations, links, coders, losses } = found;
  return (
    <section className={css.brings} aria-label="What it will bring" aria-live="polite" aria-busy={looking}>
      <p>
        <strong>
          {counted(articles, 'article')}, {counted(annotations, 'annotation')}, {counted(links, 'link')}
        </strong>
        {coders.length > 0 && `, coded by ${someOf(coders, 6)}`}.
      </p>
      {losses.length > 0 && (
        <>
          <p>Left out:</p>
          <LossList losses={losses} label="Left out" />
        </>
      )}
    </section>
  );
}
