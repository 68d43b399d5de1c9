import type { PaletteProvider } from '../provider.ts';
import { articleProvider } from './articles.ts';
import { codeProvider } from './codes.ts';
import { commandProvider } from './commands.ts';
import { entityProvider } from './entities.ts';

/* Everything that the palette finds, in the order in which it is shown. */

/** Those that know by themselves. */
export const knowing: readonly PaletteProvider<'knows'>[] = [commandProvider, codeProvider];

/** Those that ask the core. */
export const asking: readonly PaletteProvider<'asks'>[] = [articleProvider, entityProvider];
