import type { Input } from '../../../shared/api/contract.ts';
import type { Handlers } from '../../../shared/api/dispatch.ts';
import type { Change } from '../../../shared/change/change.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import type { Outcome } from '../../../shared/model/verdict.ts';
import { counted } from '../../../shared/text/counted.ts';
import { ParleyError } from '../../../shared/api/errors.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import type { Context } from '../context.ts';
import { withArticle } from '../labels.ts';
import { creation, edit, Layer } from '../layer.ts';
import { mentionKind } from './around.ts';
import { named, needEntity } from './common.ts';
import { checkedEntity } from './fields.ts';
import { offerKey } from './proposing.ts';

type Offered = Input<'entities.link'>['offered'];

/** Saying who or what mentions are. */
export const entityLinking: Pick<Handlers<Context>, 'entities.link' | 'entities.dismiss' | 'entities.add'> = {
  'entities.link'(context, { annotationIds, entityId, offered }) {
    const project = context.session.need();
    const layer = new Layer(context);
    const entity = entityId === null ? null : needEntity(project.db, entityId);
    const mentions = ownMentions(layer, annotationIds);
    const { edits, changed } = relinked(context, mentions, entity);
    if (changed.length === 0) return project.commit('', []);
    const verdicts = decided(context, layer, mentions[0], offered, entityId);
    return project.commit(linkLabel(layer, changed, entity), [...edits, ...verdicts]);
  },

  'entities.dismiss'(context, { annotationId, offered }) {
    const project = context.session.need();
    const layer = new Layer(context);
    const annotation = layer.own(annotationId);
    mentionKind(annotation);
    const change = verdict(context, annotation, offered, 'dismissed');
    return project.commit(`wave away an offer for ${layer.name(annotation)}`, [change]);
  },

  'entities.add'(context, { entity: given, annotationIds, offered }) {
    const project = context.session.need();
    const layer = new Layer(context);
    const now = context.now();
    const entity = checkedEntity(project.db, {
      aliases: [],
      country: '',
      party: '',
      parentId: null,
      note: '',
      ...withoutUndefined(given),
      id: context.newId(),
      createdAt: now,
      updatedAt: now,
    } as Entity);
    const mentions = ownMentions(layer, annotationIds);
    const { edits, changed } = relinked(context, mentions, entity);
    const verdicts = decided(context, layer, mentions[0], offered, null);
    const label =
      changed.length === 0
        ? `add ${named(entity)} to the entities`
        : linkLabel(layer, changed, entity, 'the new entity ');
    const applied = project.commit(label, [creation('entity', entity), ...edits, ...verdicts]);
    return { id: entity.id, applied };
  },
};

/** Errors: `not-found`, `other-coder`, `bad-input` for a claim. */
function ownMentions(layer: Layer, ids: readonly string[]): Annotation[] {
  const mentions = [...new Set(ids)].map((id) => layer.own(id));
  for (const mention of mentions) mentionKind(mention);
  return mentions;
}

/** Mentions that refer to something else than before. Errors: `bad-input` for a mention of another kind. */
function relinked(
  context: Context,
  mentions: readonly Annotation[],
  entity: Entity | null,
): { edits: Change[]; changed: Annotation[] } {
  const now = context.now();
  const other = entity && mentions.find(({ kind }) => kind !== entity.kind);
  if (other) {
    throw new ParleyError(
      'bad-input',
      `${inQuotes(entity.name)} is ${withArticle(entity.kind)}, and this is tagged as ${other.kind}.`,
      `Choose ${withArticle(other.kind)}, or retype it.`,
    );
  }
  const entityId = entity?.id ?? null;
  const changed = mentions.filter((mention) => mention.entityId !== entityId);
  const edits = changed.map((mention) => edit('annotation', mention, { ...mention, entityId, updatedAt: now }));
  return { edits, changed };
}

function linkLabel(layer: Layer, changed: readonly Annotation[], entity: Entity | null, which = ''): string {
  const [only, ...others] = changed;
  const what = only && others.length === 0 ? layer.name(only) : counted(changed.length, 'mention');
  return entity ? `link ${what} to ${which}${named(entity)}` : `unlink ${what}`;
}

/** The offer that stood was taken as it was, or otherwise. */
function decided(
  context: Context,
  layer: Layer,
  mention: Annotation | undefined,
  offered: Offered,
  entityId: string | null,
): Change[] {
  if (!offered || !mention || mention.coderId !== layer.coderId) return [];
  return [verdict(context, mention, offered, offered.entityId === entityId ? 'accepted' : 'changed')];
}

function verdict(context: Context, mention: Annotation, offered: NonNullable<Offered>, outcome: Outcome): Change {
  return creation('verdict', {
    id: context.newId(),
    articleId: mention.articleId,
    coderId: mention.coderId,
    about: 'proposal',
    rule: `entity-${offered.rule}`,
    key: offerKey(mention, offered.entityId),
    outcome,
    reason: '',
    createdAt: context.now(),
  });
}

function withoutUndefined<T extends object>(given: T): Partial<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;
}
