import { articleCommands } from './article-commands.ts';
import { keysFor } from './bindings.ts';
import { codebookCommands } from './codebook-commands.ts';
import { codingCommands } from './coding-commands.ts';
import type { Command } from './command.ts';
import { findingCommands } from './finding-commands.ts';
import { entityCommands } from './entities/entity-commands.ts';
import { linkCommands } from './link-commands.ts';
import { moveCommands } from './move-commands.ts';
import { offerCommands } from './offer-commands.ts';
import { projectCommands } from './project-commands.ts';
import { proposalCommands } from './proposals/proposal-commands.ts';
import { reachCommands } from './reach-commands.ts';
import { searchCommands } from './search-commands.ts';
import { shapeCommands } from './shape-commands.ts';
import { tagCommands } from './tag-commands.ts';
import { knowCommands } from './key-words.ts';

/** Everything that can be done by name or key, in the order of the sheet. */
export const commands: readonly Command[] = [
  ...tagCommands,
  ...reachCommands,
  ...shapeCommands,
  ...moveCommands,
  ...linkCommands,
  ...entityCommands,
  ...codingCommands,
  ...offerCommands,
  ...proposalCommands,
  ...articleCommands,
  ...findingCommands,
  ...searchCommands,
  ...codebookCommands,
  ...projectCommands,
];

knowCommands(commands);

/** A command by its id. Throws for an id that isn't there: a mistake in the program. */
export function commandNamed(id: string): Command {
  const command = commands.find((one) => one.id === id);
  if (!command) throw new Error(`No command has the id ${id}`);
  return command;
}

/** The combination shown for a command, as the analyst has set it; '' when it has none. Components use `useKeysOf`. */
export function keysOf(id: string): string {
  const command = commands.find((one) => one.id === id);
  return (command && keysFor(command)[0]) ?? '';
}
