import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dialogNamed, introduce, projectMenu } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

test('a new project is made where the analyst says; files and a folder are imported into it', async ({ workbench }) => {
  const { page, home } = workbench;
  const study = join(home, 'Study');
  mkdirSync(join(study, 'more'), { recursive: true });
  for (const name of ['one.txt', 'two.txt', 'three.txt', 'more/four.txt']) {
    writeFileSync(join(study, name), `The ${name} headline\n\nVelia said it would answer ${name}.\n`);
  }
  await introduce(page, 'Mara Kessel');

  await projectMenu(page, /^New project/);
  const naming = dialogNamed(page, 'New project');
  await naming.getByRole('textbox', { name: 'Name of the project' }).fill('Straits 2031');
  await workbench.chooseNew(join(study, 'Straits 2031.parley'), () => page.keyboard.press('Enter'));
  await expect(page).toHaveTitle('Straits 2031 – Parley');
  expect(existsSync(join(study, 'Straits 2031.parley'))).toBe(true);

  await page.keyboard.press('Control+i');
  const importing = dialogNamed(page, 'Import');
  await workbench.chooseFiles([join(study, 'one.txt'), join(study, 'three.txt')], () =>
    importing.getByRole('button', { name: 'Choose files…' }).click(),
  );
  await expect(importing.getByText('one.txt')).toBeVisible();
  await expect(importing.getByText('three.txt')).toBeVisible();
  await expect(importing.getByText('two.txt')).toHaveCount(0);

  await workbench.chooseFolder(join(study, 'more'), () => importing.getByRole('button', { name: /folder…$/i }).click());
  await expect(importing.getByText('four.txt')).toBeVisible();
});
