import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleText } from './support/caret.ts';
import { parley } from './support/command-line.ts';
import { card, dialogNamed, introduce, openArticle, status } from './support/desk.ts';
import { readBrat } from './support/exported.ts';
import { expect, test } from './support/workbench.ts';

const TEXT = 'Harbour reopens 🚢\n\nVelia said the port would open. Oster, in turn, said it would not.\n';
const points = (words: string) => [...words].length;
/** Where words stand in the text, in code points, as brat counts. */
const at = (words: string) => {
  const start = points(TEXT.slice(0, TEXT.indexOf(words)));
  return `${start} ${start + points(words)}`;
};
const ADA = [
  `T1\tSource ${at('Velia')}\tVelia`,
  `T2\tContent ${at('the port would open')}\tthe port would open`,
  `T3\tCue ${at('said')}\tsaid`,
  'R1\tSource Arg1:T2 Arg2:T1',
  '#1\tAnnotatorNotes T2\tA promise.',
];
const BO = [`T1\tSource ${at('Oster')}\tOster`, `T2\tContent ${at('it would not')}\tit would not`];

test('a brat folder of two coders comes in as two layers, and goes out under its own names', async ({ workbench }) => {
  const file = join(workbench.home, 'Brat.parley');
  parley(workbench, 'new', file);
  const folder = join(workbench.home, 'coded');
  mkdirSync(folder);
  writeFileSync(join(folder, 'harbour.txt'), TEXT);
  writeFileSync(join(folder, 'harbour_Ada.ann'), `${ADA.join('\n')}\n`);
  writeFileSync(join(folder, 'harbour_Bo.ann'), `${BO.join('\n')}\n`);
  await workbench.restart(file);
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');

  await page.keyboard.press('Control+i');
  const dialog = dialogNamed(page, 'Import');
  await dialog.getByRole('button', { name: 'Articles that are coded already' }).click();
  await dialog.getByLabel('Format').selectOption({ label: 'brat standoff' });
  await workbench.chooseFolder(folder, () => dialog.getByRole('button', { name: 'Choose the folder…' }).click());
  await dialog.getByLabel('Who coded it').selectOption('suffix');
  const types = dialog.getByRole('table').first();
  await types.getByLabel('Source becomes').selectOption('actor');
  await types.getByLabel('Content becomes').selectOption('claim');
  await dialog.getByRole('table').nth(1).getByLabel('Source becomes').selectOption('claimant');
  const brings = dialog.getByRole('region', { name: 'What it will bring' });
  await expect(brings).toContainText('1 article, 4 annotations, 1 link');
  await expect(brings).toContainText('Cue');
  await workbench.screenshot('brat-mapping');
  await dialog.getByRole('button', { name: 'Import 1 article' }).click();
  await expect(dialog.getByText('1 article, 4 annotations and 1 link imported')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(status(page)).toContainText('4 annotations');

  // Each coder's layer, to be read.
  await openArticle(page, /Harbour/);
  await expect(page.getByRole('note')).toContainText('You have not coded this article yet. Ada and Bo have.');
  await page.getByLabel('Whose annotations').selectOption({ label: 'Ada (2)' });
  await expect(articleText(page).locator('mark')).toHaveText(['Velia', 'the port would open']);
  await expect(card(page, /the port/)).toContainText('Velia');
  await expect(card(page, /the port/)).toContainText('A promise.');
  await page.getByLabel('Whose annotations').selectOption({ label: 'Bo (2)' });
  await expect(articleText(page).locator('mark')).toHaveText(['Oster', 'it would not']);
  await workbench.screenshot('layers');

  await page.keyboard.press('Control+e');
  await page.getByRole('radio', { name: /^brat/ }).check();
  const out = join(workbench.home, 'out');
  const main = page.getByRole('button', { name: 'Choose a folder and export…' });
  await expect(main).toBeEnabled();
  await workbench.chooseNew(out, () => main.click());
  await expect(dialogNamed(page, 'The dataset is written')).toBeVisible();
  const written = readBrat(out);
  expect([...written.keys()].sort()).toEqual(['harbour_Ada.ann', 'harbour_Bo.ann']);
  expect(readFileSync(join(out, 'harbour.txt'), 'utf8')).toBe(TEXT);
  expect(written.get('harbour_Ada.ann')).toContain(`T1\tActor ${at('Velia')}\tVelia`);
  expect(written.get('harbour_Ada.ann')?.some((line) => /^E1\tClaim:T2 Claimant:T1$/.test(line))).toBe(true);
});
