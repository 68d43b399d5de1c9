import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { CodedClaim } from '../../../shared/api/methods/codebook.ts';
import { counted } from '../../../shared/text/counted.ts';
import { foldWords } from '../../../shared/text/fold.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Checkbox, Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { plainList } from '../../ui/Rows.tsx';
import { Select } from '../../ui/Select.tsx';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import css from './SplitDialog.module.css';
import type { CodeDialogBase } from './MoveDialog.tsx';
import { Preview, usePreview } from './Preview.tsx';
import { useAct } from './use-act.ts';

/** Claims that are given out one by one here; of a code with more, the rest keeps it. */
const MOST = 1000;
/** Claims shown at a time. */
const SHOWN = 50;

const NONE: readonly CodedClaim[] = [];

interface PartTyped {
  readonly key: number;
  readonly name: string;
}

/** Splits a code: names the new ones, and gives each claim to one of them or leaves it. */
export function SplitDialog({ code, uses, onClose }: CodeDialogBase) {
  const act = useAct();
  const [parts, setParts] = useState<readonly PartTyped[]>([
    { key: 0, name: '' },
    { key: 1, name: '' },
  ]);
  const [where, setWhere] = useState<'under' | 'beside'>('under');
  const [retire, setRetire] = useState(false);
  const [given, setGiven] = useState<ReadonlyMap<string, number>>(new Map());
  const [words, setWords] = useState('');
  const listed = useAnswer('codes.claims', { id: code.id, withUnder: false, offset: 0, limit: MOST }, { once: true });
  const claims = listed.answer?.rows ?? NONE;
  const named = parts.filter((part) => part.name.trim() !== '');
  const key = foldWords(words);
  const shown = claims.filter((claim) => foldWords(claim.words).includes(key));
  const split = {
    id: code.id,
    parts: named.map((part) => ({ name: part.name, definition: '' })),
    where,
    retire,
    given: Object.fromEntries(
      [...given].flatMap(([claimId, partKey]) => {
        const at = named.findIndex((part) => part.key === partKey);
        return at < 0 ? [] : [[claimId, [at]]];
      }),
    ),
  };
  const previewed = usePreview(named.length > 0 ? { act: 'split', ...split } : null);
  const choices = [
    { value: '', label: `keeps “${code.name}”` },
    ...named.map((part) => ({ value: String(part.key), label: part.name.trim() })),
  ];
  const give = (ids: readonly string[], value: string) => {
    const next = new Map(given);
    for (const id of ids) {
      if (value === '') next.delete(id);
      else next.set(id, Number(value));
    }
    setGiven(next);
  };
  const beyond = (uses[code.id] ?? 0) - claims.length;
  return (
    <Dialog
      open
      unkept="typed"
      onClose={onClose}
      width="wide"
      title={`Split “${code.name}”`}
      description="Name the new codes, then give each claim to one of them. A claim that you give to none keeps the code."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabled={previewed.answer === null}
            onClick={async () => {
              if (await act('codes.split', split, `${code.name} is split`)) onClose();
            }}
          >
            Split
          </Button>
        </>
      }
    >
      <div className={css.splitParts}>
        {parts.map((part, i) => (
          <div key={part.key} className={css.splitPart}>
            <Field
              label={`New code ${i + 1}`}
              className={css.grow}
              value={part.name}
              dir="auto"
              onChange={(event) => setParts(parts.with(i, { ...part, name: event.target.value }))}
            />
            {parts.length > 1 && (
              <IconButton label={`Without new code ${i + 1}`} onClick={() => setParts(parts.toSpliced(i, 1))}>
                <X size={16} aria-hidden />
              </IconButton>
            )}
          </div>
        ))}
        <Button onClick={() => setParts([...parts, { key: (parts.at(-1)?.key ?? 0) + 1, name: '' }])}>
          <Plus size={16} aria-hidden />
          One more
        </Button>
      </div>
      <div className={css.splitHow}>
        <Select
          label="Where the new codes stand"
          value={where}
          options={[
            { value: 'under', label: `under “${code.name}”` },
            { value: 'beside', label: `beside “${code.name}”` },
          ]}
          onChange={setWhere}
        />
        <Checkbox
          label={`Retire “${code.name}”`}
          checked={retire}
          onChange={(event) => setRetire(event.target.checked)}
        />
      </div>
      <ErrorNote error={listed.error} />
      {claims.length > 0 && (
        <>
          <div className={css.splitHow}>
            <Field
              label="Claims with these words"
              type="search"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
            <Select<string>
              label={
                words.trim() === ''
                  ? `All ${counted(shown.length, 'claim')}`
                  : `These ${counted(shown.length, 'claim')}`
              }
              value="?"
              disabled={named.length === 0 || shown.length === 0}
              options={[
                { value: '?', label: 'give all to …' },
                ...choices.map((each) => ({ ...each, value: each.value || 'none' })),
              ]}
              onChange={(value) =>
                value !== '?' &&
                give(
                  shown.map((claim) => claim.annotationId),
                  value === 'none' ? '' : value,
                )
              }
            />
          </div>
          <ul className={plainList} aria-label="Claims to give out">
            {shown.slice(0, SHOWN).map((claim) => (
              <li key={claim.annotationId} className={css.giveRow}>
                <span className={css.giveWords} dir="auto">
                  {claim.words}
                  <span className={css.giveWhere}>
                    {claim.article} · {claim.coder}
                  </span>
                </span>
                <Select
                  label={`Give “${claim.words}” to`}
                  hideLabel
                  disabled={named.length === 0}
                  value={String(given.get(claim.annotationId) ?? '')}
                  options={choices}
                  onChange={(value) => give([claim.annotationId], value)}
                />
              </li>
            ))}
          </ul>
          {shown.length > SHOWN && (
            <p className="soft">And {counted(shown.length - SHOWN, 'claim')} more: words above find them.</p>
          )}
          {beyond > 0 && <p className="soft">{counted(beyond, 'older claim')} beyond these keep the code.</p>}
        </>
      )}
      <Preview previewed={previewed} />
    </Dialog>
  );
}
