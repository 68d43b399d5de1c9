import { expect, test } from 'vitest';
import { makeWorkbench } from './support.ts';

test('the window’s codebook follows what is done to it, undo and another project', async () => {
  const window = await makeWorkbench('Velia waits.');
  const paths = () => window.now().codebook.codes.map(({ name }) => name);
  const act = async (name: string) => {
    const answer = await window.now().run('codes.add', { parentId: null, name });
    if (answer) await window.now().applied(answer.applied);
    return answer?.id ?? '';
  };
  const talks = await act('Talks');
  await act('War');
  expect(paths()).toEqual(['Talks', 'War']);
  const same = window.now().codebook;
  await window.now().run('articles.list', { offset: 0, limit: 1, sort: 'date', status: null, query: '' } as never);
  expect(window.now().codebook).toBe(same);

  const starter = await window.now().run('codebook.starter', {});
  if (starter) await window.now().applied(starter);
  expect(window.now().codebook.variables.map(({ name }) => name)).toEqual(['Stance', 'Form']);
  await window.now().stepHistory('undo');
  await window.now().stepHistory('undo');
  expect(paths()).toEqual(['Talks']);
  expect(window.now().codebook.variables).toEqual([]);

  window.now().showCode(talks);
  expect(window.now()).toMatchObject({ place: 'codebook', codebookView: { tab: 'codes', codeId: talks } });
  await window.now().readCodebook();
  expect(paths()).toEqual(['Talks']);
});
