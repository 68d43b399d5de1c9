import { describe, expect, it } from 'vitest';
import { parseArguments, usageLine, wantsJson } from '../../src/main/cli/arguments.ts';
import { type Command, UsageError } from '../../src/main/cli/command.ts';
import { commandHelp, generalHelp, table } from '../../src/main/cli/help.ts';
import { editDistance, nearest } from '../../src/main/cli/nearest.ts';
import { runCommandLine } from '../../src/main/cli/run.ts';
import { lossLines, size } from '../../src/main/cli/words.ts';
import { ParleyError } from '../../src/shared/api/errors.ts';

const paint: Command = {
  name: 'paint',
  summary: 'Paint things.',
  details: ['It paints.'],
  examples: ['parley paint house wall --colour red'],
  arguments: [{ name: 'HOUSE' }, { name: 'THING', many: true }],
  options: [
    { name: 'colour', value: 'NAME', required: true, help: 'The colour.' },
    { name: 'layer', value: 'N', many: true, help: 'A layer.' },
    { name: 'gloss', value: null, help: 'Shiny.' },
  ],
  async run(call) {
    const [house] = call.positionals;
    if (house === 'locked') throw new ParleyError('project-locked', 'It is locked\nfrom inside.', 'Knock.');
    if (house === 'partly') {
      const failure = { code: 'file-empty', message: 'One wall is missing.', hint: 'Build it.' } as const;
      return { json: { painted: 1 }, lines: ['Painted 1.'], failure };
    }
    return { json: { house, colour: call.one('colour'), layers: call.all('layer') }, lines: [`Painted ${house}.`] };
  },
};

const sand: Command = { ...paint, name: 'sand', arguments: [], options: [] };

const parse = (...argv: string[]) => parseArguments(argv, [paint, sand]);

function problem(...argv: string[]): string {
  try {
    parse(...argv);
  } catch (error) {
    if (error instanceof UsageError) return `${error.message} ${error.hint}`;
    throw error;
  }
  return '';
}

describe('command line', () => {
  it('takes arguments and options in any order', () => {
    const parsed = parse('--json', 'paint', 'home', '--layer', '1', 'wall', '--layer=2', '--colour', 'red', 'door');
    expect(parsed.command).toBe(paint);
    expect(parsed.positionals).toEqual(['home', 'wall', 'door']);
    expect(parsed.values).toEqual(
      new Map([
        ['layer', ['1', '2']],
        ['colour', ['red']],
      ]),
    );
  });

  it('takes what looks like an option as an argument after --', () => {
    expect(parse('paint', '--colour', 'red', 'home', '--', '--json').positionals).toEqual(['home', '--json']);
    expect(wantsJson(['paint', '--', '--json'])).toBe(false);
    expect(wantsJson(['paint', '--json'])).toBe(true);
  });

  it('says in one line what is wrong and what is near', () => {
    expect(problem('piant')).toBe('Parley knows no command “piant”. Did you mean “paint”?');
    expect(problem('xyzzy')).toBe('Parley knows no command “xyzzy”. It knows paint, sand.');
    expect(problem('paint', 'a', 'b', '--color', 'red')).toContain('Did you mean --colour?');
    expect(problem('paint', 'a', 'b', '-x')).toContain('has no option -x. Usage: parley paint');
    expect(problem('paint', 'a', '--colour', 'red')).toContain('needs THING.');
    expect(problem('paint', 'a', 'b')).toContain('needs --colour.');
    expect(problem('paint', 'a', 'b', '--colour')).toContain('--colour needs a NAME.');
    expect(problem('paint', 'a', 'b', '--colour', 'red', '--colour', 'blue')).toContain('once only');
    expect(problem('paint', 'a', 'b', '--colour', 'red', '--gloss=yes')).toContain('takes no value');
    expect(problem('sand', 'a')).toContain('can’t use “a”');
  });

  it('shows a usage line and help', () => {
    expect(usageLine(paint)).toBe('parley paint HOUSE THING… --colour NAME [options]');
    expect(commandHelp(paint).join('\n')).toMatch(/--layer N …\s+A layer\./);
    expect(generalHelp([paint, sand]).join('\n')).toMatch(/sand\s+Paint things\./);
    expect(parse('paint', '--help').help).toBe(true);
  });
});

async function run(...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommandLine(argv, [paint, sand], {
    cwd: '/here',
    version: '1.2.3',
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    createCore: () => {
      throw new Error('not needed');
    },
  });
  return { code, out, err };
}

describe('running a command line', () => {
  it('prints the result for people or as JSON', async () => {
    expect(await run('paint', 'home', 'wall', '--colour', 'red')).toEqual({ code: 0, out: ['Painted home.'], err: [] });
    const { out } = await run('paint', 'home', 'wall', '--colour', 'red', '--json');
    expect(out.map((line) => JSON.parse(line))).toEqual([{ house: 'home', colour: 'red', layers: [] }]);
  });

  it('prints errors on one line of the other stream, with exit code 1', async () => {
    expect(await run('paint', 'locked', 'wall', '--colour', 'red')).toEqual({
      code: 1,
      out: [],
      err: ['parley: It is locked from inside. Knock.'],
    });
    const { code, err } = await run('paint', 'locked', 'wall', '--colour', 'red', '--json');
    expect(code).toBe(1);
    expect(err.map((line) => JSON.parse(line))).toEqual([
      { code: 'project-locked', message: 'It is locked\nfrom inside.', hint: 'Knock.' },
    ]);
  });

  it('gives what was done and what was not', async () => {
    const { code, out, err } = await run('paint', 'partly', 'wall', '--colour', 'red', '--json');
    expect(code).toBe(1);
    expect(out).toEqual(['{"painted":1}']);
    expect(JSON.parse(err[0] ?? '')).toMatchObject({ code: 'file-empty' });
  });

  it('ends with 2 when the line can’t be understood', async () => {
    expect((await run('paint')).code).toBe(2);
    const { code, err } = await run('pain', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(err[0] ?? '')).toMatchObject({ code: 'bad-input', hint: 'Did you mean “paint”?' });
  });

  it('shows its version and help', async () => {
    expect((await run('--version')).out).toEqual(['1.2.3']);
    expect((await run('--help')).out).toEqual((await run()).out);
    expect((await run('paint', '--help')).out.join('\n')).toContain('parley paint HOUSE');
  });
});

describe('nearest', () => {
  it('counts changed, left out, added and swapped letters', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('epxort', 'export')).toBe(1);
    expect(editDistance('', 'abc')).toBe(3);
  });

  it('names nothing that is far away', () => {
    expect(nearest('impotr', ['import', 'export'])).toBe('import');
    expect(nearest('exp', ['import', 'export'])).toBe('export');
    expect(nearest('banana', ['import', 'export'])).toBeNull();
  });
});

describe('words', () => {
  it('writes sizes, tables and losses for people', () => {
    expect([size(1), size(812), size(3400), size(12_000_000)]).toEqual(['1 byte', '812 bytes', '3.4 kB', '12 MB']);
    expect(
      table([
        ['a', 'bb', 'c'],
        ['aaa', 'b', ''],
      ]),
    ).toEqual(['  a    bb  c', '  aaa  b']);
    expect(lossLines('Lost:', [])).toEqual([]);
    expect(lossLines('Lost:', [{ what: 'Type “Cue”', count: 1200, detail: 'Not mapped.' }])).toEqual([
      'Lost:',
      '  1,200  Type “Cue”  Not mapped.',
    ]);
  });
});
