import { fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { OpenArticle } from '../../../src/shared/api/contract.ts';
import { answers } from '../../../src/shared/api/wire.ts';
import { createEventHub } from '../../../src/main/hosts/events.ts';
import { startLoopback } from '../../../src/main/hosts/loopback.ts';
import { staticFiles } from '../../../src/main/hosts/static-files.ts';

/*
 * Parley's own loopback server around as little as can be: `serve.ts PAGES ARTICLES LOG`. It gives articles out of memory, and
 * keeps a change by appending 4 KiB to a file. Each line on stdin asks for an address on stdout.
 */

const [pages = '', articlesFile = '', logFile = ''] = process.argv.slice(2);
const articles = JSON.parse(readFileSync(articlesFile, 'utf8')) as OpenArticle[];
const log = openSync(logFile, 'a');
const block = Buffer.alloc(4096, 1);

const host = await startLoopback({
  events: createEventHub(),
  files: staticFiles(pages),
  answer: answers((method, input) => {
    switch (method) {
      case 'list':
        return Promise.resolve(articles.map(({ article: { id, title } }) => ({ id, title })));
      case 'article':
        return Promise.resolve(articles.find(({ article }) => article.id === (input as { id: string }).id));
      case 'keep':
        writeSync(log, block);
        fdatasyncSync(log);
        return Promise.resolve({});
      default:
        return Promise.reject(new Error(`no ${method}`));
    }
  }),
});
process.stdout.write(`${host.newAddress()}\n`);
createInterface({ input: process.stdin }).on('line', () => process.stdout.write(`${host.newAddress()}\n`));
