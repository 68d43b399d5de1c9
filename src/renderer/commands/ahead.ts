import type { Change } from '../../shared/change/change.ts';
import { type Annotation, UNCODED } from '../../shared/model/annotation.ts';
import { createIds } from '../../shared/model/ids.ts';
import type { Kind } from '../../shared/model/kind.ts';
import { type Fragment, sameSpan } from '../../shared/text/span.ts';
import { isOwnLayer, type State } from '../store/state.ts';

/* What a call will change, told before its answer so that it is drawn at once: see `drawAhead`. */

const newId = createIds((bytes) => crypto.getRandomValues(new Uint8Array(bytes)));

/**
 * The annotation that tagging a range will make. Null when nothing can be said before the answer: the article isn't the
 * open one any more, the layer isn't the coder's own, or the words are tagged so already.
 */
export function newTag(state: State, articleId: string, kind: Kind, fragment: Fragment): Annotation | null {
  const { open } = state;
  if (!open || open.article.id !== articleId || !isOwnLayer(state)) return null;
  const there = open.index.inRange(fragment.start, fragment.end);
  if (there.some((other) => other.kind === kind && sameSpan(other.fragments, [fragment]))) return null;
  const now = new Date().toISOString();
  return {
    id: newId(),
    articleId,
    kind,
    coderId: open.layer,
    fragments: [fragment],
    memo: '',
    attributes: {},
    ...UNCODED,
    createdAt: now,
    updatedAt: now,
  };
}

export function creation(after: Annotation): Change {
  return { record: 'annotation', id: after.id, before: null, after };
}

export function edit(before: Annotation, after: Annotation): Change {
  return { record: 'annotation', id: before.id, before, after };
}

export function removal(before: Annotation): Change {
  return { record: 'annotation', id: before.id, before, after: null };
}
