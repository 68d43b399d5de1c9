import type { Annotation } from '../../model/annotation.ts';
import { keyWords } from '../layer.ts';
import type { Rule } from '../rule.ts';

/** Actors and venues that nobody has said who or what they are: one finding a name. */
export const mentionUnresolved: Rule = {
  id: 'mention-unresolved',
  title: 'Mention without an entity',
  explanation:
    'The project keeps a list of who and what is spoken of. A mention that isn’t linked with it is counted under no name.',
  *find(layer) {
    if (!layer.hasEntities) return;
    const names = new Map<string, Annotation[]>();
    for (const annotation of layer.annotations) {
      if (annotation.kind === 'claim' || annotation.entityId !== null) continue;
      const key = `${annotation.kind} ${layer.folded(annotation)}`;
      const list = names.get(key);
      if (list) list.push(annotation);
      else names.set(key, [annotation]);
    }
    for (const [key, all] of names) {
      const first = all[0] as Annotation;
      const times = all.length === 1 ? '' : ` (${all.length} mentions)`;
      yield {
        key: keyWords(key),
        span: first.fragments,
        annotationIds: all.map(({ id }) => id),
        message: `The ${first.kind} ${layer.quoted(first.fragments)}${times} isn’t linked with an entity.`,
        fixes: [{ title: 'Choose who or what it is…', fix: { act: 'choose-entity', id: first.id } }],
      };
    }
  },
};
