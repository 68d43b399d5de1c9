import { join } from 'node:path';
import { migrations } from '../../../src/main/db/migrations/all.ts';
import { createFile } from '../../../src/main/db/open.ts';
import { textHash } from '../../../src/main/db/texts.ts';

const AT = '2031-03-14T08:00:00.000Z';

/** Writes a project of schema version 3 into a folder: with 600 articles it has over 4 MB, and an upgrade that is shown. */
export function writeOldProject(folder: string, articles: number): string {
  const path = join(folder, 'Study.parley');
  const file = createFile(path, { projectId: 'p1', createdAt: AT }, migrations.slice(0, 3));
  const text = file.db.prepare('INSERT INTO text VALUES (?, ?)');
  const article = file.db.prepare(`INSERT INTO article
    VALUES (?, ?, ?, '', '2031-03-14', '', '', 'en', 'new', '', ?, 8, '${AT}', ?, '', '')`);
  file.db.transaction(() => {
    for (let n = 0; n < articles; n++) {
      const words = `Velia ${n} ${'repeats its offer to Oster again and again. '.repeat(200)}`;
      text.run(textHash(words), words);
      article.run(`a${String(n).padStart(5, '0')}`, textHash(words), `Report ${n}`, words.length, `report ${n}`);
    }
  })();
  file.close();
  return path;
}
