import type { Annotation } from '../../../shared/model/annotation.ts';
import type { EntityKind } from '../../../shared/model/entity.ts';
import type { Mention, Surroundings } from '../../../shared/resolve/resolve.ts';
import { ParleyError } from '../../../shared/api/errors.ts';
import { joinedWords, wordsKey } from '../../db/mention-keys.ts';
import { mentionTable } from '../../db/mentions.ts';
import type { Layer } from '../layer.ts';

/** An actor or venue. Errors: `bad-input` for a claim. */
export function mentionKind({ kind }: Annotation): EntityKind {
  if (kind !== 'claim') return kind;
  throw new ParleyError('bad-input', 'A claim refers to nobody and nothing.', 'Select an actor or a venue.');
}

/** The words of a mention as one line. */
export function mentionWords(text: string, annotation: Annotation): string {
  return joinedWords(annotation.fragments.map(({ start, end }) => text.slice(start, end)));
}

/** A mention with what is known around it: of its own coder alone. */
export function around(
  layer: Layer,
  annotation: Annotation,
): { readonly mention: Mention; readonly around: Surroundings } {
  const article = layer.article(annotation.articleId);
  const text = layer.text(article);
  const kind = mentionKind(annotation);
  const words = mentionWords(text, annotation);
  const mentions = mentionTable(layer.db);
  const others = mentions.others(article.id, annotation.coderId, kind, annotation.id);
  const linked = mentions.linkedAlike(kind, wordsKey(words), annotation.coderId, article.id);
  return { mention: { kind, words }, around: { text, others, linked, language: article.language } };
}
