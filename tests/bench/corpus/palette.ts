import type { Core } from '../../../src/main/core.ts';
import type { CommandContext } from '../../../src/renderer/commands/command.ts';
import { commands } from '../../../src/renderer/commands/registry.ts';
import type { Asked } from '../../../src/renderer/panels/palette/provider.ts';
import { articleProvider } from '../../../src/renderer/panels/palette/providers/articles.ts';
import { codeProvider } from '../../../src/renderer/panels/palette/providers/codes.ts';
import { ranked } from '../../../src/renderer/panels/palette/providers/commands.ts';
import { entityProvider } from '../../../src/renderer/panels/palette/providers/entities.ts';
import { createClient } from '../../../src/shared/api/client.ts';
import type { Code } from '../../../src/shared/model/code.ts';
import type { Random } from '../random.ts';
import type { Case } from './case.ts';
import { any, type Known } from './known.ts';
import { ARTICLES } from './make.ts';

/*
 * The palette while somebody types: each of its providers as the window asks it. Two ask the core; two match in the window,
 * over every command and code.
 */

export async function paletteCases(core: Core, known: Known): Promise<readonly Case[]> {
  const client = createClient({
    call: (method, input) => core.dispatch(method, input),
    listen: () => () => undefined,
  });
  const { codes } = await client.call('codebook.get', {});
  const asked = askedWith(client, codes, known);
  const many = askedWith(client, manyCodes(codes), known);
  const typedName = (random: Random) => any(known.names, random).slice(0, 2 + random.below(5));
  return [
    {
      name: 'palette: articles',
      make: (random) => {
        const typed = any(['r', 're', 'report 7', 'harbour', 'courier 3', 'reporter 41'], random);
        return () => articleProvider.find(typed, asked);
      },
    },
    {
      name: 'palette: entities',
      make: (random) => {
        const typed = typedName(random);
        return () => entityProvider.find(typed, asked);
      },
    },
    { name: 'palette: codes', make: (random) => () => codeProvider.find(typedCode(random), asked) },
    {
      name: `palette: ${ARTICLES.toLocaleString('en')} codes`,
      make: (random) => () => codeProvider.find(typedCode(random), many),
    },
    {
      name: 'palette: commands',
      make: (random) => () => ranked(commands, any(['t', 'tag', 'nex art', 'li cl', 'zzz'], random), []),
    },
  ];
}

const typedCode = (random: Random): string => any(['i', 'iss', 'issue 4', 'is 12', 'sue', 'xyz'], random);

/** What providers look at of the window. */
function askedWith(client: Asked['client'], codes: readonly Code[], { names }: Known): Asked {
  const state = { project: {}, entities: { total: names.length }, codebook: { codes } };
  return { client, context: { store: { getState: () => state }, recent: [] } as unknown as CommandContext };
}

function manyCodes(codes: readonly Code[]): readonly Code[] {
  return Array.from({ length: ARTICLES }, (_, n) => {
    const code = codes[n % codes.length] as Code;
    return { ...code, id: `${code.id}-${n}`, name: `${code.name}, part ${n}` };
  });
}
