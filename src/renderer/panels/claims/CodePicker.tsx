import { Check } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { codeTree } from '../../../shared/codebook/tree.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { type CodeChoice, codeChoices } from '../../commands/code-choices.ts';
import { giveNewCode, toggleCode } from '../../commands/coding-commands.ts';
import { useCommands } from '../../commands/context.tsx';
import { recentCodes } from '../../store/recent-codes.ts';
import { useStore } from '../../store/store.ts';
import { classes } from '../../ui/classes.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Picker, PickerNote } from '../../ui/Picker.tsx';
import { CodeSwatch } from '../codebook/CodeChip.tsx';
import css from './CodePicker.module.css';
import { wordsDrawn } from './words-drawn.ts';

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
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.altKey) return false;
    if (event.ctrlKey || event.metaKey) {
      if (event.key !== 'Enter' || fresh === '') return false;
      close();
      void giveNewCode(context, claim.id, fresh);
      return true;
    }
    const digit = typed === '' ? Number(/^[1-9]$/.exec(event.key)?.[0] ?? 0) : 0;
    const ofDigit = digit > 0 ? list.find((choice) => choice.digit === digit) : undefined;
    if (event.key === 'Tab') close();
    // A blank between two words is typed; behind an arrow it takes what the arrow went to.
    else if (event.key === ' ' && (typed === '' || moved)) take(list[present], true);
    else if (digit > 0) take(ofDigit, false);
    else return false;
    return true;
  };
  return (
    <Picker
      title="Codes of this claim"
      label="Code"
      listLabel="Codes"
      placeholder="Type to narrow"
      tall
      about={() => wordsDrawn(claim.id)}
      typed={typed}
      onTyped={(next) => {
        setTyped(next);
        setMoved(false);
        setAt(0);
      }}
      count={list.length}
      present={present}
      onGo={(next) => {
        setAt(next);
        setMoved(true);
      }}
      onTake={(taken, event) => take(list[taken], event.shiftKey)}
      onClose={(how) => (how === 'keys' ? close() : showPicker(null))}
      onKey={onKey}
      isTaken={(each) => claim.codes.includes(list[each]?.code.id ?? '')}
      keys={
        <>
          <Kbd keys="Enter" /> one, <Kbd keys="Space" /> several
        </>
      }
      optionKey={(each) => `${list[each]?.code.id} ${list[each]?.digit}`}
      // The whole tree begins behind what was given lately.
      optionClass={(each) =>
        classes(css.option, list[each]?.digit === null && (list[each - 1]?.digit ?? null) !== null && css.first)
      }
      renderOption={(each) => {
        const choice = list[each];
        return choice && <Choice choice={choice} has={claim.codes.includes(choice.code.id)} />;
      }}
    >
      {list.length === 0 && <PickerNote>{nothing(codebook.codes.length, typed)}</PickerNote>}
      {all.length > SHOWN && <PickerNote>{all.length - SHOWN} more: type to narrow.</PickerNote>}
      {fresh !== '' && (
        <PickerNote>
          <Kbd keys="Ctrl+Enter" /> makes a new code “{fresh}” and gives it.
        </PickerNote>
      )}
      {shown?.definition && (
        <p className={css.definition} aria-live="polite">
          {shown.definition}
        </p>
      )}
    </Picker>
  );
}

function nothing(codes: number, typed: string): string {
  if (codes === 0) return 'The codebook has no codes yet. Make some in the Codebook, in the bar above.';
  return `No code has “${typed.trim()}” in its name or in those above it.`;
}

function Choice({ choice, has }: { readonly choice: CodeChoice; readonly has: boolean }) {
  const { code, above, depth, digit } = choice;
  return (
    <>
      <span className={css.name} style={{ paddingInlineStart: `${depth * 0.9}rem` }}>
        {digit === null ? (
          <span className={css.tick}>{has && <Check size={14} aria-hidden />}</span>
        ) : (
          <Kbd keys={String(digit)} />
        )}
        <CodeSwatch colour={code.colour} />
        <span className={css.words}>
          {code.name}
          {code.retired && ' (retired)'}
        </span>
        {digit !== null && has && <Check size={14} aria-label="given" />}
      </span>
      {above !== '' && <span className={css.why}>{above}</span>}
    </>
  );
}
