import { readdirSync } from 'node:fs';
import { audit, calm } from '../support/audit.ts';
import { dialogNamed, introduce, status } from '../support/desk.ts';
import { writeOldProject } from '../../db/support/old-project.ts';
import { expect, test, type Workbench } from '../support/workbench.ts';

/* A large project of an earlier schema is brought up to date: what is seen meanwhile. The program is held still while it is looked at. */

test.describe.configure({ timeout: 120_000 });

const ARTICLES = 4000;

/** Starts with such a project and holds the program as soon as the upgrade is seen. */
async function beginUpgrade(workbench: Workbench) {
  await workbench.kill();
  await workbench.start(writeOldProject(workbench.home, ARTICLES));
  const { page } = workbench;
  const dialog = dialogNamed(page, 'Bringing the project up to date');
  await page.waitForFunction(() => document.querySelector('[role="dialog"] [role="progressbar"]'));
  workbench.hold(true);
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  return { page, dialog };
}

test('the progress of an upgrade has no accessibility fault, and the project then opens', async ({ workbench }) => {
  await calm(workbench.page);
  const { page, dialog } = await beginUpgrade(workbench);
  try {
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await audit(workbench, 'upgrade', 'large');
  } finally {
    workbench.hold(false);
  }
  await expect(dialog).toHaveCount(0, { timeout: 60_000 });
  await introduce(page, 'Mara Kessel');
  await expect(status(page)).toContainText('4,000 articles');
  expect(readdirSync(workbench.home)).toContain('Study.version-3.parley');
});

test('an upgrade that is stopped by key leaves the file as it was and the keyboard where one goes on', async ({
  workbench,
}) => {
  const { page, dialog } = await beginUpgrade(workbench);
  try {
    const cancel = dialog.getByRole('button', { name: 'Cancel' });
    await expect(cancel).toBeFocused();
    // Escape is no answer: it goes on.
    await page.keyboard.press('Escape');
    await expect(cancel).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: 'Stopping…' })).toBeFocused();
    await audit(workbench, 'upgrade-stopping', 'large');
  } finally {
    workbench.hold(false);
  }
  await expect(dialog).toHaveCount(0, { timeout: 60_000 });
  expect(readdirSync(workbench.home)).toEqual(['Study.parley']);
  await introduce(page, 'Mara Kessel');
  await expect(page.getByRole('button', { name: 'Open the sample project' })).toBeFocused();
  // It can be opened later.
  const open = page.getByRole('button', { name: 'Open project…' });
  await open.press('Enter');
  await expect(dialogNamed(page, 'Open a project')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(open).toBeFocused();
});
