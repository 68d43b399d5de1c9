import { audit, auditAll, calm } from '../support/audit.ts';
import { introduce } from '../support/desk.ts';
import { test } from '../support/workbench.ts';
import { places } from './everywhere.ts';

test.describe.configure({ timeout: 300_000 });

test('no place has an accessibility fault: light and dark, at 100 % and 200 %', async ({ workbench }) => {
  await calm(workbench.page);
  await audit(workbench, 'who codes', 'full');
  await introduce(workbench.page, 'Mara Kessel');
  await auditAll(workbench, places, 'full');
});
