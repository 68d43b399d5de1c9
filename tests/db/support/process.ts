import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import fs, { writeSync } from 'node:fs';
import { createSession } from '../../../src/main/db/session.ts';
import { createIds } from '../../../src/shared/model/ids.ts';
import { writeWhole } from '../../../src/main/exchange/write-file.ts';
import { creations, fill, makeAnnotation } from './records.ts';

/*
 * A second process for tests: `process.ts open|create|hold|look|stop|code|go-on PATH`. Tells on stdout, one line a step.
 * open, create: `ok` or the error's code. hold: opens, says `ok` and stays; look: the same as another
 * program that knows no lock of Parley's. code: tags without end, a line for each tag kept; go-on: the same
 * in a project that is there. stop: comes to a stand amid making a project and writing a file.
 */

const [act, path = ''] = process.argv.slice(2);
const session = createSession({
  authorId: () => 'ana',
  now: () => '2031-03-14T09:00:00.000Z',
  newId: createIds(randomBytes),
});

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

/** Reads the file and keeps it open, as any program that can read SQLite. */
function look(): void {
  const db = new Database(path);
  db.prepare('SELECT count(*) FROM article').get();
  say('ok');
  setInterval(() => db.prepare('SELECT 1').get(), 1000);
}

function stand(): never {
  say('stands');
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

/** Stands still where a file would be put in its place. */
function stop(): void {
  fs.renameSync = stand;
  fs.linkSync = () => {
    fs.linkSync = stand;
    writeWhole(`${path}.csv`, 'name', false);
  };
  session.create(path);
}

function work(): void {
  const project = ['open', 'hold', 'go-on'].includes(act ?? '') ? session.open(path) : session.create(path);
  if (act === 'code' || act === 'go-on') {
    if (act === 'code') fill(project);
    for (let n = 0; ; n++) {
      const annotation = makeAnnotation(`tag-${act === 'code' ? '' : `${process.pid}-`}${n}`, 'Velia', {
        memo: String(n),
      });
      project.commit('tag actor “Velia”', creations(['annotation', annotation]));
      say(annotation.id);
      if (n % 7 === 6) {
        project.undo();
        say(`undid ${annotation.id}`);
      }
    }
  }
  say('ok');
  if (act === 'hold') setInterval(() => undefined, 1000);
  else session.close();
}

try {
  if (act === 'look') look();
  else if (act === 'stop') stop();
  else work();
} catch (error) {
  say(error instanceof Error && 'code' in error ? String(error.code) : String(error));
}
