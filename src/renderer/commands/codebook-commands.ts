import type { CodebookView, CodebookWish, CodeWish } from '../store/codebook.ts';
import type { Command } from './command.ts';

/** What can be done with the codebook from anywhere. */
export const codebookCommands: readonly Command[] = [
  wish('new-code', 'New code', 'codebook add issue concept', 'codes'),
  wish('new-variable', 'New variable of claims', 'codebook add value field', 'variables'),
  {
    id: 'codebook-log',
    title: 'What was done to the codebook',
    words: 'log history changes',
    group: 'Project',
    keys: [],
    where: 'everywhere',
    run: ({ store }) => {
      store.getState().goTo('codebook');
      store.getState().viewCodebook({ tab: 'log' });
    },
  },
  ofChosen('rename-code', 'Rename the chosen code', 'codebook name'),
  ofChosen('move-code', 'Move the chosen code', 'codebook hierarchy under top'),
  ofChosen('merge-code', 'Merge the chosen code into another', 'codebook join'),
  ofChosen('split-code', 'Split the chosen code', 'codebook divide new codes'),
  ofChosen('retire-code', 'Retire the chosen code, or take it back into use', 'codebook no longer offered again'),
  ofChosen('remove-code', 'Remove the chosen code', 'codebook delete'),
  wish('import', 'Import a codebook', 'qdc csv json refi-qda read', 'codes'),
  wish('export-qdc', 'Export the codebook as .qdc', 'refi-qda write codes', 'codes'),
  wish('export-csv', 'Export the codebook as CSV', 'table spreadsheet write codes', 'codes'),
  wish('export-json', 'Export the codebook as JSON', 'write codes variables', 'codes'),
];

function wish(name: CodebookWish, title: string, words: string, tab: CodebookView['tab']): Command {
  return {
    id: `codebook-${name}`,
    title,
    words,
    group: 'Project',
    keys: [],
    where: 'everywhere',
    run: ({ store }) => {
      store.getState().goTo('codebook');
      store.getState().viewCodebook({ tab, wish: name });
    },
  };
}

/** Asks about the code that is chosen in the Codebook place, and names it. */
function ofChosen(name: CodeWish, title: string, words: string): Command {
  return {
    ...wish(name, title, words, 'codes'),
    whyNot: ({ store }) => {
      const { codebook, codebookView } = store.getState();
      const isThere = codebook.codes.some(({ id }) => id === codebookView.codeId);
      return isThere ? null : 'Choose a code in the Codebook first.';
    },
  };
}
