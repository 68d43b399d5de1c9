import { z } from 'zod';
import type { DatasetTable } from '../../model/dataset.ts';
import { firstIssue } from '../checks.ts';
import { FormatError, type SourceFiles } from '../format.ts';
import { type Choice, DESCRIPTOR, LAYOUT_VERSION, tablesOf } from './layout.ts';

const Descriptor = z.object({
  parley: z.object({
    layout: z.number(),
    flavour: z.enum(['program', 'spreadsheet']),
    text: z.enum(['include', 'omit']),
  }),
  resources: z.array(z.object({ name: z.string(), path: z.unknown(), hash: z.string().optional() })),
});

/** A data package as its descriptor has it. */
export interface Package {
  readonly layout: number;
  readonly choice: Choice;
  readonly tables: ReadonlyMap<DatasetTable, { readonly path: string; readonly hash: string }>;
}

export const CHANGED_HINT =
  'Nothing was read. Export the package again; if the change is meant, read it with the option “changed” set to “accept”.';

/** The one data package among the files. Throws `FormatError` when there is none, several, or one that can't be read. */
export function findPackage(files: SourceFiles): Package {
  const found = files.list().filter((path) => path === DESCRIPTOR || path.endsWith(`/${DESCRIPTOR}`));
  const [path, second] = found;
  if (path === undefined) {
    throw new FormatError(
      'There is no datapackage.json among the files.',
      'Choose the whole folder of the data package.',
    );
  }
  if (second !== undefined) {
    throw new FormatError(`There are several data packages: ${path}, ${second}.`, 'Choose the folder of one of them.');
  }
  const parsed = Descriptor.safeParse(parseJson(files.text(path), path));
  if (!parsed.success) {
    throw new FormatError(
      `${path} doesn’t describe a data package that Parley wrote: ${firstIssue(parsed.error)}.`,
      'Parley reads back its own data packages. Import the texts as articles instead.',
    );
  }
  const { parley, resources } = parsed.data;
  if (parley.layout > LAYOUT_VERSION) {
    throw new FormatError(`${path} was written by a newer Parley.`, 'Update Parley and try again.');
  }
  if (parley.text === 'omit') {
    throw new FormatError(
      `The data package of ${path} was written without the articles’ texts, so its spans can’t be checked.`,
      'Export it again with the texts.',
    );
  }
  const folder = path.slice(0, -DESCRIPTOR.length);
  const tables = tablesOf(parley.layout).map((name) => {
    const resource = resources.find((candidate) => candidate.name === name);
    if (typeof resource?.path !== 'string' || resource.hash === undefined) {
      throw new FormatError(`${path} doesn’t name the file and hash of the table “${name}”.`, CHANGED_HINT);
    }
    return [name, { path: folder + resource.path, hash: resource.hash }] as const;
  });
  return { layout: parley.layout, choice: parley, tables: new Map(tables) };
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FormatError(`${path} isn’t JSON: ${reason}.`, 'Export the data package again.');
  }
}

/** Throws unless every table is as it was written. */
export function checkHashes(files: SourceFiles, { tables }: Package): void {
  for (const { path, hash } of tables.values()) {
    if (hash !== `sha256:${files.digest(path).sha256}`) {
      throw new FormatError(
        `${path} isn’t as it was written: its SHA-256 isn’t the one in ${DESCRIPTOR}.`,
        CHANGED_HINT,
      );
    }
  }
}
