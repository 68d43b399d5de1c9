import { useState } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Link } from '../../../shared/model/link.ts';
import { type Role, ROLE_NAME } from '../../../shared/model/role.ts';
import css from './ClaimCard.module.css';
import { RoleRow } from './RoleRow.tsx';

/** The roles as a card shows them: these always, in their place the others when they are filled or asked for. */
const ORDER: readonly Role[] = ['claimant', 'relay', 'addressee', 'about', 'venue', 'venue-proposed', 'venue-held'];
const ALWAYS: ReadonlySet<Role> = new Set(['claimant', 'addressee', 'venue']);

interface Props {
  readonly claim: Annotation;
  readonly links: readonly Link[];
  readonly own: boolean;
  readonly selected: boolean;
}

/** Who and what plays a part in a claim. */
export function RoleRows({ claim, links, own, selected }: Props) {
  const [all, setAll] = useState(false);
  const filled = new Set(links.map((link) => link.role));
  const shown = ORDER.filter((role) => filled.has(role) || (own && (ALWAYS.has(role) || (all && selected))));
  const hidden = ORDER.filter((role) => !shown.includes(role));
  return (
    <>
      {shown.map((role) => (
        <RoleRow key={role} claim={claim} role={role} links={links.filter((link) => link.role === role)} own={own} />
      ))}
      {own && selected && hidden.length > 0 && (
        <div className={css.role}>
          <span className={css.word} />
          <button type="button" className={css.quiet} onClick={() => setAll(true)}>
            more roles: {hidden.map((role) => ROLE_NAME[role]).join(', ')}
          </button>
        </div>
      )}
    </>
  );
}
