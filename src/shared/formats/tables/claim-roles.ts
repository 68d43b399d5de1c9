import type { Annotation } from '../../model/annotation.ts';
import type { DatasetColumn } from '../../model/dataset.ts';
import { type Role, ROLES } from '../../model/role.ts';
import type { Book } from '../book.ts';
import type { ArticleUnit } from '../format.ts';
import { entityName, JOINER, ROLE_PLACE, viewOf, wordsOf } from './shape.ts';

/* Who fills the roles of a claim: by their words, by the names of the entities, and by the ids of the spans. */

interface RoleColumns {
  readonly words: string;
  readonly entities: string;
  readonly ids: string;
  /** Who fills it, as behind “Words of”. */
  readonly who: string;
}

const COLUMNS: Readonly<Record<Role, RoleColumns>> = {
  claimant: named('claimant', 'claimants', 'those who make the claim'),
  addressee: named('addressee', 'addressees', 'those to whom it is made'),
  about: named('about', 'about', 'whom or what it is about'),
  relay: named('relay', 'relays', 'those who pass it on, the outermost first'),
  venue: named('venue', 'venues', 'where it is made'),
  'venue-proposed': named('venue_proposed', 'venues_proposed', 'where it proposes that something be held'),
  'venue-held': named('venue_held', 'venues_held', 'where what it tells of was held'),
};

function named(one: string, words: string, who: string): RoleColumns {
  return { words, entities: `${one}_entities`, ids: `${one}_ids`, who };
}

/** The words of who fills each role. */
export const ROLE_WORDS: readonly DatasetColumn[] = ROLES.map((role) => ({
  name: COLUMNS[role].words,
  type: 'string',
  description:
    role === 'claimant'
      ? 'Words of those who make the claim; several joined with “; ”, the fragments of one with “ … ”.'
      : `Words of ${COLUMNS[role].who}; joined in the same way.`,
}));

/** The canonical names of who fills each role. */
export const ROLE_ENTITIES: readonly DatasetColumn[] = ROLES.map((role) => ({
  name: COLUMNS[role].entities,
  type: 'string',
  description: `Canonical names of ${COLUMNS[role].who}, each once; who fills the role without being named in the article is among them.`,
}));

/** The spans that fill each role. */
export const ROLE_IDS: readonly DatasetColumn[] = ROLES.map((role) => ({
  name: COLUMNS[role].ids,
  type: 'string',
  description: `span_id of each of ${COLUMNS[role].who}, in the order of the words, joined with “; ”.`,
}));

/** The cells of those columns, role by role. */
export interface RoleCells {
  readonly words: readonly string[];
  readonly entities: readonly string[];
  readonly ids: readonly string[];
}

/** Who fills the roles of a claim, as cells of its row. */
export function roleCells(unit: ArticleUnit, claim: Annotation, book: Book): RoleCells {
  const { annotations, linksOf } = viewOf(unit);
  const words = ROLES.map(() => '');
  const ids = ROLES.map(() => '');
  const names: (string[] | null)[] = ROLES.map(() => null);
  for (const { role, targetIs, targetId } of linksOf.get(claim.id) ?? []) {
    const at = ROLE_PLACE[role];
    const target = targetIs === 'annotation' ? annotations.get(targetId) : undefined;
    if (target) {
      const joiner = ids[at] === '' ? '' : JOINER;
      words[at] += joiner + wordsOf(unit.text, target.fragments);
      ids[at] += joiner + target.id;
    }
    const name = entityName(book, target ? target.entityId : targetIs === 'entity' ? targetId : null);
    if (name === '') continue;
    const known = names[at];
    if (!known) names[at] = [name];
    else if (!known.includes(name)) known.push(name);
  }
  return { words, ids, entities: names.map((list) => list?.join(JOINER) ?? '') };
}
