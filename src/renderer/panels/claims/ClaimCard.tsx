import { memo, type MouseEvent } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Link } from '../../../shared/model/link.ts';
import { bringsQuotes } from '../../../shared/text/quote.ts';
import { useStore } from '../../store/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { classes } from '../../ui/classes.ts';
import css from './ClaimCard.module.css';
import { CodesRow } from './CodesRow.tsx';
import { Completeness } from './Completeness.tsx';
import { FormLine, FormRows } from './FormRows.tsx';
import { PrecedentsNote } from '../precedents/PrecedentsNote.tsx';
import { MemoEditor } from './MemoEditor.tsx';
import { RoleRows } from './RoleRows.tsx';
import { Tools } from './Tools.tsx';
import { ValueFields } from './ValueFields.tsx';
import { ValueList } from './ValueList.tsx';
import { wordsOf } from './words.ts';

export interface ClaimCardProps {
  readonly claim: Annotation;
  readonly text: string;
  /** The article's own day, `YYYY-MM-DD` or ''. */
  readonly published: string;
  /** The claim's links, the same list until one of them changes. */
  readonly links: readonly Link[];
  readonly selected: boolean;
  readonly own: boolean;
}

/**
 * One claim: its words, by whom, to whom, where, codes, form, values, memo, and what is missing. Pressing its words goes to them in
 * the text; pressing where nothing else is selects it.
 */
export const ClaimCard = memo(function ClaimCard({ claim, text, published, links, selected, own }: ClaimCardProps) {
  const select = useStore((store) => store.select);
  const editing = selected && own;
  const words = wordsOf(text, claim);
  const marks = !bringsQuotes(words);
  const onClick = ({ target, currentTarget }: MouseEvent) => {
    if (selected || !(target instanceof Element)) return;
    // Its parts do what they do; and words that were marked to be copied stay marked.
    const part = target.closest('button, a, input, textarea, select, label, [role="dialog"], [role="menu"]');
    const marked = document.getSelection();
    const isMarking = marked?.isCollapsed === false && currentTarget.contains(marked.anchorNode);
    if (currentTarget.contains(target) && !part && !isMarking) select(claim.id);
  };
  return (
    // By keyboard its words are the way.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <article
      onClick={onClick}
      className={classes(css.card, selected && css.selected)}
      data-card={claim.id}
      aria-label={`Claim: ${words.slice(0, 80)}`}
    >
      <button
        type="button"
        className={css.quote}
        aria-current={selected ? 'true' : undefined}
        dir="auto"
        onClick={() => select(claim.id, 'text')}
      >
        {marks && (
          <span className={css.mark} aria-hidden>
            “
          </span>
        )}
        <span>{words}</span>
        {marks && (
          <span className={css.mark} aria-hidden>
            ”
          </span>
        )}
      </button>
      <Completeness record={claim} links={links} />
      <RoleRows claim={claim} links={links} own={own} selected={selected} />
      <CodesRow claim={claim} own={own} />
      {editing ? <FormRows claim={claim} text={text} published={published} /> : <FormLine claim={claim} text={text} />}
      {editing ? <ValueFields annotation={claim} /> : <ValueList annotation={claim} />}
      <Values annotation={claim} />
      {editing && <PrecedentsNote annotationId={claim.id} />}
      {editing ? <MemoEditor annotation={claim} /> : claim.memo !== '' && <p className={css.memo}>{claim.memo}</p>}
      {editing && <Tools annotation={claim} />}
    </article>
  );
});

/** The values that came with an imported annotation. */
export function Values({ annotation }: { readonly annotation: Annotation }) {
  const values = Object.entries(annotation.attributes);
  if (values.length === 0) return null;
  return (
    <div className={css.values}>
      {values.map(([name, value]) => (
        <Chip key={name}>{value === true ? name : `${name}: ${value}`}</Chip>
      ))}
    </div>
  );
}
