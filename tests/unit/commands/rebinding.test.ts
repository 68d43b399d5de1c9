import { array, assert, boolean, constantFrom, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keysWith } from '../../../src/renderer/commands/bindings.ts';
import type { Command } from '../../../src/renderer/commands/command.ts';
import { assigned, isChanged, obstacle, resetOne, unassigned } from '../../../src/renderer/commands/rebinding.ts';
import { commands } from '../../../src/renderer/commands/registry.ts';
import { type ChangedKeys, isCombination, isKept, whyReserved } from '../../../src/shared/model/keys.ts';
import { ChangedKeysSchema } from '../../../src/shared/model/schemas.ts';

function command(id: string, keys: readonly string[]): Command {
  return { id, title: id, group: 'Tag', keys, where: 'code', run: () => undefined };
}

const own = [
  command('a', ['A']),
  command('b', ['B', 'Alt+B']),
  command('c', ['Escape']),
  command('d', ['Escape', 'D']),
];
const [a, b, c, d] = own as [Command, Command, Command, Command];
const keys = (changed: ChangedKeys, one: Command) => keysWith(changed, one);

describe('combinations', () => {
  test.each(['A', 'Shift+1', 'Ctrl+Shift+Z', 'Alt+ArrowUp', 'F6', '?', ';', 'Ctrl+.', 'Ctrl+Alt+Ä'])(
    '%s is one',
    (one) => {
      expect(isCombination(one)).toBe(true);
    },
  );

  test.each(['', 'a', 'Shift+?', 'Shift+Ctrl+A', 'Ctrl+', 'AB', 'Ctrl+Control', 'A B', '\u0007'])(
    '%j is none',
    (one) => {
      expect(isCombination(one)).toBe(false);
    },
  );

  test('every command’s own keys are some, and none that a browser keeps', () => {
    for (const one of commands.flatMap((each) => each.keys)) {
      expect(isCombination(one), one).toBe(true);
      expect(isKept(one), one).toBe(false);
    }
  });

  test('what leads through the window, moves the caret or copies is reserved', () => {
    for (const one of [
      'Tab',
      'Shift+Tab',
      'Escape',
      'Ctrl+W',
      'Ctrl+T',
      'Ctrl+N',
      'Ctrl+C',
      'ArrowLeft',
      'Shift+End',
      'Enter',
    ]) {
      expect(whyReserved(one), one).not.toBeNull();
    }
    for (const one of ['K', '1', 'Ctrl+K', 'Alt+ArrowUp', 'F2', 'Delete']) expect(whyReserved(one), one).toBeNull();
  });

  test('what is saved is checked', () => {
    expect(ChangedKeysSchema.safeParse({ 'tag-actor': ['Q', 'Alt+1'], undo: [] }).success).toBe(true);
    for (const wrong of [{ a: ['q'] }, { a: ['Ctrl+W'] }, { 'A b': ['Q'] }, { a: ['Q', 'W', 'E', 'R', 'T'] }]) {
      expect(ChangedKeysSchema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
    }
  });
});

describe('giving a command another key', () => {
  test('names who has it; takes it, or swaps', () => {
    expect(obstacle(own, {}, a, 'B', 'A')).toEqual({ kind: 'taken', by: [b], swap: 'A' });
    expect(obstacle(own, {}, c, 'B', 'Escape')).toEqual({ kind: 'taken', by: [b], swap: null });
    expect(obstacle(own, {}, a, 'B', null)).toEqual({ kind: 'taken', by: [b], swap: null });
    expect(assigned(own, {}, a, 'B', 'A')).toEqual({ a: ['B'], b: ['Alt+B'] });
    expect(assigned(own, {}, a, 'B', 'A', true)).toEqual({ a: ['B'], b: ['A', 'Alt+B'] });
    expect(assigned(own, {}, a, 'Q', null)).toEqual({ a: ['A', 'Q'] });
  });

  test('refuses what is reserved, unless it is the command’s own, and what isn’t a combination', () => {
    expect(obstacle(own, {}, a, 'Tab', 'A')?.kind).toBe('refused');
    expect(obstacle(own, { c: [] }, c, 'Escape', null)).toBeNull();
    expect(obstacle(own, {}, a, 'Dead', 'A')?.kind).toBe('refused');
    expect(obstacle(own, {}, b, 'Alt+B', 'B')?.kind).toBe('refused');
    expect(obstacle(own, {}, b, 'B', 'B')).toBeNull();
  });

  test('lets a key that is made to be shared be shared', () => {
    expect(obstacle(own, { d: ['D'] }, d, 'Escape', null)).toBeNull();
    expect(assigned(own, { d: ['D'] }, d, 'Escape', null)).toEqual({ d: ['D', 'Escape'] });
  });

  test('keeps nothing of what is as it was made', () => {
    const changed = assigned(own, {}, a, 'Q', 'A');
    expect(assigned(own, changed, a, 'A', 'Q')).toEqual({});
    expect(unassigned({}, b, 'B')).toEqual({ b: ['Alt+B'] });
    expect(resetOne(own, { a: ['B'], b: ['A', 'Alt+B'] }, a)).toEqual({ b: ['Alt+B'] });
    expect(isChanged({ a: ['A'] }, a)).toBe(false);
  });

  test('whatever is done, no key has two commands but those made to share it, and all can be saved', () => {
    const step = tuple(
      constantFrom(...commands),
      constantFrom('A', '1', 'Q', 'Alt+Q', 'Ctrl+K', 'Shift+F', '?', ';'),
      boolean(),
      boolean(),
    );
    assert(
      property(array(step, { maxLength: 25 }), (steps) => {
        let changed: ChangedKeys = {};
        for (const [one, wanted, instead, swap] of steps) {
          const gives = instead ? (keys(changed, one)[0] ?? null) : null;
          const found = obstacle(commands, changed, one, wanted, gives);
          const swaps = swap && found?.kind === 'taken' && found.swap !== null;
          if (found?.kind !== 'refused') changed = assigned(commands, changed, one, wanted, gives, swaps);
          else if (instead) changed = resetOne(commands, changed, one);
        }
        expect(ChangedKeysSchema.safeParse(changed).success).toBe(true);
        for (const [i, one] of commands.entries()) {
          for (const other of commands.slice(i + 1)) {
            for (const both of keys(changed, one).filter((each) => keys(changed, other).includes(each))) {
              expect(one.keys.includes(both) && other.keys.includes(both), `${both}: ${one.id}, ${other.id}`).toBe(
                true,
              );
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
