import type { Page } from '@playwright/test';
import { expectReading, readArticle } from './support/caret.ts';
import { dialogNamed, introduce, press } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

const TABBABLE = ':is(button, input, select, textarea, [tabindex="0"], [contenteditable="true"]):not(:disabled)';

test('Tab reaches everything that can be pressed, and what has the focus shows it', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  for (const place of ['Alt+1', 'Alt+4', 'Alt+6']) {
    await page.keyboard.press(place);
    // All of the place is there when what it reads last is.
    const last = page
      .getByRole('grid')
      .or(page.getByRole('tree', { name: 'Codes' }))
      .or(page.getByRole('list', { name: 'Claims of this article' }));
    await expect(last).toBeVisible();
    // What is likely is looked for behind the text.
    if (place === 'Alt+1') await expect(page.getByRole('button', { name: /^Go through/ })).toBeVisible();
    await page.getByRole('button', { name: 'Code', exact: true }).focus();
    const wanted = await number(page);
    const reached = new Set<string>();
    const unseen: string[] = [];
    for (let press = 0; press < wanted + 20; press++) {
      const { id, name, visible } = await focused(page);
      if (id !== '') reached.add(id);
      if (!visible) unseen.push(name);
      // In the text Tab goes from annotation to annotation; Escape lets it out.
      if (name === 'Article text') await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
    }
    const missed = await page.evaluate(
      ([selector, known]) =>
        [...document.querySelectorAll<HTMLElement>(selector as string)]
          .filter(
            (each) => each.checkVisibility() && each.tabIndex >= 0 && !known?.includes(each.dataset['reach'] ?? ''),
          )
          .map((each) => each.getAttribute('aria-label') ?? each.textContent),
      [TABBABLE, [...reached]] as const,
    );
    expect(missed, `not reached in ${place}`).toEqual([]);
    expect(unseen, `no visible focus in ${place}`).toEqual([]);
  }
});

test('a dialog gives the focus back to where it was', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  for (const [key, title] of [
    ['F1', 'All keys'],
    ['Control+i', 'Import'],
    ['Control+e', 'Export the dataset'],
    ['Control+o', 'Open a project'],
  ] as const) {
    await readArticle(page);
    await page.keyboard.press(key);
    await expect(dialogNamed(page, title)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectReading(page);
  }
  const edit = page.getByRole('button', { name: /^Edit title/ });
  await edit.focus();
  await page.keyboard.press('Enter');
  await expect(dialogNamed(page, 'About this article')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(edit).toBeFocused();
});

test('undo means the last act also from a list to choose from and a box to tick', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await readArticle(page);
  for (const control of [
    page.getByRole('combobox', { name: 'Order' }).first(),
    page.getByRole('checkbox', { name: /^Show retired/ }),
  ]) {
    await page.keyboard.press('Alt+4');
    await page.getByRole('button', { name: 'New code' }).click();
    await page.keyboard.type('Harbours');
    await press(page, 'Enter', 'Added Harbours');
    await page.keyboard.press('Escape');
    if (!(await control.isVisible())) await page.keyboard.press('Alt+1');
    await control.focus();
    await press(page, 'Control+Z', /^Undone: /);
  }
});

/** Numbers what can have the focus, so that it is known again. Gives how many there are. */
function number(page: Page): Promise<number> {
  return page.evaluate((selector) => {
    const all = [...document.querySelectorAll<HTMLElement>(selector)];
    for (const [index, each] of all.entries()) each.dataset['reach'] = String(index);
    return all.length;
  }, TABBABLE);
}

/** What has the focus: its number, its name, and whether the eye can see that it has. */
function focused(page: Page): Promise<{ id: string; name: string; visible: boolean }> {
  return page.evaluate(() => {
    const here = document.activeElement;
    if (!(here instanceof HTMLElement) || here === document.body) return { id: '', name: '', visible: true };
    const name = here.getAttribute('aria-label') ?? here.textContent ?? '';
    const ring = [here, here.parentElement].some((element) => {
      const style = element && getComputedStyle(element);
      return style && (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
    });
    // A list shows its present row, and the text its caret.
    const active = document.getElementById(here.getAttribute('aria-activedescendant') ?? '');
    const visible = ring || active !== null || here.isContentEditable;
    return { id: here.dataset['reach'] ?? '', name, visible };
  });
}
