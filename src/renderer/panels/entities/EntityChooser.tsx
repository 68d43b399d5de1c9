import { useEffect, useState } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Candidate } from '../../../shared/model/entity-candidate.ts';
import type { EntityCategory, EntityKind } from '../../../shared/model/entity.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { useCommands } from '../../commands/context.tsx';
import { addForMention, linkLikeliest, linkMention } from '../../commands/entities/linking.ts';
import { isOwnLayer, selectedAnnotation } from '../../store/state.ts';
import { useStore } from '../../store/store.ts';
import { Picker } from '../../ui/Picker.tsx';
import { wordsDrawn } from '../claims/words-drawn.ts';
import { wordsOf } from '../claims/words.ts';
import tone from '../parts/kind.module.css';
import css from './chooser.module.css';
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

/** Whether it is known who a mention may be, or can't be known. */
function useIsAsked(mentionId: string): boolean {
  const revision = useStore((store) => store.entities.revision);
  const isKnown = useStore(
    ({ entities: { asked } }) => asked?.annotationId === mentionId && asked.revision === revision,
  );
  // One that isn't kept yet can't be told anything of: it would be taken for unknown to everybody.
  const isKept = useStore((store) => store.saving === 0);
  const askEntity = useStore((store) => store.askEntity);
  const [answered, setAnswered] = useState(-1);
  useEffect(() => {
    if (!isKept) return;
    let live = true;
    void askEntity(mentionId).then(() => live && setAnswered(revision));
    return () => {
      live = false;
    };
  }, [mentionId, revision, isKept, askEntity]);
  return isKnown || answered === revision;
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
  const found = useFoundEntities({ kind, typed });
  const isAsked = useIsAsked(mention.id);

  const fresh = candidates.find(({ entityId }) => entityId === null);
  const newName = typed.trim() || fresh?.name || wordsOf(text, mention);
  const category = fresh?.category ?? (kind === 'actor' ? 'other' : 'place');
  const known: Choice[] = (
    typed.trim() === ''
      ? candidates
          .filter(({ entityId }) => entityId !== null)
          .map((one) => ({ id: one.entityId ?? '', name: one.name, category: one.category, why: one.reason }))
      : found.rows.map((one) => ({
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
  const takeLikeliest = () => {
    close();
    void linkLikeliest(context, mention.id);
  };
  return (
    <Picker
      title={`Who or what is ${inQuotes(wordsOf(text, mention))}?`}
      listLabel="Entities"
      placeholder="Type a name"
      onShow={() => context.editor?.reveal(mention.fragments)}
      about={() => wordsDrawn(mention.id)}
      typed={typed}
      onTyped={(next) => {
        setTyped(next);
        setAt(0);
      }}
      count={list.length}
      onTakeUnseen={typed.trim() === '' ? takeLikeliest : undefined}
      waiting={typed.trim() === '' ? !isAsked : !found.isNow}
      present={present}
      onGo={setAt}
      onTake={(taken) => take(list[taken])}
      onClose={(how) => (how === 'keys' ? close() : showEntities({ chooser: null }))}
      optionKey={(each) => list[each]?.key ?? ''}
      renderOption={(each) => {
        const choice = list[each];
        return (
          choice && (
            <>
              <span className={css.name}>
                <bdi className={tone[kind]}>{choice.isNew ? `New: ${choice.name}` : choice.name}</bdi>
                <span className={css.category}>{choice.category}</span>
              </span>
              <span className={css.why}>{choice.why}</span>
            </>
          )
        );
      }}
    />
  );
}
