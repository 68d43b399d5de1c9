import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/root.mjs';
import { createCore } from '../../src/main/core.ts';
import { createClient } from '../../src/shared/api/client.ts';
import type { Entity } from '../../src/shared/model/entity.ts';
import { grid } from './grid.ts';
import { createRandom } from './random.ts';
import { type Spread, spread } from './statistics.ts';

/* How long the authority list takes to answer when it is long: 20,000 entities with 60,000 names. */

const ENTITIES = 20_000;
const MENTIONS = 300;
const SYLLABLES =
  'ba ber chi da del dri fa gor ha hen ja ka kov la len lo ma mir na nor pa pe ra ros sa sen sky ta tov va ver zhen'.split(
    ' ',
  );

/** Milliseconds of each call on such a list, as text for a terminal. */
export async function measureResolverSpeed(): Promise<string> {
  const folder = mkdtempSync(join(ROOT, 'out', 'bench-entities-'));
  const core = createCore({
    dataFolder: join(folder, 'data'),
    resources: join(ROOT, 'resources'),
    version: 'bench',
    emit: () => undefined,
  });
  try {
    const client = createClient({
      call: (method, input) => core.dispatch(method, input),
      listen: () => () => undefined,
    });
    await client.call('coder.set', { name: 'Bench', mode: 'rename' });
    await client.call('project.create', { file: core.context.handles.forPath(join(folder, 'Long list.parley')) });
    const random = createRandom(7);
    const word = (): string => {
      const parts = Array.from({ length: 2 + random.below(2) }, () => SYLLABLES[random.below(SYLLABLES.length)] ?? '');
      const joined = parts.join('');
      return joined.charAt(0).toUpperCase() + joined.slice(1);
    };
    const at = core.context.now();
    const entities = Array.from({ length: ENTITIES }, (): Entity => {
      const name = `${word()} ${word()}`;
      const aliases = [`Minister ${name}`, `${name} of ${word()}`];
      const id = core.context.newId();
      const [country, party, note] = ['', '', ''];
      return {
        id,
        kind: 'actor',
        category: 'person',
        name,
        aliases,
        country,
        party,
        parentId: null,
        note,
        createdAt: at,
        updatedAt: at,
      };
    });
    core.context.session.need().commit(
      'a long list',
      entities.map((after) => ({ record: 'entity' as const, id: after.id, before: null, after })),
    );

    // Names of the list in other spellings, their last parts, and names that nobody has.
    const words = Array.from({ length: MENTIONS }, (_, i) => {
      const name = entities[random.below(ENTITIES)]?.name ?? '';
      if (i % 4 === 0) return name;
      if (i % 4 === 1) return name.replace(/i/g, 'y');
      return i % 4 === 2 ? (name.split(' ')[1] ?? name) : `Envoy ${word()} ${word()}`;
    });
    const text = words.map((one) => `Then ${one} spoke of the harbour and the talks in the capital.`).join('\n\n');
    const file = join(folder, 'long.txt');
    writeFileSync(file, text);
    const fields = { title: 'Long', outlet: '', date: '', author: '', url: '', language: 'en' };
    const files = [{ file: core.context.handles.forPath(file), fields }];
    const { firstId } = await client.call('articles.import', { files, job: 'import' });
    const ids: string[] = [];
    for (let from = 0, i = 0; i < words.length; i++) {
      const start = text.indexOf(words[i] ?? '', from);
      from = start + (words[i]?.length ?? 0);
      const range = { articleId: firstId ?? '', kind: 'actor' as const, fragments: [{ start, end: from }] };
      ids.push((await client.call('annotations.add', range)).id);
    }

    const list = { offset: 0, limit: 100, kind: null, category: null } as const;
    const rows: [string, Spread][] = [
      ['a proposal', await repeat(ids.length, (i) => client.call('entities.propose', { annotationId: ids[i] ?? '' }))],
      [
        'a page of the list',
        await repeat(20, (i) => client.call('entities.list', { ...list, offset: i * 900, sort: 'name', query: '' })),
      ],
      [
        'the same by mentions',
        await repeat(20, () => client.call('entities.list', { ...list, sort: 'mentions', query: '' })),
      ],
      [
        'a search',
        await repeat(20, (i) =>
          client.call('entities.list', { ...list, limit: 30, sort: 'name', query: SYLLABLES[i] ?? 'a' }),
        ),
      ],
      [
        '50 spellings to resolve',
        await repeat(10, () => client.call('entities.queue', { kind: null, offset: 0, limit: 50 })),
      ],
      [
        'what may be the same',
        await repeat(3, () => client.call('entities.duplicates', { kind: null, apart: false, offset: 0, limit: 200 })),
      ],
    ];
    const cells = rows.map(([what, { p50, p95 }]) => [what, p50.toFixed(1), p95.toFixed(1)]);
    return grid([[`20,000 entities, 60,000 names: ms`, 'p50', 'p95'], ...cells]);
  } finally {
    core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function repeat(times: number, work: (i: number) => Promise<unknown>): Promise<Spread> {
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const began = performance.now();
    await work(i);
    took.push(performance.now() - began);
  }
  return spread(took);
}
