import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useCommands } from '../../commands/context.tsx';
import { useStore } from '../../store/store.ts';
import { classes } from '../../ui/classes.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useWanted } from '../../ui/use-wanted.ts';
import { CodeSwatch } from '../codebook/CodeChip.tsx';
import css from './Palette.module.css';
import type { PaletteItem } from './provider.ts';
import { useFound } from './use-found.ts';

/** Everything that can be done or gone to, by a few letters. The selection in the text stays: commands act on it. */
export function Palette() {
  const open = useStore((store) => store.sheet === 'palette');
  return open ? <Opened /> : null;
}

/** How many lines Page Up and Page Down go. */
const PAGE = 8;

function Opened() {
  const context = useCommands();
  const showSheet = useStore((store) => store.showSheet);
  const say = useStore((store) => store.say);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const before = useRef<Element | null>(null);
  const closing = useRef(false);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const all = useFound(typed);
  const sections = all.filter(({ items }) => items.length > 0);
  const list = sections.flatMap(({ items }) => items);
  const present = Math.min(at, list.length - 1);
  // What is there already stands above what is on its way: only behind it another line may come to stand here.
  const sure = list.length - sections.reduce((sum, { items, isNow }) => sum + (isNow ? 0 : items.length), 0);
  const waiting = present >= sure || present < 0 ? all.some(({ isNow }) => !isNow) : false;

  useLayoutEffect(() => {
    before.current = document.activeElement;
    input.current?.focus();
  }, []);
  // A move of the focus that was on its way when this opened is turned back at once: what is typed is meant for here, and would
  // be coding keys in the text.
  useEffect(() => {
    const back = (event: FocusEvent) => {
      if (!closing.current && event.target !== input.current) input.current?.focus();
    };
    document.addEventListener('focusin', back);
    return () => document.removeEventListener('focusin', back);
  }, []);
  useEffect(() => {
    document.getElementById(`${id}-${present}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, present]);

  const close = () => {
    // At once, so that the next key goes where the last one before the palette went.
    const { editor } = context;
    const from = before.current;
    closing.current = true;
    showSheet(null);
    if (from?.closest('[contenteditable]') && editor) editor.focus();
    else if (from instanceof HTMLElement && from.isConnected) from.focus();
  };
  const take = (item: PaletteItem | undefined) => {
    if (!item) return;
    if (item.whyNot !== null) {
      say(item.whyNot);
      return;
    }
    close();
    void item.run(context);
  };
  const enter = useWanted(waiting, () => take(list[present]));
  const go = (to: number) => setAt(Math.max(0, (to + list.length) % Math.max(1, list.length)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(present + 1),
      ArrowUp: () => go(present - 1),
      PageDown: () => setAt(Math.min(list.length - 1, present + PAGE)),
      PageUp: () => setAt(Math.max(0, present - PAGE)),
      Enter: () => (waiting ? enter.want() : take(list[present])),
      Escape: close,
      // Nothing else in here takes the focus.
      Tab: () => undefined,
    };
    const act = acts[event.key];
    if (!act || (event.key.startsWith('Arrow') && event.altKey)) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  let index = -1;
  return (
    <div
      className={css.veil}
      role="presentation"
      onMouseDown={(event) => event.target === event.currentTarget && close()}
    >
      <div className={css.palette} role="dialog" aria-modal="true" aria-label="Commands and places">
        <div className={css.search}>
          <Search size={18} aria-hidden />
          <input
            ref={input}
            className={css.input}
            role="combobox"
            aria-label="What to do, or where to go"
            aria-expanded={list.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={list.length > 0 ? `${id}-${present}` : undefined}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            placeholder="What to do, or where to go: a command, an article, a code, a name"
            value={typed}
            onChange={(event) => {
              enter.forget();
              setTyped(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <div id={`${id}-list`} role="listbox" aria-label="Found" className={css.list}>
          {sections.map((section) => (
            <div key={section.id} role="group" aria-labelledby={`${id}-${section.id}`}>
              <div id={`${id}-${section.id}`} className={css.heading}>
                {section.heading}
              </div>
              {section.items.map((item) => {
                index++;
                const here = index;
                return (
                  <div
                    key={item.id}
                    id={`${id}-${here}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={here === present}
                    aria-disabled={item.whyNot !== null}
                    className={classes(css.option, here === present && css.present, item.whyNot !== null && css.off)}
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => take(item)}
                  >
                    {item.colour && <CodeSwatch colour={item.colour} />}
                    <bdi className={css.title}>{item.title}</bdi>
                    <span className={css.detail}>{item.whyNot ?? item.detail}</span>
                    {item.keys && <Kbd keys={item.keys} />}
                  </div>
                );
              })}
            </div>
          ))}
        </div>
        {list.length === 0 && !waiting && <p className={css.none}>Nothing is called like that.</p>}
        <p className={css.foot} aria-hidden>
          <Kbd keys="ArrowUp" /> <Kbd keys="ArrowDown" /> choose <Kbd keys="Enter" /> do it <Kbd keys="Escape" /> back
        </p>
      </div>
    </div>
  );
}
