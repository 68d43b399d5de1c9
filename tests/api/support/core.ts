import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';
import { type Core, createCore } from '../../../src/main/core.ts';
import { type Client, createClient } from '../../../src/shared/api/client.ts';
import type { Applied, Events, OpenArticle, ProjectInfo } from '../../../src/shared/api/contract.ts';
import { type ErrorInfo, errorInfo } from '../../../src/shared/api/errors.ts';
import { fromWire } from '../../../src/shared/api/wire.ts';
import type { Fragment } from '../../../src/shared/text/span.ts';

const RESOURCES = fileURLToPath(new URL('../../../resources', import.meta.url));
const cleanups: (() => void)[] = [];

afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

/** An empty folder for one test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-api-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestCore extends Core {
  /** The contract, typed, as a window has it. */
  readonly client: Client;
  /** A folder of this test for files. */
  readonly folder: string;
  readonly dataFolder: string;
  /** Everything that the core told unasked. */
  readonly events: readonly { readonly event: keyof Events; readonly payload: Events[keyof Events] }[];
  /** Puts the clock at another time. ISO 8601, UTC. */
  setTime(time: string): void;
}

export interface TestCoreOptions {
  /** Another core's, to be a second window or a later start of the same user. */
  readonly dataFolder?: string;
  /** Given in turn; the ids of two cores on one project must differ. */
  readonly idPrefix?: string;
  /** Whether ids look like those of a real project, as files may carry them. */
  readonly realIds?: boolean;
}

/** A core over folders of this test, with a clock that stands and ids that count. Closed behind the test. */
export function makeCore(options: TestCoreOptions = {}): TestCore {
  const folder = temporaryFolder();
  const dataFolder = options.dataFolder ?? join(folder, 'data');
  const events: { event: keyof Events; payload: Events[keyof Events] }[] = [];
  let time = '2031-03-14T09:00:00.000Z';
  let count = 0;
  const core = createCore({
    dataFolder,
    resources: RESOURCES,
    version: '0.0.0-test',
    emit: (event, payload) => void events.push({ event, payload }),
    now: () => time,
    newId: () =>
      options.realIds
        ? `01961d5c-9a40-7000-8000-${String(++count).padStart(12, '0')}`
        : `${options.idPrefix ?? 'id'}-${String(++count).padStart(6, '0')}`,
  });
  cleanups.push(() => core.close());
  // As over a wire: nothing but JSON crosses.
  const call = async (method: string, input: unknown): Promise<unknown> =>
    fromWire(method, JSON.parse(await core.answer(method, JSON.parse(JSON.stringify(input)))));
  const client = createClient({ call, listen: () => () => undefined });
  return { ...core, client, folder, dataFolder, events, setTime: (next) => (time = next) };
}

/** A core with a new project, coded by Ana, that holds one article with this text. */
export async function makeCoded(
  text: string,
  options: TestCoreOptions = {},
): Promise<TestCore & { readonly articleId: string; readonly project: ProjectInfo }> {
  const core = makeCore(options);
  await core.client.call('coder.set', { name: 'Ana', mode: 'rename' });
  const file = core.context.handles.forPath(join(core.folder, 'Study.parley'));
  const project = await core.client.call('project.create', { file });
  const articleId = await addArticle(core, 'report.txt', text);
  return { ...core, articleId, project };
}

/** Imports one text as an article. @returns its id. */
export async function addArticle(core: TestCore, name: string, text: string): Promise<string> {
  const path = join(core.folder, name);
  writeFileSync(path, text);
  const fields = {
    title: `About ${name}`,
    outlet: 'The Harbour Post',
    date: '2031-03-14',
    author: '',
    url: '',
    language: 'en',
  };
  const files = [{ file: core.context.handles.forPath(path), fields }];
  const { firstId, problems } = await core.client.call('articles.import', { files, job: `import ${name}` });
  if (firstId === null) throw new Error(`not imported: ${JSON.stringify(problems)}`);
  return firstId;
}

/** Where words stand in a text: their first place, or the first behind `after`. */
export function find(text: string, words: string, after = ''): Fragment {
  const start = text.indexOf(words, text.indexOf(after) + after.length);
  if (start < 0) throw new Error(`“${words}” isn’t in the text`);
  return { start, end: start + words.length };
}

/** The error of a call that has to fail. */
export async function refusal(call: Promise<unknown>): Promise<ErrorInfo> {
  try {
    await call;
  } catch (error) {
    return errorInfo(error);
  }
  throw new Error('nothing was refused');
}

/** An article as a window would show it, after an answer was applied to its copy: has to be what the core would send now. */
export function applyTo(open: OpenArticle, applied: Applied): Omit<OpenArticle, 'text'> {
  let article = open.article;
  const annotations = new Map(open.annotations.map((annotation) => [annotation.id, annotation]));
  const links = new Map(open.links.map((link) => [link.id, link]));
  for (const change of applied.changes) {
    if (change.record === 'annotation') set(annotations, change.id, change.after);
    if (change.record === 'link') set(links, change.id, change.after);
    if (change.record === 'article' && change.after) article = change.after;
  }
  return { article, annotations: [...annotations.values()], links: [...links.values()] };
}

function set<R>(records: Map<string, R>, id: string, after: R | null): void {
  if (after) records.set(id, after);
  else records.delete(id);
}
