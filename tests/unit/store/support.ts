import { type CommandContext, createCommandContext } from '../../../src/renderer/commands/command.ts';
import { commandFor } from '../../../src/renderer/commands/dispatch.ts';
import { createWorkbenchStore } from '../../../src/renderer/store/create.ts';
import type { Store } from '../../../src/renderer/store/types.ts';
import type { Client } from '../../../src/shared/api/client.ts';
import type { Fragment, Span } from '../../../src/shared/text/span.ts';
import { addArticle, find, makeCoded } from '../../api/support/core.ts';

export interface TestWorkbench {
  readonly client: Client;
  readonly articleId: string;
  /** The store's present state. */
  now(): Store;
  readonly context: CommandContext;
  /** Runs the command of a key in the text, and waits for what it did. Throws when no command takes it. */
  press(keys: string): Promise<void>;
  /** Selects words of the text, their first place; the caret before them with `caret`. */
  select(words: string, after?: string): void;
  caret(words: string, after?: string): void;
  selection(): Fragment;
  readonly revealed: Span[];
  /** `claim: the words` of each annotation shown, in reading order. */
  shown(): string[];
  adding(name: string, text: string): Promise<string>;
}

/** A window over a real core with one article, without a screen: the store, the commands, and a selection to set. */
export async function makeWorkbench(text: string): Promise<TestWorkbench> {
  const core = await makeCoded(text);
  const store = createWorkbenchStore(core.client);
  await store.getState().start();
  const context = createCommandContext(store);
  const revealed: Span[] = [];
  let selection: Fragment = { start: 0, end: 0 };
  context.editor = {
    selection: () => selection,
    select: (range) => {
      selection = range;
    },
    reveal: (span) => void revealed.push(span),
    focus: () => undefined,
  };
  return {
    client: core.client,
    articleId: core.articleId,
    now: () => store.getState(),
    context,
    async press(keys) {
      const command = commandFor(keys, 'text', context);
      if (!command) throw new Error(`no command takes ${keys}`);
      await command.run(context);
    },
    select: (words, after) => {
      selection = find(text, words, after);
    },
    caret: (words, after) => {
      const { start } = find(text, words, after);
      selection = { start, end: start };
    },
    selection: () => selection,
    revealed,
    shown: () =>
      (store.getState().open?.index.all() ?? []).map(
        ({ kind, fragments }) => `${kind}: ${fragments.map((f) => text.slice(f.start, f.end)).join(' … ')}`,
      ),
    adding: (name, more) => addArticle(core, name, more),
  };
}
