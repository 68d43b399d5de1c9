import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { bindKeys } from '../../../src/renderer/commands/bindings.ts';
import { withKeys } from '../../../src/renderer/commands/key-words.ts';
import { commands } from '../../../src/renderer/commands/registry.ts';

afterEach(() => bindKeys({}));

const RENDERER = join(import.meta.dirname, '../../../src/renderer');
const sources = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, lines: readFileSync(join(RENDERER, name), 'utf8').split('\n') }));

describe('withKeys', () => {
  it('names keys as they are now', () => {
    expect(withKeys('Press {tag-claim}, then {grow}.')).toBe('Press 2, then Alt+↑.');
    bindKeys({ 'tag-claim': ['Z'], grow: [] });
    expect(withKeys('Press {tag-claim}, then {grow}.')).toBe(
      'Press Z, then “Grow the selection, or the selected annotation”.',
    );
  });

  it('is given commands that there are', () => {
    const ids = new Set(commands.map(({ id }) => id));
    const named = sources.flatMap(({ lines }) =>
      // A value in a template has a dollar before it, an expression in JSX a name of its own.
      lines.flatMap((line) =>
        /[Kk]eys\(|press \{|\} (?:opens|brings|takes|for|goes|leaves)/.test(line)
          ? [...line.matchAll(/(?<!\$)\{([a-z]+(?:-[a-z]+)*)\}/g)].map((match) => match[1] ?? '')
          : [],
      ),
    );
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('the window’s words', () => {
  it('name no key that can be changed', () => {
    const own = commands.flatMap(({ keys }) => keys).filter((keys) => !/^(?:Tab|Shift\+Tab|Escape|Enter)$/.test(keys));
    const fixed = sources.flatMap(({ name, lines }) =>
      // Its list has letters of its own.
      (name.endsWith('tag-found.ts') ? [] : lines)
        .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line))
        // Where a key is told in a sentence: “press C”, “Ctrl+Z brings”, “Alt+3 shows”, “D marks”, “Next (J)”.
        .flatMap((line) => [
          ...line.matchAll(
            /\b(?:[Pp]ress(?:ing)?|then|or) ((?:Ctrl\+|Alt\+|Shift\+)*(?:[A-Z0-9]|F\d))\b|(?<!keys: \[?)'?((?:Ctrl|Alt)\+(?:Shift\+)?[A-Z0-9]) (?:brings|shows|opens|takes|comes)|(?:^|[.;:'"] ?)([A-Z]) [a-z]+s\b|\w \(((?:Ctrl\+|Alt\+)*[A-Z])\)["']/g,
          ),
        ])
        .map((match) => match.slice(1).find(Boolean) ?? '')
        .filter((keys) => own.includes(keys))
        .map((keys) => `${name}: ${keys}`),
    );
    expect(fixed).toEqual([]);
  });
});
