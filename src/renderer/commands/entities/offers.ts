import type { Annotation } from '../../../shared/model/annotation.ts';
import { counted } from '../../../shared/text/counted.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { inThisArticle, mayChange } from '../acting.ts';
import type { CommandContext } from '../command.ts';
import { withKeys } from '../key-words.ts';
import type { Offer, OfferSource } from '../offers.ts';
import { quoted } from '../text.ts';
import { addForMention, linkMention, ownMention, signOf } from './linking.ts';

/** Who or what the selected mention is; and, when that was just said, the other mentions with the same words. */
export const entitySource: OfferSource = {
  id: 'entity',
  current(context) {
    const annotation = ownMention(context);
    const { entities, open } = context.store.getState();
    const { asked, revision, quiet, linked, names } = entities;
    if (!annotation || !open || asked?.annotationId !== annotation.id || asked.revision !== revision) return null;
    if (quiet.has(annotation.id)) return null;
    const { proposal } = asked;
    const sign = `entity ${annotation.id} ${revision}`;
    if (annotation.entityId !== null) {
      if (linked !== annotation.id || proposal.alike.project === 0) return null;
      const name = names.get(annotation.entityId)?.name ?? '';
      return alikeOffer(annotation, name, quoted(open.text, annotation.fragments), proposal.alike, sign);
    }
    if (proposal.several)
      return severalOffer(annotation, proposal.candidates.map(({ name }) => name).slice(0, -1), sign);
    const { offer } = proposal;
    if (!offer) return null;
    return {
      title: offer.entityId === null ? `New: ${offer.name}, ${offer.category}` : `This is ${offer.name}`,
      reason: offer.reason,
      sign: `${sign} ${offer.entityId}`,
      accept: (c) =>
        onMention(c, annotation.id, (mention) => {
          if (offer.entityId === null) return addForMention(c, mention, offer);
          return linkMention(c, mention, { id: offer.entityId, name: offer.name });
        }),
      dismiss: (c) =>
        onMention(c, annotation.id, async (mention) => {
          const { run, applied } = c.store.getState();
          const offered = signOf(offer);
          const answer = offered && (await run('entities.dismiss', { annotationId: mention.id, offered }));
          if (answer)
            await applied(answer, {
              say: withKeys('Not offered again for these words. {entity} chooses who or what it is.'),
            });
        }),
      change: (c) => c.store.getState().showEntities({ chooser: annotation.id }),
    };
  },
  async ready(context) {
    const annotation = ownMention(context);
    if (annotation && (annotation.entityId === null || context.store.getState().entities.linked === annotation.id)) {
      await context.store.getState().askEntity(annotation.id);
    }
  },
};

function severalOffer(annotation: Annotation, names: readonly string[], sign: string): Offer {
  const shown = names.slice(0, 3).join(' or ');
  return {
    title: `Who or what is it? ${shown}${names.length > 3 ? ' …' : ''}`,
    reason: `${counted(names.length, 'name')} may be meant, none of them clearly: you choose.`,
    sign,
    accept: async (c) => c.store.getState().showEntities({ chooser: annotation.id }),
    dismiss: async (c) => hush(c, annotation.id),
    change: (c) => c.store.getState().showEntities({ chooser: annotation.id }),
  };
}

function alikeOffer(
  annotation: Annotation,
  name: string,
  words: string,
  { article, project }: { readonly article: number; readonly project: number },
  sign: string,
): Offer {
  const where = [
    article > 0 ? `${article.toLocaleString('en')} in this article` : '',
    project > article ? `${(project - article).toLocaleString('en')} in others` : '',
  ];
  return {
    title: `Link ${project === 1 ? 'the other' : `the ${project.toLocaleString('en')} other`} ${words} to ${inQuotes(name)} too`,
    reason: `${counted(project, 'mention')} with the same words: ${where.filter((one) => one !== '').join(', ')}. They are shown first.`,
    sign,
    accept: async (c) => c.store.getState().showEntities({ alike: annotation.id }),
    dismiss: async (c) => hush(c, annotation.id),
  };
}

function hush({ store }: CommandContext, annotationId: string): void {
  const { entities, showEntities } = store.getState();
  showEntities({ quiet: new Set(entities.quiet).add(annotationId) });
}

/** Acts on a mention of the open article if it is still the one that is meant. */
async function onMention(
  context: CommandContext,
  annotationId: string,
  act: (mention: Annotation) => Promise<void>,
): Promise<void> {
  await inThisArticle(context, async () => {
    const mention = context.store.getState().open?.index.get(annotationId);
    if (mention && mayChange(context)) await act(mention);
  });
}
