import { articleCommands } from './article-commands.ts';
import type { Command } from './command.ts';
import { linkCommands } from './link-commands.ts';
import { moveCommands } from './move-commands.ts';
import { projectCommands } from './project-commands.ts';
import { shapeCommands } from './shape-commands.ts';
import { tagCommands } from './tag-commands.ts';

/** Everything that has a key, in the order of the sheet. */
export const commands: readonly Command[] = [
  ...tagCommands,
  ...shapeCommands,
  ...moveCommands,
  ...linkCommands,
  ...articleCommands,
  ...projectCommands,
];

/** The combination shown for a command. Throws for an id that isn't there: a mistake in the program. */
export function keysOf(id: string): string {
  const keys = commands.find((command) => command.id === id)?.keys[0];
  if (!keys) throw new Error(`No command has the id ${id}`);
  return keys;
}
