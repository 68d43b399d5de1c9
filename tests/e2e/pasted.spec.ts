import { introduce, press, saved, status } from './support/desk.ts';
import { expect, test } from './support/workbench.ts';

/* What is pasted or typed into a field is kept whole, or refused whole. */

const long = (length: number) => 'ab cd '.repeat(2000).slice(0, length);

test('words that are too long for a field aren’t cut: they are refused, and said so', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  const messages = page.getByRole('region', { name: 'Messages' });
  const paste = async (words: string) => {
    await page.evaluate((text) => {
      // Into the clipboard as a press on Copy brings it there, without the permission that a script needs.
      const keep = (event: ClipboardEvent) => {
        event.preventDefault();
        event.clipboardData?.setData('text/plain', text);
      };
      document.addEventListener('copy', keep, { once: true, capture: true });
      document.execCommand('copy');
    }, words);
    await page.keyboard.press('Control+v');
  };

  await page.keyboard.press('Alt+5');
  const name = page.getByRole('article').getByRole('textbox', { name: 'Name', exact: true });
  const before = await name.inputValue();
  await name.focus();
  await page.keyboard.press('Control+a');
  await paste(long(301));
  await expect(
    messages.getByText(/too long to be pasted here: the field takes 300 characters, and would hold 301$/),
  ).toBeVisible();
  await expect(name).toHaveValue(before);
  await messages.getByRole('button', { name: 'Dismiss' }).last().click();

  // What just fits is pasted, in the place of what is selected.
  await name.focus();
  await page.keyboard.press('Control+a');
  await paste(long(300));
  await expect(name).toHaveValue(long(300));
  await page.keyboard.press('End');
  await paste('x');
  await expect(name).toHaveValue(long(300));
  await expect(messages.getByText(/the field takes 300 characters, and would hold 301$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(name).toHaveValue(before);

  // In a dialog too.
  await page.getByRole('button', { name: 'New…' }).press('Enter');
  const fresh = page.getByRole('dialog', { name: 'New entity' }).getByRole('textbox', { name: 'Name' });
  await expect(fresh).toBeFocused();
  await page.keyboard.type('Velia');
  await paste(long(400));
  await expect(messages.getByText(/the field takes 300 characters, and would hold 405$/)).toBeVisible();
  await expect(fresh).toHaveValue('Velia');
  await expect(fresh).toBeFocused();
});

test('a note is kept while one rests, with the blanks that are on the way to the next word', async ({ workbench }) => {
  const { page } = workbench;
  await introduce(page, 'Mara Kessel');
  await page.keyboard.press('Alt+5');
  // Somebody is shown from the first.
  const note = page.getByRole('article').getByRole('textbox', { name: 'Note' });
  await expect(page.getByRole('listbox', { name: 'Entities' }).getByRole('option').first()).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await note.fill('');
  await note.focus();
  await page.keyboard.type('Left in ');
  await expect(status(page)).not.toContainText('Saved');
  await saved(page);
  await expect(note).toBeFocused();
  await expect(note).toHaveValue('Left in ');
  // As a browser tells it when another window is looked into: the field is left for nothing.
  await page.keyboard.type('early ');
  await note.evaluate((field) => field.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
  await saved(page);
  await expect(note).toHaveValue('Left in early ');
  await page.keyboard.type('autumn.');
  await saved(page);
  await expect(note).toHaveValue('Left in early autumn.');
  await page.keyboard.type(' ');
  await page.getByRole('tab', { name: /^List/ }).focus();
  await expect(note).toHaveValue('Left in early autumn.');
  await press(page, 'Control+z', /^Undone/);
  await expect(note).toHaveValue('Left in early');
});
