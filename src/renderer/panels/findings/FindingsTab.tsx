import { SearchCheck } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CorpusFinding, CorpusFindings } from '../../../shared/api/methods/lint.ts';
import { rules } from '../../../shared/lint/rules/all.ts';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';
import type { RuleId } from '../../../shared/model/finding.ts';
import { counted } from '../../../shared/text/counted.ts';
import { spanEnd, spanStart } from '../../../shared/text/span.ts';
import { useClient, useStoreApi } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { ToggleChip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table, type TableColumn } from '../../ui/Table.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { longDate } from '../parts/words.ts';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { JobLine } from '../parts/JobLine.tsx';
import { useJob } from '../parts/use-job.ts';
import css from './tab.module.css';
import { findingName } from './use-findings.ts';

/** Rows that are read at a time. */
const PAGE = 100;

/** So many articles are looked through without being asked: a few seconds at most, beside whatever else is done. */
const FEW = 500;

/** How it goes is shown only of what takes longer than this, in milliseconds: nothing flashes by. */
const NOTICED = 400;

const COLUMNS: readonly TableColumn[] = [
  { id: 'rule', head: 'What', width: '14rem' },
  { id: 'message', head: 'Where', width: 'minmax(16rem, 1fr)' },
  { id: 'title', head: 'Article', width: 'minmax(10rem, 22rem)' },
  { id: 'date', head: 'Date', width: '9rem' },
];

/** What may be a slip in all that was coded. Enter on a row opens its article at its words, with the findings beside them. */
export function FindingsTab() {
  const client = useClient();
  const store = useStoreApi();
  const job = useJob(client);
  const history = useStore((state) => state.project?.history);
  const coderId = useStore((state) => state.app?.coder.id);
  const [rule, setRule] = useState<RuleId | null>(null);
  const [sums, setSums] = useState<CorpusFindings | null>(null);
  const [rows, setRows] = useState<ReadonlyMap<number, CorpusFinding>>(new Map());
  const [current, setCurrent] = useState(0);
  const [problem, setProblem] = useState<ErrorInfo | null>(null);
  const asked = useRef(0);

  const read = useCallback(
    async (offset: number, fresh: boolean) => {
      const mine = fresh ? ++asked.current : asked.current;
      const found = await client.call('lint.corpus', { rule, offset, limit: PAGE }).catch((thrown: unknown) => {
        if (mine === asked.current) setProblem(errorInfo(thrown));
        return null;
      });
      if (!found || mine !== asked.current) return;
      setProblem(null);
      setSums(found);
      setRows((before) => {
        const next = new Map(fresh ? [] : before);
        for (const [i, row] of found.rows.entries()) next.set(offset + i, row);
        return next;
      });
    },
    [client, rule],
  );
  useEffect(() => {
    void read(0, true);
    // What has changed tells when to read again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [read, history, coderId]);
  const onVisible = useCallback(
    (from: number, to: number) => {
      for (let page = Math.floor(from / PAGE); page * PAGE < to; page++) {
        if (!rows.has(page * PAGE)) void read(page * PAGE, false);
      }
    },
    [rows, read],
  );
  const look = async () => {
    const looked = await job.run((id) => client.call('lint.run', { job: id }));
    stopped.current = looked === null;
    await read(0, true);
  };
  // Few articles are looked through at once; what was stopped or failed waits for the button, and nothing is tried twice.
  const stopped = useRef(false);
  const tried = useRef<unknown>(null);
  useEffect(() => {
    if (!sums || sums.stale === 0 || sums.stale > FEW || job.running || stopped.current) return;
    if (tried.current === history) return;
    tried.current = history;
    void look();
    // What is stale tells when; how to look is the same each time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [sums]);
  const [noticed, setNoticed] = useState(false);
  useEffect(() => {
    if (!job.running) return setNoticed(false);
    const timer = setTimeout(() => setNoticed(true), NOTICED);
    return () => clearTimeout(timer);
  }, [job.running]);
  const open = async (row: number) => {
    const found = rows.get(row);
    if (!found) return;
    const { openArticle, showRecord } = store.getState();
    const { finding, articleId } = found;
    const [annotationId] = finding.annotationIds;
    const words = { start: spanStart(finding.span), end: spanEnd(finding.span) };
    showRecord('findings', findingName(finding));
    // Words that nothing is tagged on show as the selection.
    await openArticle(articleId, annotationId === undefined ? { words } : { annotationId });
  };
  const all = sums ? Object.values(sums.byRule).reduce((sum, count) => sum + count, 0) : 0;
  return (
    <div className={css.tab}>
      <Toolbar
        words={
          sums &&
          [
            all === 0 ? 'No findings' : counted(all, 'finding'),
            sums.dismissed > 0 ? `, ${sums.dismissed.toLocaleString('en-GB')} dismissed` : '',
            sums.stale > 0 ? `; ${counted(sums.stale, 'article')} to look through` : '',
          ].join('')
        }
      >
        {!noticed && (
          <Button
            look={sums && sums.stale > 0 ? 'primary' : 'plain'}
            disabled={sums?.stale === 0 || job.running}
            onClick={() => void look()}
          >
            Look through what is coded
          </Button>
        )}
      </Toolbar>
      {noticed && <JobLine job={job} starting="Looking through what is coded" />}
      <ErrorNote error={job.problem ?? problem} />
      {all > 0 && (
        <div className={css.chips} role="group" aria-label="Only of one kind">
          {rules
            .filter(({ id }) => (sums?.byRule[id] ?? 0) > 0)
            .map(({ id, title }) => (
              <ToggleChip
                key={id}
                on={rule === id}
                onClick={() => {
                  setRule(rule === id ? null : id);
                  setCurrent(0);
                }}
              >
                {title} {sums?.byRule[id].toLocaleString('en-GB')}
              </ToggleChip>
            ))}
        </div>
      )}
      {sums && sums.total === 0 && !(job.running && sums.stale > 0) ? (
        <EmptyState icon={<SearchCheck size={28} />} title={sums.stale > 0 ? 'Not looked through yet' : 'Nothing odd'}>
          {sums.stale > 0
            ? 'Claims without a claimant, quotations that no claim covers, cut words and the like, in all that you have coded.'
            : 'Every claim has a claimant, every quotation a claim, and no boundary cuts a word.'}
        </EmptyState>
      ) : (
        <Table
          label="Findings"
          columns={COLUMNS}
          count={sums?.total ?? 0}
          current={current}
          onCurrent={setCurrent}
          onOpen={(row) => void open(row)}
          onVisible={onVisible}
          cell={(row, column) => cellOf(rows.get(row), column)}
        />
      )}
    </div>
  );
}

function cellOf(row: CorpusFinding | undefined, column: number) {
  if (!row) return null;
  if (column === 0) return rules.find(({ id }) => id === row.finding.rule)?.title;
  return [null, row.finding.message, row.title || 'Untitled', longDate(row.date)][column];
}
