import type { ComponentType } from 'react';
import type { Place } from '../store/state.ts';
import { CodePlace } from './article/CodePlace.tsx';
import { CodebookPlace } from './codebook/CodebookPlace.tsx';
import { EntitiesPlace } from './entities/EntitiesPlace.tsx';
import { DatasetPlace } from './dataset/DatasetPlace.tsx';
import { SearchPlace } from './search/SearchPlace.tsx';
import { WorkPlace } from './work/WorkPlace.tsx';

/** Everywhere that one can be, in the order of the top bar. Each has a command `place-…` of its own. */
export const PLACES: readonly { readonly value: Place; readonly label: string; readonly Content: ComponentType }[] = [
  { value: 'code', label: 'Code', Content: CodePlace },
  { value: 'search', label: 'Search', Content: SearchPlace },
  { value: 'work', label: 'Work', Content: WorkPlace },
  { value: 'codebook', label: 'Codebook', Content: CodebookPlace },
  { value: 'entities', label: 'Entities', Content: EntitiesPlace },
  { value: 'dataset', label: 'Dataset', Content: DatasetPlace },
];
