import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Candidate } from '../../../shared/model/entity-candidate.ts';
import type { EntityCategory, EntityKind } from '../../../shared/model/entity.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { useCommands } from '../../commands/context.tsx';
import { addForMention, linkMention } from '../../commands/entities/linking.ts';
import { isOwnLayer, selectedAnnotation } from '../../store/state.ts';
import { useStore } from '../../store/store.ts';
import { classes } from '../../ui/classes.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import css from '../claims/LinkPicker.module.css';
import { liesLow } from '../claims/lies-low.ts';
import { wordsOf } from '../claims/words.ts';
import own from './chooser.module.css';
import { useFoundEntities } from './use-found-entities.ts';

/** Who or what the mention is: its candidates with reasons, what was typed for, a new one. Enter takes, Escape leaves. */
export function EntityChooser() {
  useAsking();
  const mention = useStore((store) => {
    const id = store.entities.chooser;
    return (id !== null && store.selectedId === id && store.open?.index.get(id)) || null;
  });
  if (!mention || mention.kind === 'claim') return null;
  return <Choosing key={mention.id} mention={mention} kind={mention.kind} />;
}

/** Asks who the selected mention may be as soon as it is kept, so that the offer is there before it is wanted. */
function useAsking(): void {
  const id = useStore((store) => {
    const annotation = selectedAnnotation(store);
    if (!annotation || annotation.kind === 'claim' || !isOwnLayer(store) || store.saving > 0) return null;
    const isDue = annotation.entityId === null || store.entities.linked === annotation.id;
    return isDue || store.entities.chooser === annotation.id ? annotation.id : null;
  });
  const revision = useStore((store) => store.entities.revision);
  const askEntity = useStore((store) => store.askEntity);
  useEffect(() => {
    if (id !== null) void askEntity(id);
    // oxlint-disable-next-line react/exhaustive-deps -- a revision is a reason to ask again, not a value that is used
  }, [id, revision, askEntity]);
}

interface Choice {
  readonly key: string;
  readonly name: string;
  readonly category: EntityCategory;
  readonly why: string;
  readonly isNew: boolean;
  take(): Promise<void>;
}

const NO_CANDIDATES: readonly Candidate[] = [];

function Choosing({ mention, kind }: { readonly mention: Annotation; readonly kind: EntityKind }) {
  const context = useCommands();
  const showEntities = useStore((store) => store.showEntities);
  const text = useStore((store) => store.open?.text ?? '');
  const candidates = useStore((store) => {
    const { asked } = store.entities;
    return asked?.annotationId === mention.id ? asked.proposal.candidates : NO_CANDIDATES;
  });
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [above] = useState(() => liesLow(mention.id));
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const found = useFoundEntities(kind, typed);
  useLayoutEffect(() => {
    input.current?.focus();
    context.editor?.reveal(mention.fragments);
  }, [mention, context]);

  const fresh = candidates.find(({ entityId }) => entityId === null);
  const newName = typed.trim() || fresh?.name || wordsOf(text, mention);
  const category = fresh?.category ?? (kind === 'actor' ? 'other' : 'place');
  const known: Choice[] = (
    typed.trim() === ''
      ? candidates
          .filter(({ entityId }) => entityId !== null)
          .map((one) => ({ id: one.entityId ?? '', name: one.name, category: one.category, why: one.reason }))
      : found.map((one) => ({
          id: one.id,
          name: one.name,
          category: one.category,
          why: one.aliases.slice(0, 3).join(', '),
        }))
  ).map((one) => ({
    key: one.id,
    name: one.name,
    category: one.category,
    why: one.why,
    isNew: false,
    take: () => linkMention(context, mention, { id: one.id, name: one.name }),
  }));
  const list: Choice[] = [
    ...known,
    {
      key: 'new',
      name: newName,
      category,
      why: 'new in the list',
      isNew: true,
      take: () => addForMention(context, mention, { name: newName, category }),
    },
  ];
  const present = Math.min(at, list.length - 1);

  const close = () => {
    showEntities({ chooser: null });
    context.editor?.focus();
  };
  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    close();
    void context.turn(() => choice.take());
  };
  const go = (to: number) => {
    const next = (to + list.length) % list.length;
    setAt(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(present + 1),
      ArrowUp: () => go(present - 1),
      Enter: () => take(list[present]),
      Escape: close,
    };
    const act = event.nativeEvent.isComposing ? undefined : acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const title = `Who or what is ${inQuotes(wordsOf(text, mention))}?`;
  return (
    <div className={classes(css.picker, above && css.above)} role="dialog" aria-label={title}>
      <div className={css.head}>
        <strong className={own.title}>{title}</strong>
        <span className={css.keys}>
          <Kbd keys="ArrowDown" /> <Kbd keys="Enter" /> <Kbd keys="Escape" />
        </span>
      </div>
      <input
        ref={input}
        className={css.input}
        role="combobox"
        aria-label={title}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={`${id}-${present}`}
        autoComplete="off"
        maxLength={200}
        placeholder="Type a name"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          const inside = event.currentTarget.parentElement?.contains(event.relatedTarget);
          if (!inside) showEntities({ chooser: null });
        }}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Entities" className={css.list}>
        {list.map((choice, i) => (
          <div
            key={choice.key}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === present}
            className={classes(css.option, own.option, i === present && css.present)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(choice)}
          >
            <span className={own.name}>
              <bdi className={css[kind]}>{choice.isNew ? `New: ${choice.name}` : choice.name}</bdi>
              <span className={own.category}>{choice.category}</span>
            </span>
            <span className={own.why}>{choice.why}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
