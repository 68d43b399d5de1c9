import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Coder } from '../../../shared/model/coder.ts';
import { counted } from '../../../shared/text/counted.ts';
import { byName } from '../../../shared/text/by-name.ts';

/**
 * What taking an article out of the project takes along, for the question before it.
 * @param annotations all coders' annotations in it
 * @returns `“Straits stay closed” is taken out of the project. With it go 3 annotations by 2 coders: Mara Kessel 2, Ines Corvo 1. …`
 */
export function removalWords(title: string, annotations: Iterable<Annotation>, coders: readonly Coder[]): string {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { coderId } of annotations) {
    counts.set(coderId, (counts.get(coderId) ?? 0) + 1);
    total++;
  }
  const named = [...counts]
    .map(([id, count]) => ({ name: coders.find((coder) => coder.id === id)?.name || 'a coder without a name', count }))
    .sort((a, b) => b.count - a.count || byName(a.name, b.name));
  const what = title === '' ? 'This article' : `“${title}”`;
  const whose = named.map(({ name, count }) => `${name} ${count.toLocaleString('en')}`).join(', ');
  const [only] = named;
  const along =
    total === 0
      ? 'Nothing is coded in it.'
      : named.length === 1
        ? `With it ${total === 1 ? 'goes' : 'go'} ${counted(total, 'annotation')} by ${only?.name}.`
        : `With it go ${counted(total, 'annotation')} by ${named.length} coders: ${whose}.`;
  return `${what} is taken out of the project. ${along} The file that it came from stays as it is. Undo brings all of it back.`;
}
