import { fuzzyScore } from '../../../../shared/text/fuzzy.ts';
import { whyNot } from '../../../commands/availability.ts';
import { keysFor } from '../../../commands/bindings.ts';
import type { Command, CommandContext } from '../../../commands/command.ts';
import { commands } from '../../../commands/registry.ts';
import type { PaletteItem, PaletteProvider } from '../provider.ts';

/** How many lines of commands stand there once something is typed. */
const MOST = 12;

/** Everything that can be done, what was done last first. What can't be done now says why. */
export const commandProvider: PaletteProvider<'knows'> = {
  id: 'commands',
  heading: 'Commands',
  find(typed, { context }) {
    const offered = commands.filter(({ id }) => id !== 'palette');
    const items = ranked(offered, typed, context.recent).map((command) => toItem(command, context));
    if (typed.trim() !== '') return items.slice(0, MOST);
    return items.sort((a, b) => Number(a.whyNot !== null) - Number(b.whyNot !== null));
  },
};

/**
 * The commands that answer what was typed, the best first; all of them for ''. What was used of late goes before others,
 * the last first, and counts for a little when something is typed.
 */
export function ranked(all: readonly Command[], typed: string, recent: readonly string[]): readonly Command[] {
  const late = (id: string) => {
    const at = recent.indexOf(id);
    return at < 0 ? 0 : recent.length - at;
  };
  if (typed.trim() === '') return all.toSorted((a, b) => late(b.id) - late(a.id));
  return all
    .map((command) => {
      const own = fuzzyScore(typed, command.title);
      const other = fuzzyScore(typed, `${command.group} ${command.title} ${command.words ?? ''}`) * 0.6;
      const score = Math.max(own, other);
      return { command, score: score === 0 ? 0 : score + Math.min(late(command.id), 5) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ command }) => command);
}

function toItem(command: Command, context: CommandContext): PaletteItem {
  const keys = keysFor(command)[0];
  return {
    id: `command ${command.id}`,
    title: command.title,
    ...(keys !== undefined && { keys }),
    whyNot: whyNot(command, context),
    run: (now) => runCommand(command, now),
  };
}

/** Runs a command where it belongs: what works in the text goes there first. */
export async function runCommand(command: Command, context: CommandContext): Promise<void> {
  const at = context.recent.indexOf(command.id);
  if (at >= 0) context.recent.splice(at, 1);
  context.recent.unshift(command.id);
  const { place, goTo } = context.store.getState();
  if (command.where !== 'everywhere' && place !== 'code') {
    goTo('code');
    // The text has to be drawn before anything can be done in it.
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    context.editor?.focus();
  }
  await command.run(context);
}
