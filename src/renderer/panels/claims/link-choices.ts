import { useMemo } from 'react';
import type { EntityRow } from '../../../shared/api/methods/entities.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { EntityKind } from '../../../shared/model/entity.ts';
import { ROLE_KINDS, ROLE_WORD, type Role } from '../../../shared/model/role.ts';
import { foldWords } from '../../../shared/text/fold.ts';
import type { Span } from '../../../shared/text/span.ts';
import { candidates } from '../../commands/candidates.ts';
import type { CommandContext } from '../../commands/command.ts';
import { useCommands } from '../../commands/context.tsx';
import { link, linkEntity, linkWords, removeLink } from '../../commands/link-commands.ts';
import type { OpenState } from '../../store/state.ts';
import { useStore } from '../../store/store.ts';
import { useFoundEntities } from '../entities/use-found-entities.ts';
import { wordsOf } from './words.ts';

/** What may be taken: a mention or an entity for a role, or a link to remove. */
export interface LinkChoice {
  readonly key: string;
  readonly kind: Annotation['kind'];
  readonly words: string;
  /** Other words by which it is found: the entity that a mention refers to. */
  readonly also: string;
  /** Why it stands where it does. */
  readonly why: string;
  /** Its words in the article; null for an entity. */
  readonly fragments: Span | null;
  take(): Promise<void>;
}

/** The most of each that are shown. */
const MOST = { mentions: 50, entities: 12 };

export interface LinkChoices {
  readonly choices: readonly LinkChoice[];
  /** Whether the article has nothing that could fill the role. */
  readonly none: boolean;
  /** Whether the first of them may still be another one. */
  readonly waiting: boolean;
}

/** What fits a role (or, for null, which links there are), with what was typed: mentions first, then entities by name. */
export function useLinkChoices(open: OpenState, claim: Annotation, role: Role | null, typed: string): LinkChoices {
  const context = useCommands();
  const names = useStore((store) => store.entities.names);
  const kinds = role === null ? [] : ROLE_KINDS[role];
  const found = useFoundEntities({
    kind: kinds.length === 1 ? (kinds[0] as EntityKind) : null,
    typed: role === null ? '' : typed,
    sort: 'mentions',
    limit: MOST.entities,
  });
  const { version } = open;
  const here = useMemo(
    () => (role === null ? linksOf(context, open, claim) : mentionsFor(context, open, claim, role)),
    // Index, links and names of what is open change in place; the version tells.
    // oxlint-disable-next-line react/exhaustive-deps
    [context, claim, role, version, names],
  );
  const key = foldWords(typed);
  const mentions = key === '' ? here : here.filter(({ words, also }) => foldWords(`${words} ${also}`).includes(key));
  const filled = new Set(
    open.links.ofClaim(claim.id).flatMap((one) => (one.role === role && one.targetIs === 'entity' ? one.targetId : [])),
  );
  const entities = found.rows
    .filter(({ id }) => !filled.has(id))
    .map((entity) => entityChoice(context, claim, role as Role, entity));
  return {
    choices: [...mentions.slice(0, MOST.mentions), ...entities],
    none: here.length === 0,
    waiting: mentions.length === 0 && !found.isNow,
  };
}

function entityChoice(context: CommandContext, claim: Annotation, role: Role, entity: EntityRow): LinkChoice {
  const { id, kind, name, category, parentName } = entity;
  const why = ['entity', category, parentName].filter((part) => part !== '').join(' · ');
  const take = () => linkEntity(context, claim.id, role, entity);
  return { key: id, kind, words: name, also: '', why, fragments: null, take };
}

function mentionsFor(context: CommandContext, open: OpenState, claim: Annotation, role: Role): readonly LinkChoice[] {
  const { index, links, text, article } = open;
  const { names } = context.store.getState().entities;
  const list = candidates({ text, locale: article.language }, claim, role, index.all(), links.all());
  return list.map(({ annotation, fragments, words, why }): LinkChoice => {
    if (!annotation) return untagged(context, claim, role, fragments, words, why);
    const entity = (annotation.entityId !== null && names.get(annotation.entityId)?.name) || '';
    return {
      key: annotation.id,
      kind: annotation.kind,
      words,
      also: entity,
      why: why || (foldWords(entity) === foldWords(words) ? '' : entity),
      fragments,
      take: () => link(context, claim.id, role, annotation.id),
    };
  });
}

/** A name that stands near the claim: tagged when it is taken. */
function untagged(
  context: CommandContext,
  claim: Annotation,
  role: Role,
  fragments: Span,
  words: string,
  why: string,
): LinkChoice {
  const [only = { start: 0, end: 0 }] = fragments;
  const take = () => linkWords(context, claim.id, role, only);
  return { key: `${only.start}-${only.end}`, kind: ROLE_KINDS[role][0], words, also: '', why, fragments, take };
}

function linksOf(context: CommandContext, open: OpenState, claim: Annotation): readonly LinkChoice[] {
  const { names } = context.store.getState().entities;
  return open.links.ofClaim(claim.id).flatMap((one): LinkChoice[] => {
    const annotation = one.targetIs === 'annotation' ? open.index.get(one.targetId) : undefined;
    const entity = one.targetIs === 'entity' ? names.get(one.targetId) : undefined;
    const kind = annotation?.kind ?? entity?.kind;
    if (!kind) return [];
    const words = annotation ? wordsOf(open.text, annotation) : (entity?.name ?? '');
    const take = () => removeLink(context, one.id);
    const fragments = annotation?.fragments ?? null;
    return [{ key: one.id, kind, words, also: '', why: ROLE_WORD[one.role], fragments, take }];
  });
}
