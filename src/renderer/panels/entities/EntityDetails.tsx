import { type FocusEvent, useState } from 'react';
import type { Entity } from '../../../shared/model/entity.ts';
import { ROLE_NAME } from '../../../shared/model/role.ts';
import { counted } from '../../../shared/text/counted.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Detail, DetailHead, DetailPart } from '../../ui/Detail.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Field, TextArea } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { useAct } from '../codebook/use-act.ts';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import { useDraft } from '../parts/use-draft.ts';
import { Aliases } from './Aliases.tsx';
import { KindChip } from '../parts/KindChip.tsx';
import css from './EntityDetails.module.css';
import { Lines } from './Lines.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { ParentDialog } from './ParentDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { SplitDialog } from './SplitDialog.tsx';
import { categoryOptions, mentionsWords } from './words.ts';
import { useWithKeys } from '../../commands/key-words.ts';

const PAGE = 25;

/** Milliseconds without a key after which a note is kept. */
const REST = 900;

type Flow = 'merge' | 'split' | 'remove' | 'parent';

/** One entity: what is said of it, its names, and its mentions in context. What is typed is kept when a field is left. */
export function EntityDetails({ id }: { readonly id: string }) {
  const withKeys = useWithKeys();
  const goToEntity = useStore((store) => store.goToEntity);
  const act = useAct();
  const [shown, setShown] = useState(PAGE);
  const asked = { id, offset: 0, limit: Math.min(1000, shown) };
  const { answer: found, error } = useAnswer('entities.get', asked, { keep: true });
  const [flow, setFlow] = useState<Flow | null>(null);
  if (error?.code === 'not-found') {
    return (
      <EmptyState title="This name isn’t in the list any more">Undo brings it back. Choose another one.</EmptyState>
    );
  }
  if (!found) return <ErrorNote error={error} />;
  const { entity, parent, parts, mentions, spellings, roles, coders } = found;
  const update = (fields: Partial<Pick<Entity, 'name' | 'category' | 'country' | 'party' | 'note'>>) =>
    act('entities.update', { id, fields }, 'Kept');
  return (
    <Detail label={entity.name}>
      <ErrorNote error={error} />
      <DetailHead
        name={entity.name}
        marks={
          <KindChip kind={entity.kind}>
            {entity.kind} · {entity.category}
          </KindChip>
        }
        about={
          <>
            {mentionsWords(mentions.total, coders)}
            {mentions.articles > 0 && `, in ${counted(mentions.articles, 'article')}`}
          </>
        }
        actions={
          <>
            <Button onClick={() => setFlow('merge')}>Merge…</Button>
            <Button disabled={mentions.total === 0 && entity.aliases.length === 0} onClick={() => setFlow('split')}>
              Split…
            </Button>
            <Button onClick={() => setFlow('remove')}>Remove…</Button>
          </>
        }
      />
      <div className={css.fields}>
        <Kept id={id} label="Name" value={entity.name} max={300} onKeep={(name) => update({ name })} />
        <Select
          label="Category"
          value={entity.category}
          options={categoryOptions(entity.kind)}
          onChange={(category) => void update({ category })}
        />
        <Kept id={id} label="Country" value={entity.country} max={120} onKeep={(country) => update({ country })} />
        {entity.kind === 'actor' && (
          <Kept id={id} label="Party" value={entity.party} max={200} onKeep={(party) => update({ party })} />
        )}
        <div className={css.across}>
          <p className="label">Part of</p>
          <div className={css.parent}>
            {parent && (
              <KindChip
                kind={parent.kind}
                onPress={() => goToEntity(parent.id)}
                onRemove={() => void act('entities.update', { id, fields: { parentId: null } }, 'Part of nothing now')}
                removeLabel={`${entity.name} isn’t part of ${parent.name}`}
              >
                <bdi>{parent.name}</bdi>
              </KindChip>
            )}
            <Button look="quiet" onClick={() => setFlow('parent')}>
              {parent ? 'Change…' : 'Choose…'}
            </Button>
          </div>
        </div>
      </div>
      <Aliases entity={entity} />
      <Kept id={id} label="Note" value={entity.note} max={8000} lines onKeep={(note) => update({ note })} />
      {parts.length > 0 && (
        <DetailPart title="Its parts">
          <div className={css.chips}>
            {parts.map((part) => (
              <KindChip key={part.id} kind={part.kind} onPress={() => goToEntity(part.id)}>
                <bdi>{part.name}</bdi>
              </KindChip>
            ))}
          </div>
        </DetailPart>
      )}
      {roles.length > 0 && (
        <DetailPart title="In claims">
          <p>{roles.map(({ role, count }) => `${ROLE_NAME[role]} of ${counted(count, 'claim')}`).join(', ')}</p>
        </DetailPart>
      )}
      {spellings.length > 0 && (
        <DetailPart title="As it is written">
          <div className={css.chips}>
            {spellings.map(({ key, words, count }) => (
              <Chip key={key}>
                <bdi>{words}</bdi> {count.toLocaleString('en')}
              </Chip>
            ))}
          </div>
        </DetailPart>
      )}
      <DetailPart title="Mentions">
        {mentions.total === 0 ? (
          <p className="soft">
            {withKeys('No mention refers to it yet. Select one in an article and press {entity}.')}
          </p>
        ) : (
          <Lines rows={mentions.rows} leads />
        )}
        {mentions.rows.length < mentions.total && mentions.rows.length < 1000 && (
          <div>
            <Button onClick={() => setShown(shown + 4 * PAGE)}>More of {counted(mentions.total, 'mention')}</Button>
          </div>
        )}
      </DetailPart>
      {flow === 'merge' && <MergeDialog entity={entity} otherId={null} onClose={() => setFlow(null)} />}
      {flow === 'split' && <SplitDialog details={found} onClose={() => setFlow(null)} />}
      {flow === 'remove' && <RemoveDialog entity={entity} onClose={() => setFlow(null)} />}
      {flow === 'parent' && <ParentDialog entity={entity} onClose={() => setFlow(null)} />}
    </Detail>
  );
}

interface KeptProps {
  /** Names the draft in the window. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly lines?: boolean;
  /** Resolves with null when it could not be kept. */
  onKeep(value: string): Promise<unknown>;
}

/** A field that is kept when it is left, or with Enter, and several lines when one stops typing; Escape puts back what was there. Until then the window doesn't say "Saved". */
function Kept({ id, label, value, max, lines = false, onKeep }: KeptProps) {
  const draft = useDraft({
    id: `${label} ${id}`,
    stored: value,
    tidy: (typed) => typed.trim(),
    // A name half typed is none; a note grows.
    rest: lines ? REST : null,
    keep: async (typed) => (await onKeep(typed)) !== null,
  });
  const shared = {
    label,
    value: draft.value,
    maxLength: max,
    dir: 'auto',
    // Who looks into another window comes back to this field, to type on.
    onBlur: (event: FocusEvent) => void draft.keep(event.target === document.activeElement),
  };
  if (lines) {
    return <TextArea {...shared} onChange={(event) => draft.type(event.target.value)} />;
  }
  return (
    <Field
      {...shared}
      onChange={(event) => draft.type(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void draft.keep();
        if (event.key === 'Escape') draft.drop();
      }}
    />
  );
}
