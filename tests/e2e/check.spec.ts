import Database from 'better-sqlite3';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dialogNamed, introduce, projectMenu } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

test('an index that doesn’t fit is found by the check and made anew', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  // Done to the file from outside, as no Parley does it.
  const name = readdirSync(workbench.dataFolder, { recursive: true, encoding: 'utf8' }).find((one) =>
    one.endsWith('.parley'),
  );
  const db = new Database(join(workbench.dataFolder, name ?? ''));
  db.exec('DELETE FROM article_words WHERE rowid < 3; DELETE FROM annotation_code');
  db.close();

  await projectMenu(page, 'Check the project…');
  const check = dialogNamed(page, 'Check of the project');
  await expect(check).toContainText('2 articles can’t be found by their words.');
  await expect(check).toContainText('Nothing was changed.');
  await workbench.screenshot('check-index');
  await check.getByRole('button', { name: 'Make the index anew' }).click();
  await expect(check).toContainText('Everything is in order.');
  await expect(check).toContainText('what is coded was not touched');
  await expect(check.getByRole('button', { name: 'Make the index anew' })).toHaveCount(0);
});
