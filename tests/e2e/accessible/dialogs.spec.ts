import { auditViews } from '../support/audit.ts';
import { test } from '../support/workbench.ts';
import { dialogs, ofTheProject } from './everywhere.ts';

test.describe.configure({ timeout: 300_000 });

test('no dialog or menu has an accessibility fault', async ({ workbench }) => {
  await auditViews(workbench, [...ofTheProject, ...dialogs], 'full');
});
