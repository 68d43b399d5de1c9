import type { Annotation } from '../../model/annotation.ts';
import { keyWords } from '../layer.ts';
import type { Rule } from '../rule.ts';

/** The same name as an actor here and a venue there. */
export const twoKinds: Rule = {
  id: 'two-kinds',
  title: 'The same words as two kinds',
  explanation:
    '“Geneva” may speak and be spoken in; where it is one of them throughout, the other tag is a slip. Dismiss it where both are meant.',
  *find(layer) {
    const byWords = new Map<string, Annotation[]>();
    for (const annotation of layer.annotations) {
      const words = layer.folded(annotation);
      const list = byWords.get(words);
      if (list) list.push(annotation);
      else byWords.set(words, [annotation]);
    }
    for (const [words, all] of byWords) {
      const kinds = [...new Set(all.map(({ kind }) => kind))];
      if (kinds.length < 2) continue;
      const of = (kind: string) => all.filter((annotation) => annotation.kind === kind);
      const byCount = kinds.toSorted((a, b) => of(b).length - of(a).length);
      const [most, least] = [byCount[0], byCount.at(-1)];
      if (most === undefined || least === undefined) continue;
      const few = of(least);
      const odd = few[0] as Annotation;
      const count = (kind: string) => `${of(kind).length} × ${kind}`;
      yield {
        key: `${keyWords(words)} ${kinds.toSorted().join(' ')}`,
        span: odd.fragments,
        annotationIds: [...few, ...all.filter(({ kind }) => kind !== least)].map(({ id }) => id),
        message: `${layer.quoted(odd.fragments)} is tagged as different kinds: ${byCount.map(count).join(', ')}.`,
        // One act can change one annotation's kind.
        fixes:
          few.length === 1
            ? [
                {
                  title: `Make it ${most === 'actor' ? 'an' : 'a'} ${most} too`,
                  fix: { act: 'retype', id: odd.id, kind: most },
                },
              ]
            : [],
      };
    }
  },
};
