import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Role } from '../../../shared/model/role.ts';
import { ROLE_KINDS, ROLE_NAME, ROLE_WORD } from '../../../shared/model/role.ts';
import { useCommands } from '../../commands/context.tsx';
import type { OpenState } from '../../store/state.ts';
import { useStore } from '../../store/store.ts';
import { classes } from '../../ui/classes.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { liesLow } from './lies-low.ts';
import css from './LinkPicker.module.css';
import { type LinkChoice, useLinkChoices } from './link-choices.ts';

/** Offers what could fill a role of a claim, the likeliest first. Arrows show each in the text, Enter takes one, Escape none. */
export function LinkPicker() {
  const picker = useStore((store) => store.picker);
  const open = useStore((store) => store.open);
  const claim = picker && open?.index.get(picker.claimId);
  if (!picker || picker.role === 'codes' || !open || !claim) return null;
  const { role } = picker;
  // A venue's roles are one list to choose from: what was typed stays when another of them is meant.
  const list = role !== null && VENUE_ROLES.includes(role) ? 'venue' : role;
  return <Picking key={`${claim.id} ${list}`} open={open} claim={claim} role={role} />;
}

/** The roles that Tab goes through: where it was said, where something is proposed, where it was held. */
const VENUE_ROLES: readonly Role[] = ['venue', 'venue-proposed', 'venue-held'];

interface PickingProps {
  readonly open: OpenState;
  readonly claim: Annotation;
  /** Null: choose a link to remove. */
  readonly role: Role | null;
}

function Picking({ open, claim, role }: PickingProps) {
  const context = useCommands();
  const showPicker = useStore((store) => store.showPicker);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    input.current?.focus();
    context.editor?.reveal(claim.fragments);
    // Where its words lie can be told only now that they are in sight.
    frame.current?.classList.toggle(css.above ?? '', liesLow(claim.id));
  }, [claim, context]);

  const { choices: list, none } = useLinkChoices(open, claim, role, typed);
  const present = Math.min(at, list.length - 1);

  const close = () => {
    showPicker(null);
    context.editor?.focus();
  };
  const take = (choice: LinkChoice | undefined) => {
    if (!choice) return;
    close();
    void context.turn(() => choice.take());
  };
  const go = (to: number) => {
    const next = (to + list.length) % Math.max(1, list.length);
    setAt(next);
    const choice = list[next];
    if (choice?.fragments) context.editor?.reveal(choice.fragments);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const isVenue = role !== null && VENUE_ROLES.includes(role);
  const turn = (step: 1 | -1) => {
    const next = VENUE_ROLES[(VENUE_ROLES.indexOf(role as Role) + step + VENUE_ROLES.length) % VENUE_ROLES.length];
    if (!next) return;
    showPicker({ claimId: claim.id, role: next });
    context.store.getState().say(`${ROLE_WORD[next]}: ${ROLE_NAME[next]}`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(present + 1),
      ArrowUp: () => go(present - 1),
      Enter: () => take(list[present]),
      Escape: close,
      ...(isVenue ? { Tab: () => turn(event.shiftKey ? -1 : 1) } : {}),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const title = role === null ? 'Which link to remove' : `${ROLE_WORD[role]} … choose the ${ROLE_NAME[role]}`;
  return (
    <div ref={frame} className={css.picker} role="dialog" aria-label={title}>
      <div className={css.head}>
        <strong>{title}</strong>
        <span className={css.keys}>
          <Kbd keys="ArrowDown" /> <Kbd keys="Enter" /> <Kbd keys="Escape" />
        </span>
      </div>
      {isVenue && (
        <p className={css.venues}>
          {VENUE_ROLES.map((one) => (
            <button
              key={one}
              type="button"
              tabIndex={-1}
              aria-pressed={one === role}
              className={classes(css.venueRole, one === role && css.on)}
              title={ROLE_NAME[one]}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => showPicker({ claimId: claim.id, role: one })}
            >
              {ROLE_WORD[one]}
            </button>
          ))}
          <Kbd keys="Tab" />
        </p>
      )}
      <input
        ref={input}
        className={css.input}
        role="combobox"
        aria-label={title}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={list.length > 0 ? `${id}-${present}` : undefined}
        autoComplete="off"
        placeholder={role === null ? 'Type to narrow' : 'Type to narrow, or an entity’s name'}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          const inside = event.currentTarget.parentElement?.contains(event.relatedTarget);
          if (!inside) showPicker(null);
        }}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Candidates" className={css.list}>
        {list.map((choice, i) => (
          <div
            key={choice.key}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === present}
            className={classes(css.option, i === present && css.present)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(choice)}
          >
            <bdi className={css[choice.kind]}>{choice.words}</bdi>
            <span className={css.why}>{choice.why}</span>
          </div>
        ))}
      </div>
      {list.length === 0 && role !== null && (
        <p className={css.none}>
          {none
            ? `No ${ROLE_KINDS[role].join(' or ')} is tagged in this article yet.`
            : `No tagged ${ROLE_KINDS[role].join(' or ')} and no entity has these letters.`}{' '}
          Press Escape, select the words in the text and press the same key: they are tagged and linked at once.
        </p>
      )}
    </div>
  );
}
