import type { PaletteProvider } from '../provider.ts';
import { articleProvider } from './articles.ts';
import { commandProvider } from './commands.ts';

/* Everything that the palette finds, in the order in which it is shown. */

/** Those that know by themselves. */
export const knowing: readonly PaletteProvider<'knows'>[] = [commandProvider];

/** Those that ask the core. */
export const asking: readonly PaletteProvider<'asks'>[] = [articleProvider];
