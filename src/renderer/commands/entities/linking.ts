import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Candidate } from '../../../shared/model/entity-candidate.ts';
import type { EntityCategory, EntityKind } from '../../../shared/model/entity.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { isOwnLayer, selectedAnnotation } from '../../store/state.ts';
import { inThisArticle, mayChange } from '../acting.ts';
import { edit } from '../ahead.ts';
import type { CommandContext } from '../command.ts';
import { withKeys } from '../key-words.ts';
import { quoted } from '../text.ts';

/** The selected actor or venue of the own layer, or null. */
export function ownMention({ store }: CommandContext): Annotation | null {
  const state = store.getState();
  const annotation = selectedAnnotation(state);
  return annotation && annotation.kind !== 'claim' && isOwnLayer(state) ? annotation : null;
}

/** What is offered for a mention now, as far as it has been asked. */
export function offeredFor({ store }: CommandContext, annotation: Annotation): Candidate | null {
  const { asked, revision } = store.getState().entities;
  return asked?.annotationId === annotation.id && asked.revision === revision ? asked.proposal.offer : null;
}

/** Says that a mention is an entity, or nothing; what stood as the offer is kept as taken, or as changed. */
export async function linkMention(
  context: CommandContext,
  annotation: Annotation,
  entity: { readonly id: string; readonly name: string } | null,
): Promise<void> {
  if (!mayChange(context)) return;
  const { run, applied, drawAhead, showEntities, open } = context.store.getState();
  const offered = entity ? signOf(offeredFor(context, annotation)) : null;
  const entityId = entity?.id ?? null;
  const coming = run('entities.link', { annotationIds: [annotation.id], entityId, offered });
  const takeBack = drawAhead([edit(annotation, { ...annotation, entityId })]);
  const answer = await coming;
  if (!answer) {
    takeBack();
    return;
  }
  showEntities({ linked: entity ? annotation.id : null });
  const words = open ? quoted(open.text, annotation.fragments) : '';
  await applied(answer, { say: entity ? `${words} is ${entity.name}` : `${words} refers to nothing now` });
}

/** A new entity, and the mention that is it. */
export async function addForMention(
  context: CommandContext,
  annotation: Annotation,
  entity: { readonly name: string; readonly category: EntityCategory },
): Promise<void> {
  if (!mayChange(context)) return;
  const { run, applied, showEntities } = context.store.getState();
  const { name, category } = entity;
  const answer = await run('entities.add', {
    entity: { kind: annotation.kind as EntityKind, name, category },
    annotationIds: [annotation.id],
    offered: signOf(offeredFor(context, annotation)),
  });
  if (!answer) return;
  showEntities({ linked: annotation.id });
  await applied(answer.applied, { say: `New in the list: ${inQuotes(name)}` });
}

/** Links a mention with what its candidates will begin with, in its turn: they were taken before they were seen. */
export async function linkLikeliest(context: CommandContext, annotationId: string): Promise<void> {
  await inThisArticle(context, async () => {
    const { store } = context;
    await store.getState().askEntity(annotationId);
    const { open, entities, say } = store.getState();
    const mention = open?.index.get(annotationId);
    if (!mention) return;
    const { asked, revision } = entities;
    const isNow = asked?.annotationId === annotationId && asked.revision === revision;
    const likeliest = isNow ? asked.proposal.candidates[0] : undefined;
    if (!likeliest) say(withKeys('Who or what it may be couldn’t be looked up: {entity} asks again.'));
    else if (likeliest.entityId === null) await addForMention(context, mention, likeliest);
    else await linkMention(context, mention, { id: likeliest.entityId, name: likeliest.name });
  });
}

/** What a candidate was, as decisions about it are kept. */
export function signOf(offer: Candidate | null) {
  return offer && { rule: offer.rule, entityId: offer.entityId };
}
