import { Check, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { DismissedFinding } from '../../../shared/api/methods/lint.ts';
import type { Finding } from '../../../shared/model/finding.ts';
import { spanEnd } from '../../../shared/text/span.ts';
import { counted } from '../../../shared/text/counted.ts';
import { change } from '../../commands/acting.ts';
import { useCommands } from '../../commands/context.tsx';
import { applyFix } from '../../commands/fixing.ts';
import { focusPane } from '../../commands/panes.ts';
import { commandNamed } from '../../commands/registry.ts';
import { useKeysOf } from '../../commands/use-keys.ts';
import { isOwnLayer, type OpenState } from '../../store/state.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { isFocusLost } from '../../ui/focus.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { DismissForm } from './DismissForm.tsx';
import { FindingItem } from './FindingItem.tsx';
import css from './findings.module.css';
import { findingName, useFindings } from './use-findings.ts';
import { useWayBack } from './use-way-back.ts';
import { withKeys } from '../../commands/key-words.ts';

/** What may be a slip in the open article: each is fixed from here, or dismissed with a reason. */
export function FindingsPane({ open }: { readonly open: OpenState }) {
  const context = useCommands();
  const keysOf = useKeysOf();
  const own = useStore(isOwnLayer);
  const showRecord = useStore((store) => store.showRecord);
  const select = useStore((store) => store.select);
  const articleId = open.article.id;
  const { found, error } = useFindings(articleId);
  const opened = useStore((store) => store.finding);
  const [at, setAt] = useState({ name: opened ?? '', index: 0, opened });
  if (at.opened !== opened) setAt({ name: opened ?? '', index: 0, opened });
  const [dismissing, setDismissing] = useState<string | null>(null);
  const [lastReason, setLastReason] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const settling = useRef(false);
  const comeBack = useWayBack();
  const findings = found?.findings ?? [];
  // The one that was gone to, wherever it stands now; the one in its place when it was settled.
  const named = findings.findIndex((finding) => findingName(finding) === at.name);
  const present = named >= 0 ? named : Math.min(at.index, findings.length - 1);
  const shown = findings[present];

  // The list comes after the pane got the focus; and a finding that was settled takes the focus with it, to the next one.
  useEffect(() => {
    if (!found || dismissing !== null) return;
    const pane = list.current?.closest<HTMLElement>('[data-pane]');
    if (document.activeElement === pane || (settling.current && isFocusLost())) itemAt(list.current, present)?.focus();
  }, [found, present, dismissing]);

  const leave = () => {
    showRecord('claims');
    focusPane(context, 'text');
  };
  const goTo = (finding: Finding, index: number) => {
    setAt({ name: findingName(finding), index, opened });
    reveal(finding);
  };
  const go = (to: number) => {
    const next = Math.max(0, Math.min(findings.length - 1, to));
    const finding = findings[next];
    if (!finding) return;
    goTo(finding, next);
    itemAt(list.current, next)?.focus();
  };
  const reveal = (finding: Finding) => {
    const own = finding.annotationIds.find((id) => open.index.get(id));
    select(own ?? null);
    const [first] = finding.span;
    // Words that nothing is tagged on show as the selection.
    if (!own && first) context.editor?.select({ start: first.start, end: spanEnd(finding.span) });
    context.editor?.reveal(finding.span);
  };
  const goToWords = (finding: Finding) => {
    const [id] = finding.annotationIds;
    if (id && open.index.get(id)) select(id, 'text');
    else reveal(finding);
    focusPane(context, 'text');
  };
  const fix = async (finding: Finding, nth: number) => {
    const offer = finding.fixes[nth];
    if (!offer) return;
    settling.current = true;
    if (own && offer.fix.act.startsWith('choose-')) comeBack();
    await applyFix(context, offer.fix, () => commandNamed('entity').run(context));
  };
  const dismiss = async (finding: Finding, reason: string) => {
    settling.current = true;
    setDismissing(null);
    setLastReason(reason);
    // Before its form goes, and with it what has the focus: the next key is for the list.
    itemAt(list.current, present)?.focus();
    const { rule, key } = finding;
    await change(
      context,
      'lint.dismiss',
      { articleId, rule, key, reason },
      { say: withKeys('Dismissed. {undo} brings it back.') },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(present + 1),
      ArrowUp: () => go(present - 1),
      Home: () => go(0),
      End: () => go(findings.length - 1),
      Escape: leave,
      f: () => shown && void fix(shown, 0),
      d: () => shown && own && setDismissing(findingName(shown)),
      ...(digit && !event.shiftKey ? { [event.key]: () => shown && void fix(shown, Number(digit) - 1) } : {}),
    };
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return (
    <div className={css.pane}>
      <div className={css.head}>
        <h2 className={css.title}>Findings</h2>
        {found && (
          <span>{findings.length === 0 ? 'none' : `${findings.length.toLocaleString('en-GB')} in this article`}</span>
        )}
        <IconButton label={`Back to the claims (${keysOf('findings')})`} small className={css.close} onClick={leave}>
          <X size={15} aria-hidden />
        </IconButton>
      </div>
      <ErrorNote error={error} />
      {!own ? (
        <EmptyState title="Your own coding is checked">
          Another coder’s annotations are shown. Go back to your own, above the text.
        </EmptyState>
      ) : found && findings.length === 0 ? (
        <EmptyState icon={<Check size={24} />} title="Nothing odd here">
          {open.index.all().length === 0
            ? 'Nothing is coded in this article yet.'
            : 'Every claim has a claimant, every quotation a claim, and no boundary cuts a word.'}
        </EmptyState>
      ) : (
        <ul ref={list} className={css.list} aria-label="Findings of this article">
          {findings.map((finding, i) => (
            <FindingItem
              key={findingName(finding)}
              finding={finding}
              current={i === present}
              onCurrent={() => goTo(finding, i)}
              onWords={() => goToWords(finding)}
              onKeyDown={onKeyDown}
              onFix={(nth) => void fix(finding, nth)}
              onDismiss={() => setDismissing(findingName(finding))}
            >
              {dismissing === findingName(finding) && (
                <DismissForm
                  last={lastReason}
                  onDismiss={(reason) => void dismiss(finding, reason)}
                  onLeave={() => {
                    setDismissing(null);
                    itemAt(list.current, i)?.focus();
                  }}
                />
              )}
            </FindingItem>
          ))}
        </ul>
      )}
      {found && own && found.dismissed.length > 0 && <Dismissed list={found.dismissed} />}
      {findings.length > 0 && own && (
        <p className={classes(css.foot, css.away)}>
          <span>
            <Kbd keys={keysOf('findings')} /> to the list
          </span>
        </p>
      )}
      {findings.length > 0 && own && (
        <p className={classes(css.foot, css.within)}>
          <span>
            <Kbd keys="F" /> fix
          </span>
          <span>
            <Kbd keys="D" /> dismiss
          </span>
          <span>
            <Kbd keys="Enter" /> to its words
          </span>
          <span>
            <Kbd keys="Escape" /> back
          </span>
        </p>
      )}
    </div>
  );
}

function Dismissed({ list }: { readonly list: readonly DismissedFinding[] }) {
  const context = useCommands();
  return (
    <details className={css.dismissed}>
      <summary>{counted(list.length, 'finding')} dismissed</summary>
      <ul>
        {list.map(({ finding, verdictId, reason }) => (
          <li key={verdictId}>
            <p>{finding.message}</p>
            <p className={css.reason}>{reason}</p>
            <Button
              look="quiet"
              onClick={() => void change(context, 'lint.restore', { verdictId }, { say: 'Shown again.' })}
            >
              Show it again
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function itemAt(list: HTMLElement | null, index: number): HTMLElement | null {
  return list?.querySelectorAll<HTMLElement>('[data-finding]')[index] ?? null;
}
