import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fragment } from '../../src/shared/text/span.ts';
import { spanText } from '../../src/shared/text/span.ts';
import type { OpenArticle } from '../../src/shared/api/contract.ts';
import { type FilesWorld, makeFilesWorld } from './files-support.ts';

/*
 * Three news articles as they came, which lie beside the repository and don't belong to it: spans are found in them by
 * their look, and no word of them stands here.
 */
const FOLDER = resolve('..', 'shared', 'data', 'articles');
const isThere = existsSync(FOLDER);

/** Where a pattern matches, in order; with a group, where its first group does. */
function places(text: string, pattern: RegExp): Fragment[] {
  return [...text.matchAll(pattern)].map((match) => {
    const start = match.index + (match[1] === undefined ? 0 : match[0].indexOf(match[1]));
    return { start, end: start + (match[1] ?? match[0]).length };
  });
}

const QUOTED = /["“]([^"“”\r\n]{8,400})["”]/g;
const NAME = /(?<=\p{Ll} )\p{Lu}[\p{L}\p{M}’-]+(?: \p{Lu}[\p{L}\p{M}’-]+)*/gu;

describe.skipIf(!isThere)(
  `the articles in ${isThere ? 'shared/data/articles' : 'shared/data/articles (folder absent)'}`,
  () => {
    let world: FilesWorld;

    beforeEach(() => {
      world = makeFilesWorld();
    });

    afterEach(() => {
      world.close();
    });

    async function importAll(): Promise<OpenArticle[]> {
      const { client, core } = world;
      await client.call('project.create', { file: world.handle('real.parley') });
      await client.call('coder.set', { name: 'Ana', mode: 'switch' });
      const files = [core.context.handles.forPath(FOLDER)];
      const { candidates } = await client.call('articles.inspect', { files, job: 'inspect' });
      await client.call('articles.import', {
        files: candidates.map(({ file, title, outlet, date, author, url, language }) => ({
          file,
          fields: { title, outlet, date, author, url, language },
        })),
        job: 'import',
      });
      const page = { offset: 0, limit: 10, sort: 'title', status: null, query: '' } as const;
      const { rows } = await client.call('articles.list', page);
      return Promise.all(rows.map((row) => client.call('articles.open', { id: row.id })));
    }

    test('are imported exactly, with a title, the language, and the date where the file shows one', async () => {
      const articles = await importAll();
      const names = readdirSync(FOLDER).filter((name) => /\.(?:txt|md)$/i.test(name));
      expect(names.length).toBeGreaterThan(0);
      expect(articles.map(({ article }) => article.fileName).sort()).toEqual(names.sort());
      for (const { article, text } of articles) {
        expect(text).toBe(readFileSync(join(FOLDER, article.fileName), 'utf8'));
        expect(article.language).toBe('en');
        expect(article.title.length).toBeGreaterThan(20);
        expect(text.replace(/\s+/g, ' ')).toContain(article.title.replace('…', ''));
        const shown =
          /^\s*date (\d{4}-\d{2}-\d{2})/.exec(text)?.[1] ?? /^\d{4}-\d{2}-\d{2}/.exec(article.fileName)?.[0];
        expect(article.date).toBe(shown ?? '');
      }
    });

    test('are coded: overlapping, in two fragments, linked, undone, and there again after a restart', async () => {
      const { client } = world;
      const coded: { id: string; text: string; kept: Map<string, string> }[] = [];
      for (const { article, text } of await importAll()) {
        const tag = async (kind: 'actor' | 'claim' | 'venue', fragments: Fragment[]): Promise<string> =>
          (await client.call('annotations.add', { articleId: article.id, kind, fragments })).id;

        const paragraph = places(text, /^.*\S.*$/gm)[0] as Fragment;
        const names = places(text, NAME);
        const quoted = places(text, QUOTED).slice(0, 2);
        const inside = names.find((name) => name.start > paragraph.start && name.end < paragraph.end) as Fragment;
        const elsewhere = names.find((name) => name.start > paragraph.end) as Fragment;
        expect(quoted).toHaveLength(2);

        const claim = await tag('claim', [paragraph]);
        const actor = await tag('actor', [inside]);
        const venue = await tag('venue', [elsewhere]);
        const broken = await tag('claim', quoted);
        // Half in, half out of the first paragraph's claim.
        const across = await tag('claim', [{ start: inside.start, end: elsewhere.end }]);
        await client.call('claims.link', { claimId: claim, role: 'claimant', targetId: actor });
        await client.call('claims.link', { claimId: broken, role: 'venue', targetId: venue });

        const wrong = await tag('venue', [inside]);
        const undone = await client.call('history.undo', {});
        expect(undone.changes).toMatchObject([{ record: 'annotation', id: wrong, after: null }]);

        const words = (fragments: Fragment[]): string => spanText(text, fragments);
        const kept = new Map([
          [claim, words([paragraph])],
          [actor, words([inside])],
          [venue, words([elsewhere])],
          [broken, words(quoted)],
          [across, text.slice(inside.start, elsewhere.end)],
        ]);
        coded.push({ id: article.id, text, kept });
      }

      await client.call('project.close', {});
      const info = await client.call('project.open', { file: world.handle('real.parley') });
      expect(info).toMatchObject({ articles: coded.length, annotations: coded.length * 5 });
      for (const { id, text, kept } of coded) {
        const opened = await client.call('articles.open', { id });
        expect(opened.text).toBe(text);
        expect(new Map(opened.annotations.map((a) => [a.id, spanText(opened.text, a.fragments)]))).toEqual(kept);
        expect(opened.links.map((link) => link.role).sort()).toEqual(['claimant', 'venue']);
        expect(opened.article.status).toBe('in-progress');
      }
      expect(await client.call('project.check', {})).toMatchObject({ ok: true, problems: [] });
      const undo = await client.call('history.undo', {});
      expect(undo.changes).toMatchObject([{ record: 'link', after: null }]);
    });
  },
);
