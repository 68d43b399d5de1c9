import type { Output } from '../../../shared/api/contract.ts';
import { counted } from '../../../shared/text/counted.ts';

/** How much of what a list changes: `12 other names, 3 categories, 1 parent`. */
export function sumWords({ names, categories, parents, fields }: Output<'entities.readCsv'>['sums']): string {
  return [
    names > 0 ? counted(names, 'other name') : '',
    categories > 0 ? `${categories.toLocaleString('en')} ${categories === 1 ? 'category' : 'categories'}` : '',
    parents > 0 ? counted(parents, 'parent') : '',
    fields > 0 ? `country, party or note of ${fields.toLocaleString('en')}` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
