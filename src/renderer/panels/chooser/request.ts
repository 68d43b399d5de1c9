import type { Chosen } from '../../host/host.ts';
import type { Input } from '../../../shared/api/contract.ts';
import { projectFileName } from './new-name.ts';

/** What the analyst is asked to choose. */
export type ChooserRequest =
  | { readonly mode: 'open'; readonly what: 'project' | 'articles' | 'folder' | 'codebook' }
  | { readonly mode: 'save'; readonly what: 'project' | 'folder' | 'codebook'; readonly suggested: string };

/** How the chooser speaks about one request. */
export interface RequestWords {
  readonly title: string;
  /** What the list shows. */
  readonly show: Input<'files.list'>['show'];
  /** What stands in a folder that has nothing to choose. */
  readonly empty: string;
}

/** The words of a request. */
export function requestWords(request: ChooserRequest): RequestWords {
  if (request.mode === 'save') {
    if (request.what === 'codebook') {
      return { title: 'Where to write the codebook', show: 'codebooks', empty: 'No folders or codebooks here.' };
    }
    return request.what === 'project'
      ? { title: 'Where to keep the new project', show: 'projects', empty: 'No folders or projects here.' }
      : { title: 'Where to write the dataset', show: 'folders', empty: 'No folders here.' };
  }
  switch (request.what) {
    case 'project':
      return { title: 'Open a project', show: 'projects', empty: 'No folders or projects (.parley) here.' };
    case 'articles':
      return { title: 'Choose articles', show: 'articles', empty: 'No folders or text files (.txt, .md) here.' };
    case 'codebook':
      return {
        title: 'Choose a codebook',
        show: 'codebooks',
        empty: 'No folders or codebooks (.qdc, .csv, .json) here.',
      };
    case 'folder':
      return { title: 'Choose a folder', show: 'all', empty: 'This folder is empty.' };
  }
}

/** What the main button says for what is chosen now; null when there is nothing to choose yet. */
export function chooseLabel(request: ChooserRequest, chosen: readonly Pick<Chosen, 'name'>[], folder: string): string {
  if (request.mode === 'save' && request.what === 'codebook') return 'Write here';
  if (request.mode === 'save') return request.what === 'project' ? 'Create project' : 'Use this folder';
  if (request.what === 'folder') return `Choose “${chosen[0]?.name ?? folder}”`;
  if (request.what === 'project') return 'Open project';
  if (chosen.length === 1) return `Choose “${chosen[0]?.name}”`;
  return chosen.length === 0 ? 'Choose' : `Choose ${chosen.length} files`;
}

/** The file's or folder's name for what was typed for something new: with its ending, once. */
export function newName(request: ChooserRequest & { readonly mode: 'save' }, typed: string): string {
  if (request.what === 'project') return projectFileName(typed);
  if (request.what === 'folder') return typed.trim();
  const ending = /\.\w+$/.exec(request.suggested)?.[0] ?? '';
  const name = typed.trim();
  return name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`;
}

/** Whether what is made or chosen is a file, not a folder. */
export function isOfFile(request: ChooserRequest): boolean {
  return request.what === 'project' || request.what === 'codebook';
}
