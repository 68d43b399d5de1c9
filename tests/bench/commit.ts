import { closeSync, copyFileSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Annotation, UNCODED } from '../../src/shared/model/annotation.ts';
import { type BenchProject, benchCore } from './project.ts';
import { type Spread, spread } from './statistics.ts';

/** Milliseconds. */
export interface CommitTimes {
  /** One tag's change set, committed to the project file. */
  readonly commit: Spread;
  /** The whole call that tags, from checking its input to its answer. */
  readonly call: Spread;
  /** 4 KiB appended to a file, and fdatasync. */
  readonly append: Spread;
}

/** How often each is done, one after the other, before it counts and when it counts. */
const WARM = 50;
const ROUNDS = 400;

/** Measures all three in this process, on one disk, taking turns. */
export async function measureCommit(project: BenchProject, folder: string): Promise<CommitTimes> {
  const file = join(folder, 'Commit.parley');
  const log = join(folder, 'append');
  copyFileSync(project.file, file);
  const core = benchCore(project.dataFolder);
  const descriptor = openSync(log, 'a');
  try {
    const opened = core.context.session.open(file);
    const article = [...project.sized.values()].at(-1) ?? project.first;
    const words = article.made.paragraphs.flatMap((paragraph) => paragraph.words);
    const block = Buffer.alloc(4096, 1);
    const times = { commit: [] as number[], call: [] as number[], append: [] as number[] };
    for (let n = 0; n < WARM + ROUNDS; n++) {
      const range = words[(n * 37) % words.length] ?? { start: 0, end: 1 };
      const now = core.context.now();
      const annotation: Annotation = {
        id: core.context.newId(),
        articleId: article.id,
        kind: 'actor',
        coderId: core.context.user.coder().id,
        fragments: [range],
        memo: '',
        attributes: {},
        ...UNCODED,
        createdAt: now,
        updatedAt: now,
      };
      const start = performance.now();
      opened.commit('tag', [{ record: 'annotation', id: annotation.id, before: null, after: annotation }]);
      const committed = performance.now();
      await core.dispatch('annotations.add', { articleId: article.id, kind: 'venue', fragments: [range] });
      const called = performance.now();
      writeSync(descriptor, block);
      fdatasyncSync(descriptor);
      const appended = performance.now();
      if (n < WARM) continue;
      times.commit.push(committed - start);
      times.call.push(called - committed);
      times.append.push(appended - called);
    }
    return { commit: spread(times.commit), call: spread(times.call), append: spread(times.append) };
  } finally {
    closeSync(descriptor);
    core.close();
    for (const path of [file, log]) rmSync(path, { force: true });
  }
}
