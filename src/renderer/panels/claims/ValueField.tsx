import { useId } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { fitsVariable, VARIABLE_MAX, type Variable, type VariableValue } from '../../../shared/model/variable.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { saidDay } from '../../../shared/text/said-day.ts';
import { readWholeNumber } from '../../../shared/text/whole-number.ts';
import { mayChange, recode } from '../../commands/acting.ts';
import { useCommands } from '../../commands/context.tsx';
import { useStore } from '../../store/store.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { useDraft } from '../parts/use-draft.ts';
import css from './Values.module.css';
import { valueWords } from './words.ts';

interface Props {
  readonly annotation: Annotation;
  readonly variable: Variable;
}

/** More choices than these, or longer ones, are a list that opens. */
const SIDE_BY_SIDE = { count: 9, letters: 90 };

/** One value: the variable's name, whether it is required, and a control of its type. */
export function ValueField({ annotation, variable }: Props) {
  const id = useId();
  const value = annotation.values[variable.id];
  const isMissing = value === undefined;
  const lacking = isMissing && variable.required;
  // Choices side by side are a group that has a name of its own.
  const isTyped = !variable.retired && !(variable.type === 'boolean' || isSideBySide(variable, value));
  const Name = isTyped ? 'label' : 'span';
  return (
    <div
      className={css.field}
      data-value={isMissing ? 'missing' : 'there'}
      data-required={variable.required || undefined}
    >
      <Name className={css.name} {...(isTyped ? { htmlFor: id } : {})} title={variable.definition || undefined}>
        {variable.name}
        {variable.required && (
          <span className={lacking ? css.lacking : css.required} title="required">
            <span aria-hidden> *</span>
            <span className="sr-only"> (required)</span>
          </span>
        )}
      </Name>
      <Control id={id} annotation={annotation} variable={variable} />
    </div>
  );
}

function Control({ id, annotation, variable }: Props & { readonly id: string }) {
  const context = useCommands();
  const value = annotation.values[variable.id] ?? null;
  const keep = async (next: VariableValue | null): Promise<boolean> => {
    if (!mayChange(context)) return false;
    const said = next === null ? `No ${variable.name} any more` : `${variable.name}: ${valueWords(next)}`;
    return (await recode(context, annotation, { values: { [variable.id]: next } }, said)) !== null;
  };
  const choose = (next: VariableValue | null) => void context.turn(() => keep(next));
  if (variable.retired) {
    return (
      <span className={css.kept}>
        {value === null ? '' : valueWords(value)} <span className={css.soft}>(retired)</span>
      </span>
    );
  }
  if (variable.type === 'boolean') {
    const options = [
      { value: 'yes', label: 'yes' },
      { value: 'no', label: 'no' },
    ] as const;
    const now = value === null ? null : value === true ? 'yes' : 'no';
    return (
      <Segmented<'yes' | 'no'>
        label={variable.name}
        options={options}
        value={now}
        numbered
        onChange={(next) => choose(next === null ? null : next === 'yes')}
      />
    );
  }
  if (variable.type === 'category') {
    const all = choicesOf(variable, value);
    if (isSideBySide(variable, value)) {
      return (
        <Segmented
          label={variable.name}
          options={all.map((option) => ({ value: option, label: option }))}
          value={typeof value === 'string' ? value : null}
          numbered
          onChange={choose}
        />
      );
    }
    return (
      <select
        id={id}
        className={css.input}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => choose(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">–</option>
        {all.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    );
  }
  return <Typed id={id} annotation={annotation} variable={variable} keep={keep} />;
}

/** A category's choices; one that was taken out of them and is still coded here is shown too. */
function choicesOf({ options }: Variable, value: VariableValue | null | undefined): readonly string[] {
  return typeof value === 'string' && !options.includes(value) ? [...options, value] : options;
}

function isSideBySide(variable: Variable, value: VariableValue | null | undefined): boolean {
  if (variable.type !== 'category') return false;
  const all = choicesOf(variable, value);
  return all.length <= SIDE_BY_SIDE.count && all.join('').length <= SIDE_BY_SIDE.letters;
}

/** Numbers, days and texts: typed, and kept when the field is left. */
function Typed(props: Props & { readonly id: string; keep(next: VariableValue | null): Promise<boolean> }) {
  const { id, annotation, variable, keep } = props;
  const published = useStore((store) => store.open?.article.date ?? '');
  const value = annotation.values[variable.id];
  const draft = useDraft({
    id: `${annotation.id} ${variable.id}`,
    stored: value === undefined ? '' : String(value),
    rest: variable.type === 'long-text' || variable.type === 'short-text' ? 900 : null,
    problemOf: (typed) => problemOf(variable, typed, published),
    async keep(typed) {
      const next = typed.trim() === '' ? null : read(variable, typed, published);
      if (next === (value ?? null)) {
        draft.drop();
        return true;
      }
      return keep(next);
    },
  });
  const common = {
    id,
    className: css.input,
    value: draft.value,
    'aria-invalid': draft.problem === null ? undefined : true,
    'aria-describedby': `${id}-problem`,
    dir: 'auto',
    onBlur: () => void draft.keep(),
  } as const;
  return (
    <div className={css.typed}>
      {variable.type === 'long-text' ? (
        <textarea
          {...common}
          rows={2}
          maxLength={VARIABLE_MAX.long}
          onChange={(event) => draft.type(event.target.value)}
        />
      ) : (
        <input
          {...common}
          inputMode={variable.type === 'integer' ? 'numeric' : undefined}
          maxLength={VARIABLE_MAX.short}
          placeholder={variable.type === 'date' ? 'year-month-day' : undefined}
          autoComplete="off"
          onChange={(event) => draft.type(event.target.value)}
        />
      )}
      <p id={`${id}-problem`} className={css.problem}>
        {draft.problem}
      </p>
    </div>
  );
}

/** What was typed as a value of the variable's type; what it can't be stays as it was typed. */
function read({ type }: Variable, typed: string, published: string): VariableValue {
  const words = typed.trim();
  if (type === 'integer') return readWholeNumber(words) ?? words;
  if (type === 'date') return saidDay(words, published) ?? words;
  return type === 'short-text' ? words : typed;
}

function problemOf(variable: Variable, typed: string, published: string): string | null {
  if (typed.trim() === '' || fitsVariable(variable, read(variable, typed, published))) return null;
  const words = inQuotes(typed.trim().slice(0, 40));
  if (variable.type === 'integer') return `${words} isn’t a whole number.`;
  if (variable.type === 'date') return `${words} can’t be read as a day: write it as 2031-03-11.`;
  return 'It is too long.';
}
