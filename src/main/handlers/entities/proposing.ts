import type { Proposal, UnresolvedRow } from '../../../shared/api/methods/entities.ts';
import type { Handlers } from '../../../shared/api/dispatch.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Candidate } from '../../../shared/model/entity-candidate.ts';
import { bareWords } from '../../../shared/resolve/bare.ts';
import { clearCandidate, NOWHERE, proposeEntities } from '../../../shared/resolve/propose.ts';
import { isCapital } from '../../../shared/resolve/words.ts';
import { entityIndex } from '../../db/entity-index.ts';
import { wordsKey } from '../../db/mention-keys.ts';
import { mentionTable } from '../../db/mentions.ts';
import { verdictTable } from '../../db/verdicts.ts';
import type { Context } from '../context.ts';
import { Layer } from '../layer.ts';
import { around, mentionKind, mentionWords } from './around.ts';

/** Mentions with the same words that are listed to be linked with one. */
const MOST_ALIKE = 2000;

/** Who or what mentions may be: proposals, and what is still to be said. */
export const entityProposing: Pick<Handlers<Context>, 'entities.propose' | 'entities.alike' | 'entities.queue'> = {
  'entities.propose'(context, { annotationId }): Proposal {
    const layer = new Layer(context);
    const annotation = layer.annotation(annotationId);
    const { db } = layer;
    const { mention, around: known } = around(layer, annotation);
    const candidates = proposeEntities(mention, known, entityIndex(db));
    const first = offerOf(mention.words, candidates);
    const key = wordsKey(mention.words);
    const alike = mentionTable(db).countAlike(annotation.coderId, mention.kind, key, annotation.articleId);
    const self = annotation.entityId === null ? 1 : 0;
    return {
      candidates,
      offer: first && isDismissed(layer, annotation, first) ? null : first,
      several: first === null && candidates.length > 2,
      alike: { article: alike.article - self, project: alike.project - self },
    };
  },

  'entities.alike'(context, { annotationId }) {
    const layer = new Layer(context);
    const annotation = layer.annotation(annotationId);
    const words = mentionWords(layer.text(layer.article(annotation.articleId)), annotation);
    const rows = mentionTable(layer.db)
      .unresolvedAlike(layer.coderId, mentionKind(annotation), wordsKey(words), MOST_ALIKE)
      .filter((row) => row.annotationId !== annotationId);
    return {
      article: rows.filter((row) => row.articleId === annotation.articleId),
      elsewhere: rows.filter((row) => row.articleId !== annotation.articleId),
    };
  },

  'entities.queue'(context, { kind, offset, limit }) {
    const { db } = context.session.need();
    const coderId = context.user.coder().id;
    const table = mentionTable(db);
    const index = entityIndex(db);
    const rows = table.unresolved(coderId, kind, limit, offset).map((row): UnresolvedRow => {
      const linked = table.linkedAlike(row.kind, row.key, coderId, '');
      const candidates = proposeEntities(row, { ...NOWHERE, linked }, index);
      const offer = offerOf(row.words, candidates);
      return { ...row, offer, several: offer === null ? candidates.length - 1 : 0 };
    });
    return { ...table.countUnresolved(coderId, kind), rows };
  },
};

/** The one thing that may be offered for a key: what is clear, or a new entity where there is nothing and the words are a name. */
function offerOf(words: string, candidates: readonly Candidate[]): Candidate | null {
  const clear = clearCandidate(candidates);
  if (clear || candidates.length > 1) return clear;
  return isCapital(bareWords(words)) ? (candidates[0] ?? null) : null;
}

/** What an offer was about, the same each time: the words' place and the entity. */
export function offerKey(annotation: Annotation, entityId: string | null): string {
  const place = annotation.fragments.map(({ start, end }) => `${start}-${end}`).join(',');
  return `${annotation.kind} ${place} ${entityId ?? 'new'}`;
}

function isDismissed(layer: Layer, annotation: Annotation, { entityId }: Candidate): boolean {
  const key = offerKey(annotation, entityId);
  return verdictTable(layer.db)
    .ofArticle(annotation.articleId, layer.coderId)
    .some((verdict) => verdict.about === 'proposal' && verdict.outcome === 'dismissed' && verdict.key === key);
}
