import { join } from 'node:path';
import { audit, auditViews, calm } from '../support/audit.ts';
import { parley } from '../support/command-line.ts';
import { test } from '../support/workbench.ts';
import { ofTheProject, places } from './everywhere.ts';

test.describe.configure({ timeout: 300_000 });

test('an empty project has no accessibility fault, nor the window without one', async ({ workbench }) => {
  const file = join(workbench.home, 'Empty.parley');
  parley(workbench, 'new', file);
  await workbench.restart(file);
  await auditViews(workbench, [...places, ...ofTheProject], 'empty');
  await workbench.restart(join(workbench.home, 'Gone.parley'));
  await calm(workbench.page);
  await audit(workbench, 'no project', 'empty');
});
