import { useState } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Role } from '../../../shared/model/role.ts';
import { ROLE_KINDS, ROLE_NAME, ROLE_WORD } from '../../../shared/model/role.ts';
import { useCommands } from '../../commands/context.tsx';
import type { OpenState } from '../../store/state.ts';
import { useStore } from '../../store/store.ts';
import { classes } from '../../ui/classes.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Picker, PickerNote } from '../../ui/Picker.tsx';
import tone from '../parts/kind.module.css';
import { wordsDrawn } from './words-drawn.ts';
import css from './LinkPicker.module.css';
import { type LinkChoice, useLinkChoices } from './link-choices.ts';

/** Offers what could fill a role of a claim, the likeliest first. Arrows show each in the text, Enter takes one, Escape none. */
export function LinkPicker() {
  const picker = useStore((store) => store.picker);
  const open = useStore((store) => store.picker && store.open);
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
  const { choices: list, none, waiting } = useLinkChoices(open, claim, role, typed);
  const present = Math.min(at, list.length - 1);

  const take = (choice: LinkChoice | undefined) => {
    if (!choice) return;
    showPicker(null);
    context.editor?.focus();
    void context.turn(() => choice.take());
  };
  const go = (next: number) => {
    setAt(next);
    const choice = list[next];
    if (choice?.fragments) context.editor?.reveal(choice.fragments);
  };
  const isVenue = role !== null && VENUE_ROLES.includes(role);
  const turn = (step: 1 | -1) => {
    const next = VENUE_ROLES[(VENUE_ROLES.indexOf(role as Role) + step + VENUE_ROLES.length) % VENUE_ROLES.length];
    if (!next) return;
    showPicker({ claimId: claim.id, role: next });
    context.store.getState().say(`${ROLE_WORD[next]}: ${ROLE_NAME[next]}`);
  };
  const title = role === null ? 'Which link to remove' : `${ROLE_WORD[role]} … choose the ${ROLE_NAME[role]}`;
  return (
    <Picker
      title={title}
      listLabel="Candidates"
      placeholder={role === null ? 'Type to narrow' : 'Type to narrow, or an entity’s name'}
      onShow={() => context.editor?.reveal(claim.fragments)}
      about={() => wordsDrawn(claim.id)}
      typed={typed}
      onTyped={(next) => {
        setTyped(next);
        setAt(0);
      }}
      count={list.length}
      waiting={waiting}
      present={present}
      onGo={go}
      onTake={(taken) => take(list[taken])}
      onClose={(how) => {
        showPicker(null);
        if (how === 'keys') context.editor?.focus();
      }}
      onKey={(event) => {
        if (!isVenue || event.key !== 'Tab') return false;
        turn(event.shiftKey ? -1 : 1);
        return true;
      }}
      aboveField={
        isVenue && (
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
        )
      }
      optionKey={(each) => list[each]?.key ?? ''}
      optionClass={() => css.option}
      renderOption={(each) => {
        const choice = list[each];
        return (
          choice && (
            <>
              <bdi className={tone[choice.kind]}>{choice.words}</bdi>
              <span className={css.why}>{choice.why}</span>
            </>
          )
        );
      }}
    >
      {list.length === 0 && role !== null && (
        <PickerNote>
          {none
            ? `No ${ROLE_KINDS[role].join(' or ')} is tagged in this article yet.`
            : `No tagged ${ROLE_KINDS[role].join(' or ')} and no entity has these letters.`}{' '}
          Press Escape, select the words in the text and press the same key: they are tagged and linked at once.
        </PickerNote>
      )}
    </Picker>
  );
}
