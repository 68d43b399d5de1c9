import type { Proposal, UnresolvedRow } from '../../../shared/api/methods/entities.ts';
import type { Handlers } from '../../../shared/api/dispatch.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Candidate } from '../../../shared/model/entity-candidate.ts';
import { bareWords } from '../../../shared/resolve/bare.ts';
import { clearCandidate, NOWHERE, proposeEntities } from '../../../shared/resolve/propose.ts';
import { isCapital } from '../../../shared/resolve/words.ts';
import { entityIndex } from '../../db/entity-index.ts';
import { wordsKey } from '../../db/mention-keys.ts';
import { mentionTable, type Unresolved } from '../../db/mentions.ts';
import { verdictTable } from '../../db/verdicts.ts';
import type { Context } from '../context.ts';
import { Layer } from '../layer.ts';
import { around, mentionKind, mentionWords } from './around.ts';

/** Mentions with the same words that are listed to be linked with one. */
const MOST_ALIKE = 2000;
/** Articles of one spelling that are looked at for what may be offered for all of them. */
const MOST_ARTICLES = 4;

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
    const layer = new Layer(context);
    const table = mentionTable(layer.db);
    const rows = table
      .unresolved(layer.coderId, kind, limit, offset)
      .map((row): UnresolvedRow => ({ ...row, ...forAll(layer, row) }));
    return { ...table.countUnresolved(layer.coderId, kind), rows };
  },
};

/**
 * What may be offered for all mentions with the same words: what each article offers for its own. A last name may be of one
 * person here and of another there. Of a spelling in many articles some are looked at, and the words alone have to agree.
 */
function forAll(layer: Layer, row: Unresolved): Pick<UnresolvedRow, 'offer' | 'several'> {
  const index = entityIndex(layer.db);
  const table = mentionTable(layer.db);
  const asked = table.unresolvedPlaces(layer.coderId, row.kind, row.key, MOST_ARTICLES).map((id) => {
    const { mention, around: known } = around(layer, layer.annotation(id));
    return proposeEntities(mention, known, index);
  });
  if (row.articles > asked.length) {
    const linked = table.linkedAlike(row.kind, row.key, layer.coderId, '');
    asked.push(proposeEntities(row, { ...NOWHERE, linked }, index));
  }
  const offers = asked.map((candidates) => offerOf(row.words, candidates));
  const [first] = offers;
  if (first && offers.every((offer) => offer?.entityId === first.entityId && offer.name === first.name)) {
    return { offer: first, several: 0 };
  }
  const fitting = asked.flatMap((candidates) => candidates.flatMap(({ entityId }) => entityId ?? []));
  return { offer: null, several: new Set(fitting).size };
}

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
