import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Variable } from '../../../shared/model/variable.ts';
import { useCommands } from '../../commands/context.tsx';
import { useKeysOf } from '../../commands/use-keys.ts';
import { variablesOf } from '../../store/codebook.ts';
import { useStore } from '../../store/store.ts';
import { ValueField } from './ValueField.tsx';
import css from './Values.module.css';

/**
 * What the codebook's variables have of the selected annotation, to be filled: a digit takes a choice and goes on to the
 * next value that is missing, a required one first; Enter goes on, Escape back to the text.
 */
export function ValueFields({ annotation }: { readonly annotation: Annotation }) {
  const context = useCommands();
  const keysOf = useKeysOf();
  const codebook = useStore((store) => store.codebook);
  const jump = useStore((store) => store.jump);
  const list = useRef<HTMLDivElement>(null);
  const variables = shownVariables(annotation, variablesOf(codebook, annotation.kind), codebook.variables);

  const wanted = jump?.to === 'values' && jump.annotationId === annotation.id ? jump : null;
  useEffect(() => {
    if (wanted && list.current) controlOf(firstMissing(list.current))?.focus();
  }, [wanted]);

  /** Goes on to the next field: to one that lacks a value, a required one before others, or to whatever is next. */
  const goOn = (from: Element, missing: boolean) => {
    const all = [...(list.current?.querySelectorAll('[data-value]') ?? [])];
    const at = all.indexOf(from);
    const round = [...all.slice(at + 1), ...all.slice(0, Math.max(0, at))];
    const required = round.find((each) => isMissing(each) && each.hasAttribute('data-required'));
    const behind = all.slice(at + 1);
    const next = missing ? (required ?? behind.find(isMissing)) : behind[0];
    const control = next ? controlOf(next) : null;
    if (control) control.focus();
    else context.editor?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = event.target as HTMLElement;
    const field = target.closest('[data-value]');
    const isChoice = target instanceof HTMLButtonElement;
    const digit = isChoice && !event.shiftKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined;
    const isLines = target instanceof HTMLTextAreaElement;
    if (event.key === 'Escape') context.editor?.focus();
    else if (digit && field) {
      const choice = field.querySelectorAll<HTMLButtonElement>('button[aria-pressed]')[Number(digit) - 1];
      if (!choice) return;
      if (choice.getAttribute('aria-pressed') === 'false') choice.click();
      goOn(field, true);
    } else if (event.key === 'Enter' && !isChoice && !isLines && field) goOn(field, false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (variables.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the fields inside
    <div
      ref={list}
      className={css.values}
      role="group"
      aria-label={`Values (${keysOf('values')})`}
      onKeyDown={onKeyDown}
    >
      {variables.map((variable) => (
        <ValueField key={variable.id} annotation={annotation} variable={variable} />
      ))}
    </div>
  );
}

/** Those that are recorded of the kind now, then retired ones that have a value here. */
function shownVariables(
  { values, kind }: Annotation,
  offered: readonly Variable[],
  all: readonly Variable[],
): readonly Variable[] {
  return [...offered, ...all.filter((one) => one.kind === kind && one.retired && values[one.id] !== undefined)];
}

function isMissing(field: Element): boolean {
  return field.getAttribute('data-value') === 'missing';
}

function firstMissing(list: Element): Element | null {
  return (
    list.querySelector('[data-value="missing"][data-required]') ??
    list.querySelector('[data-value="missing"]') ??
    list.querySelector('[data-value]')
  );
}

function controlOf(field: Element | null): HTMLElement | null {
  return field?.querySelector<HTMLElement>('[tabindex="0"], input, select, textarea') ?? null;
}
