import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { VARIABLE_MAX } from '../../../shared/model/variable.ts';
import { foldWords } from '../../../shared/text/fold.ts';
import type { OptionTyped } from '../../store/codebook.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { focusFirst } from '../parts/focus-first.ts';
import css from './OptionsEditor.module.css';

/** The choices as an act wants them: two that were given one name are joined into the first. */
export function toWanted(options: readonly OptionTyped[]): { name: string; was: string[] }[] {
  const wanted = new Map<string, { name: string; was: string[] }>();
  for (const { name, was } of options) {
    const key = foldWords(name);
    if (key === '' && was.length === 0) continue;
    const there = wanted.get(key);
    if (there && key !== '') there.was.push(...was);
    else wanted.set(key === '' ? `empty ${wanted.size}` : key, { name: name.trim(), was: [...was] });
  }
  return [...wanted.values()];
}

/** The choices of a category, a line each: renamed where they stand, joined by giving two one name, in any order. */
export function OptionsEditor(props: {
  readonly options: readonly OptionTyped[];
  /** How often each is coded, by its name as it is kept. */
  readonly counts: ReadonlyMap<string, number>;
  onChange(options: readonly OptionTyped[]): void;
}) {
  const { options, counts, onChange } = props;
  const add = () =>
    onChange([...options, { key: Math.max(-1, ...options.map((option) => option.key)) + 1, name: '', was: [] }]);
  const swap = (a: number, b: number) => {
    const [first, second] = [options[a], options[b]];
    if (first && second) onChange(options.with(a, second).with(b, first));
  };
  return (
    <fieldset className={classes('group', css.choices)}>
      <legend className="label">Choices</legend>
      {options.map((option, i) => {
        const used = option.was.reduce((sum, was) => sum + (counts.get(was) ?? 0), 0);
        const twin = options.findIndex((other) => other !== option && foldWords(other.name) === foldWords(option.name));
        const isJoined = option.name.trim() !== '' && twin >= 0;
        return (
          <div key={option.key} className={css.choice}>
            <Field
              label={`Choice ${i + 1}`}
              hideLabel
              className={css.grow}
              value={option.name}
              maxLength={VARIABLE_MAX.option}
              dir="auto"
              ref={option.name === '' && option.was.length === 0 ? focusFirst : undefined}
              help={isJoined ? 'Two choices of one name become one, with all that is coded with them.' : undefined}
              onChange={(event) => onChange(options.with(i, { ...option, name: event.target.value }))}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                add();
              }}
            />
            <span className={css.choiceCount}>{used > 0 ? used.toLocaleString('en') : ''}</span>
            <IconButton small label={`Move ${option.name} up`} disabled={i === 0} onClick={() => swap(i, i - 1)}>
              <ArrowUp size={14} aria-hidden />
            </IconButton>
            <IconButton
              small
              label={`Move ${option.name} down`}
              disabled={i === options.length - 1}
              onClick={() => swap(i, i + 1)}
            >
              <ArrowDown size={14} aria-hidden />
            </IconButton>
            <IconButton
              small
              label={`Without the choice ${option.name}`}
              onClick={() => onChange(options.toSpliced(i, 1))}
            >
              <X size={14} aria-hidden />
            </IconButton>
          </div>
        );
      })}
      <Button onClick={add}>
        <Plus size={16} aria-hidden />
        One more choice
      </Button>
    </fieldset>
  );
}
