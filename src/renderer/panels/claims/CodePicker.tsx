import { Check } from 'lucide-react';
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { codeTree } from '../../../shared/codebook/tree.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { type CodeChoice, codeChoices } from '../../commands/code-choices.ts';
import { giveNewCode, toggleCode } from '../../commands/coding-commands.ts';
import { useCommands } from '../../commands/context.tsx';
import { recentCodes } from '../../store/recent-codes.ts';
import { useStore } from '../../store/store.ts';
import { classes } from '../../ui/classes.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { CodeSwatch } from '../codebook/CodeChip.tsx';
import css from './LinkPicker.module.css';
import { liesLow } from './lies-low.ts';

/** More than these are never read: typing narrows. */
const SHOWN = 150;

/**
 * The codebook, to give the selected claim codes. Typing narrows; Enter gives the present code and closes, Shift+Enter or
 * Space gives it and stays, a digit gives one that was given lately.
 */
export function CodePicker() {
  const picker = useStore((store) => store.picker);
  const claim = useStore((store) => (picker && store.open?.index.get(picker.claimId)) || null);
  if (picker?.role !== 'codes' || !claim) return null;
  return <Picking key={claim.id} claim={claim} />;
}

function Picking({ claim }: { readonly claim: Annotation }) {
  const context = useCommands();
  const codebook = useStore((store) => store.codebook);
  const showPicker = useStore((store) => store.showPicker);
  // Those at hand keep their digits for as long as the list is open.
  const [recent] = useState(() => recentCodes(context.store.getState()));
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [moved, setMoved] = useState(false);
  const [above] = useState(() => liesLow(claim.id));
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    input.current?.focus();
  }, []);

  const tree = codeTree(codebook.codes);
  const all = useMemo(() => codeChoices(tree, typed, recent, claim.codes), [tree, typed, recent, claim.codes]);
  const list = all.slice(0, SHOWN);
  const present = Math.min(at, list.length - 1);
  const shown = list[present]?.code;
  // What was typed as a name that no code at the top has.
  const fresh = typed.trim() !== '' && tree.named(null, typed) === undefined ? typed.trim() : '';

  const close = () => {
    showPicker(null);
    context.editor?.focus();
  };
  const take = (choice: CodeChoice | undefined, stay: boolean) => {
    if (!choice) return;
    if (stay) {
      setTyped('');
      setMoved(false);
      setAt(0);
    } else close();
    void toggleCode(context, claim.id, choice.code.id);
  };
  const go = (to: number) => {
    const next = (to + list.length) % Math.max(1, list.length);
    setAt(next);
    setMoved(true);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key !== 'Enter' || fresh === '') return;
      event.preventDefault();
      event.stopPropagation();
      close();
      void giveNewCode(context, claim.id, fresh);
      return;
    }
    const digit = typed === '' ? /^[1-9]$/.exec(event.key)?.[0] : undefined;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(present + 1),
      ArrowUp: () => go(present - 1),
      Enter: () => take(list[present], event.shiftKey),
      Escape: close,
      Tab: close,
      // A blank between two words is typed; behind an arrow it takes what the arrow went to.
      ...(typed === '' || moved ? { ' ': () => take(list[present], true) } : {}),
      ...(digit
        ? {
            [digit]: () =>
              take(
                list.find((choice) => choice.digit === Number(digit)),
                false,
              ),
          }
        : {}),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <div className={classes(css.picker, css.codes, above && css.above)} role="dialog" aria-label="Codes of this claim">
      <div className={css.head}>
        <strong>Codes of this claim</strong>
        <span className={css.keys}>
          <Kbd keys="Enter" /> one, <Kbd keys="Space" /> several
        </span>
      </div>
      <input
        ref={input}
        className={css.input}
        role="combobox"
        aria-label="Code"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={list.length > 0 ? `${id}-${present}` : undefined}
        autoComplete="off"
        placeholder="Type to narrow"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setMoved(false);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          const inside = event.currentTarget.parentElement?.contains(event.relatedTarget);
          if (!inside) showPicker(null);
        }}
      />
      <div id={`${id}-list`} role="listbox" aria-multiselectable aria-label="Codes" className={css.list}>
        {list.map((choice, i) => (
          <Option
            key={`${choice.code.id} ${choice.digit}`}
            id={`${id}-${i}`}
            choice={choice}
            has={claim.codes.includes(choice.code.id)}
            present={i === present}
            first={choice.digit === null && (list[i - 1]?.digit ?? null) !== null}
            onTake={(stay) => take(choice, stay)}
          />
        ))}
      </div>
      {list.length === 0 && <p className={css.none}>{nothing(codebook.codes.length, typed)}</p>}
      {all.length > SHOWN && <p className={css.none}>{all.length - SHOWN} more: type to narrow.</p>}
      {fresh !== '' && (
        <p className={css.none}>
          <Kbd keys="Ctrl+Enter" /> makes a new code “{fresh}” and gives it.
        </p>
      )}
      {shown?.definition && (
        <p className={css.definition} aria-live="polite">
          {shown.definition}
        </p>
      )}
    </div>
  );
}

function nothing(codes: number, typed: string): string {
  if (codes === 0) return 'The codebook has no codes yet. Make some in the Codebook, in the bar above.';
  return `No code has “${typed.trim()}” in its name or in those above it.`;
}

interface OptionProps {
  readonly id: string;
  readonly choice: CodeChoice;
  readonly has: boolean;
  readonly present: boolean;
  /** Whether the whole tree begins here, behind what was given lately. */
  readonly first: boolean;
  onTake(stay: boolean): void;
}

function Option({ id, choice, has, present, first, onTake }: OptionProps) {
  const { code, above, depth, digit } = choice;
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={has}
      className={classes(css.option, css.code, present && css.present, first && css.first)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onTake(event.shiftKey)}
    >
      <span className={css.codeName} style={{ paddingInlineStart: `${depth * 0.9}rem` }}>
        {digit === null ? (
          <span className={css.tick}>{has && <Check size={14} aria-hidden />}</span>
        ) : (
          <Kbd keys={String(digit)} />
        )}
        <CodeSwatch colour={code.colour} />
        <span className={css.codeWords}>
          {code.name}
          {code.retired && ' (retired)'}
        </span>
        {digit !== null && has && <Check size={14} aria-label="given" />}
      </span>
      {above !== '' && <span className={css.why}>{above}</span>}
    </div>
  );
}
