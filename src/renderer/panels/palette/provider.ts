import type { Client } from '../../../shared/api/client.ts';
import type { CommandContext } from '../../commands/command.ts';

/** One line of the palette. */
export interface PaletteItem {
  /** The same for the same thing each time. */
  readonly id: string;
  readonly title: string;
  /** A few quiet words behind it: outlet and date, where a code stands. */
  readonly detail?: string;
  /** A small field of colour before it, `#rrggbb`. */
  readonly colour?: string;
  /** Its combination, as it is now. */
  readonly keys?: string;
  /** Why it can't be done now; null when it can. */
  readonly whyNot: string | null;
  run(context: CommandContext): void | Promise<void>;
}

/** What providers look things up with. */
export interface Asked {
  readonly context: CommandContext;
  readonly client: Client;
}

/**
 * A kind of thing that the palette finds; another kind is another file and one line in `providers/all.ts`. One that knows
 * answers with each letter; one that asks the core is asked when typing rests, and only once something is typed.
 */
export interface PaletteProvider<How extends 'knows' | 'asks'> {
  readonly id: string;
  /** Above its lines. */
  readonly heading: string;
  /** What answers the typed words, the best first, a handful; of one that knows also for ''. */
  find(typed: string, asked: Asked): How extends 'knows' ? readonly PaletteItem[] : Promise<readonly PaletteItem[]>;
}
