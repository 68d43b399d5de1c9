import { z } from 'zod';
import type { Annotation } from '../../model/annotation.ts';
import type { DatasetTable } from '../../model/dataset.ts';
import { KINDS } from '../../model/kind.ts';
import { ROLES } from '../../model/role.ts';
import { firstIssue } from '../checks.ts';
import { FormatError, type ReadResult, type ReadUnit, type SourceFiles } from '../format.ts';
import { lossCounter } from '../losses.ts';
import { linksByClaim } from '../tables/shape.ts';
import { type Choice, DESCRIPTOR, LAYOUT_VERSION, PACKAGE_TABLES } from './layout.ts';
import { checkClaim, checkLink, type Draft, readArticle, readLink, readSpan } from './read-rows.ts';
import { type TableRow, tableRows } from './read-table.ts';

const Descriptor = z.object({
  parley: z.object({
    layout: z.number(),
    flavour: z.enum(['program', 'spreadsheet']),
    text: z.enum(['include', 'omit']),
  }),
  resources: z.array(z.object({ name: z.string(), path: z.unknown(), hash: z.string().optional() })),
});

interface Package {
  readonly choice: Choice;
  readonly tables: Readonly<Record<DatasetTable, { readonly path: string; readonly hash: string }>>;
}

/**
 * A data package that Parley wrote → its units.
 * @param acceptChanged whether files may differ from the hashes that the package has of them; their rows are checked all the same.
 */
export function readPackage(files: SourceFiles, acceptChanged: boolean): ReadResult {
  const { choice, tables } = findPackage(files);
  const losses = lossCounter();
  const rows = (table: DatasetTable): Iterable<TableRow> => tableRows(files, tables[table].path, table, choice, losses);

  const drafts = new Map<string, Draft>();
  for (const row of rows('articles')) {
    const draft = readArticle(row);
    if (drafts.has(draft.article.id)) throw row.wrong(`there is another article “${draft.article.id}”.`);
    drafts.set(draft.article.id, draft);
  }
  const annotations = new Map<string, Annotation>();
  for (const row of rows('spans')) {
    const { draft, annotation } = readSpan(row, drafts);
    if (annotations.has(annotation.id)) throw row.wrong(`there is another span “${annotation.id}”.`);
    annotations.set(annotation.id, annotation);
    draft.annotations.push(annotation);
  }
  const linkIds = new Set<string>();
  for (const row of rows('links')) {
    const link = readLink(row, annotations);
    if (linkIds.has(link.id)) throw row.wrong('the same role is filled with the same span twice.');
    linkIds.add(link.id);
    const draft = drafts.get(link.articleId) as Draft;
    draft.links.push(link);
    checkLink(row, draft, link);
  }
  const claims = new Set<string>();
  for (const row of rows('claims')) {
    const id = checkClaim(row, drafts, annotations);
    if (claims.has(id)) throw row.wrong(`there is another row of the claim “${id}”.`);
    claims.add(id);
  }
  const missing = [...annotations.values()].find(({ id, kind }) => kind === 'claim' && !claims.has(id));
  if (missing) {
    throw new FormatError(`${tables.claims.path} has no row of the claim “${missing.id}” in spans.csv.`, CHANGED_HINT);
  }
  if (!acceptChanged) checkHashes(files, tables);
  return { ...summary(annotations, drafts), units: [...drafts.values()].map(unitOf), losses: losses.list() };
}

const CHANGED_HINT =
  'Nothing was read. Export the package again; if the change is meant, read it with the option “changed” set to “accept”.';

function findPackage(files: SourceFiles): Package {
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
  const tables = PACKAGE_TABLES.map((name) => {
    const resource = resources.find((candidate) => candidate.name === name);
    if (typeof resource?.path !== 'string' || resource.hash === undefined) {
      throw new FormatError(`${path} doesn’t name the file and hash of the table “${name}”.`, CHANGED_HINT);
    }
    return [name, { path: folder + resource.path, hash: resource.hash }] as const;
  });
  return { choice: parley, tables: Object.fromEntries(tables) as Package['tables'] };
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FormatError(`${path} isn’t JSON: ${reason}.`, 'Export the data package again.');
  }
}

function checkHashes(files: SourceFiles, tables: Package['tables']): void {
  for (const { path, hash } of Object.values(tables)) {
    if (hash !== `sha256:${files.digest(path).sha256}`) {
      throw new FormatError(
        `${path} isn’t as it was written: its SHA-256 isn’t the one in ${DESCRIPTOR}.`,
        CHANGED_HINT,
      );
    }
  }
}

function unitOf({ article, text, annotations, links }: Draft): ReadUnit {
  const { title, outlet, date, author, url, language, fileName, status, addedAt } = article;
  return {
    article: { title, outlet, date, author, url, language, fileName, status, addedAt, text },
    annotations: annotations.map(({ id, kind, coderId, fragments, memo, attributes, createdAt, updatedAt }) => ({
      key: id,
      kind,
      coder: coderId,
      fragments,
      memo,
      attributes,
      createdAt,
      updatedAt,
    })),
    links: [...linksByClaim(links).values()].flat().map(({ claimId, role, targetId }) => ({
      claim: claimId,
      role,
      target: targetId,
    })),
  };
}

function summary(annotations: ReadonlyMap<string, Annotation>, drafts: ReadonlyMap<string, Draft>) {
  const kinds = KINDS.map((kind) => ({
    name: kind,
    count: [...annotations.values()].filter((annotation) => annotation.kind === kind).length,
    kind,
  }));
  const links = [...drafts.values()].flatMap((draft) => draft.links);
  const roles = ROLES.map((role) => ({ name: role, count: links.filter((link) => link.role === role).length, role }));
  return { types: kinds.filter(({ count }) => count > 0), roles: roles.filter(({ count }) => count > 0) };
}
