import { memo } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Link } from '../../../shared/model/link.ts';
import { ROLES } from '../../../shared/model/role.ts';
import { bringsQuotes } from '../../../shared/text/quote.ts';
import { useStore } from '../../store/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { classes } from '../../ui/classes.ts';
import css from './ClaimCard.module.css';
import { MemoEditor } from './MemoEditor.tsx';
import { RoleRow } from './RoleRow.tsx';
import { Tools } from './Tools.tsx';
import { wordsOf } from './words.ts';

export interface ClaimCardProps {
  readonly claim: Annotation;
  readonly text: string;
  /** The claim's links, the same list until one of them changes. */
  readonly links: readonly Link[];
  readonly selected: boolean;
  readonly own: boolean;
}

/** One claim: its words, by whom, to whom, where, values, memo. Pressing its words goes to them in the text. */
export const ClaimCard = memo(function ClaimCard({ claim, text, links, selected, own }: ClaimCardProps) {
  const select = useStore((store) => store.select);
  const filled = ROLES.filter((role) => links.some((link) => link.role === role)).length;
  const words = wordsOf(text, claim);
  const marks = !bringsQuotes(words);
  return (
    <article
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
      {ROLES.map((role) => (
        <RoleRow key={role} claim={claim} role={role} links={links.filter((link) => link.role === role)} own={own} />
      ))}
      <Values annotation={claim} />
      {selected && own ? (
        <MemoEditor key={claim.id} annotation={claim} />
      ) : (
        claim.memo !== '' && <p className={css.memo}>{claim.memo}</p>
      )}
      <div className={css.foot}>
        {selected && own && <Tools annotation={claim} />}
        <span className={css.filledCount} title="Roles filled: claimant, addressee, venue">
          {filled} of {ROLES.length} roles
        </span>
      </div>
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
