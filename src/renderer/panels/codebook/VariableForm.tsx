import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { typeWords } from '../../../shared/codebook/describe.ts';
import type { Kind } from '../../../shared/model/kind.ts';
import {
  type Variable,
  VARIABLE_MAX,
  VARIABLE_TYPES,
  type VariableType,
  type VariableValue,
} from '../../../shared/model/variable.ts';
import { counted } from '../../../shared/text/counted.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Badge, Detail, DetailHead } from '../../ui/Detail.tsx';
import { Checkbox, Field, TextArea } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { focusFirst } from '../parts/focus-first.ts';
import { useAnswer } from '../parts/use-answer.ts';
import css from './VariableForm.module.css';
import { InitialField, isUnread } from './InitialField.tsx';
import { OptionsEditor, toWanted } from './OptionsEditor.tsx';
import { useTypedVariable } from './use-typed-variable.ts';
import { useAct } from './use-act.ts';
import { VariableConfirm, type VariableQuestion } from './VariableConfirm.tsx';

const TYPES = VARIABLE_TYPES.map((value) => ({ value, label: typeWords(value) }));

export interface VariableFormProps {
  readonly kind: Kind;
  /** Null for a new one. */
  readonly variable: Variable | null;
  /** How many annotations have a value of it. */
  readonly used: number;
  /** Called with the id of the one that was added, or null when it wasn't. */
  onDone(id: string | null): void;
}

/** A variable to edit. It is kept by a button: another type or other choices may take values, which is said before. */
export function VariableForm({ kind, variable, used, onDone }: VariableFormProps) {
  const run = useStore((store) => store.run);
  const act = useAct();
  const { typed, change, hold } = useTypedVariable(kind, variable);
  const { name, definition, type, options, initial, required } = typed;
  const [question, setQuestion] = useState<VariableQuestion | null>(null);
  const counts = useValueCounts(variable?.id ?? null, used);

  const wanted = toWanted(options);
  const fields = {
    name,
    definition,
    type,
    options: wanted,
    initial: isUnread(type, initial) ? initial : fitting(initial, type, wanted),
    required,
  };
  const turnInto = (next: VariableType) =>
    change({ type: next, initial: next === type ? initial : fitting(initial, next, wanted) });
  const isNew = variable === null;
  const touches = !isNew && (type !== variable.type || !sameOptions(wanted, variable.options));
  const isChanged =
    isNew ||
    touches ||
    name !== variable.name ||
    definition !== variable.definition ||
    fields.initial !== variable.initial ||
    required !== variable.required;

  const notify = useStore((store) => store.notify);
  // A new one that nothing was typed for is nothing to lose.
  const unsaved = isNew ? name.trim() !== '' : isChanged;
  // Before the next key, which may lead away from here.
  useLayoutEffect(() => hold(unsaved), [hold, unsaved]);
  const kept = useRef(false);
  const leave = useEffectEvent(() => {
    if (kept.current) hold(false);
    if (!unsaved || kept.current) return;
    notify({
      tone: 'info',
      title: `What you changed in the variable “${name}” isn’t kept yet`,
      hint: 'It waits where it is, in the Codebook. Its button keeps it, because it can change what is coded.',
      act: '',
    });
  });
  useEffect(() => () => leave(), []);

  const save = async (): Promise<void> => {
    if (isNew) {
      const answer = await act('variables.add', { kind, ...fields }, `Added ${name}`);
      kept.current = answer !== null;
      if (answer) onDone(answer.id);
      return;
    }
    const edited = { id: variable.id, fields };
    if (touches && used > 0) {
      const effect = await run('codebook.preview', { act: 'variable-update', ...edited });
      if (!effect) return;
      if (effect.annotations > 0) {
        setQuestion({ act: 'update', effect, edited });
        return;
      }
    }
    kept.current = true;
    if (!(await act('variables.update', { ...edited, losing: 0 }, `Kept ${name}`))) kept.current = false;
  };

  return (
    <Detail>
      <DetailHead
        name={isNew ? `New variable of ${kind}s` : variable.name}
        marks={variable?.retired && <Badge>retired</Badge>}
        about={!isNew && `recorded of ${counted(used, kind)}`}
      />
      <Field
        label="Name"
        value={name}
        maxLength={VARIABLE_MAX.name}
        dir="auto"
        ref={isNew ? focusFirst : undefined}
        onChange={(event) => change({ name: event.target.value })}
      />
      <TextArea
        label="Definition"
        value={definition}
        maxLength={VARIABLE_MAX.definition}
        rows={3}
        dir="auto"
        placeholder="What is recorded, and how to decide."
        onChange={(event) => change({ definition: event.target.value })}
      />
      <Select label="Type" value={type} options={TYPES} onChange={turnInto} />
      {type === 'category' && (
        <OptionsEditor options={options} counts={counts} onChange={(next) => change({ options: next })} />
      )}
      <InitialField
        kind={kind}
        type={type}
        options={wanted.map((option) => option.name)}
        value={fields.initial}
        onChange={(next) => change({ initial: next })}
      />
      <Checkbox
        label="Required"
        help="A record without it counts as incomplete."
        checked={required}
        onChange={(event) => change({ required: event.target.checked })}
      />
      <div className={css.formButtons}>
        <Button
          look="primary"
          disabled={!isChanged || name.trim() === '' || isUnread(type, initial)}
          onClick={() => void save()}
        >
          {isNew ? 'Add the variable' : 'Keep the changes'}
        </Button>
        {isNew && (
          <Button
            onClick={() => {
              kept.current = true;
              onDone(null);
            }}
          >
            Cancel
          </Button>
        )}
        {!isNew && (
          <>
            <span className={css.grow} />
            <Button
              onClick={() =>
                void act(
                  'variables.retire',
                  { id: variable.id, retired: !variable.retired },
                  variable.retired ? 'In use again' : 'Retired',
                )
              }
            >
              {variable.retired ? 'Take back into use' : 'Retire'}
            </Button>
            <Button
              look="danger"
              onClick={async () => {
                const effect = await run('codebook.preview', { act: 'variable-remove', id: variable.id });
                if (effect) setQuestion({ act: 'remove', effect, id: variable.id });
              }}
            >
              Remove…
            </Button>
          </>
        )}
      </div>
      {question && variable && (
        <VariableConfirm
          name={variable.name}
          question={question}
          onAct={(isDone) => {
            kept.current = isDone;
          }}
          onClose={() => setQuestion(null)}
        />
      )}
    </Detail>
  );
}

/** How often each value is coded, by its words. */
function useValueCounts(id: string | null, used: number): ReadonlyMap<string, number> {
  const { answer } = useAnswer('variables.values', id !== null && used > 0 ? { id } : null);
  return useMemo(() => new Map(answer?.rows.map(({ value, count }) => [value, count])), [answer]);
}

/** The value to begin with, where the type as it is now can hold it. */
function fitting(
  value: VariableValue | null,
  type: VariableType,
  options: readonly { readonly name: string }[],
): VariableValue | null {
  if (value === null) return null;
  if (type === 'category') return options.some((option) => option.name === value) ? value : null;
  if (type === 'boolean') return typeof value === 'boolean' ? value : null;
  if (type === 'integer') return typeof value === 'number' ? value : null;
  return typeof value === 'string' && value !== '' ? value : null;
}

function sameOptions(
  wanted: readonly { readonly name: string; readonly was: readonly string[] }[],
  options: readonly string[],
): boolean {
  return (
    wanted.length === options.length &&
    wanted.every(({ name, was }, i) => name === options[i] && was.length === 1 && was[0] === name)
  );
}
