import { describe, expect, it } from 'vitest';
import { combination, isTyping, type KeyPress } from '../../../src/renderer/commands/keys.ts';
import { commands } from '../../../src/renderer/commands/registry.ts';

function press(key: string, code: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

describe('combination', () => {
  it.each([
    [press('b', 'KeyB'), 'B'],
    [press('B', 'KeyB', { shiftKey: true }), 'Shift+B'],
    [press('z', 'KeyZ', { ctrlKey: true }), 'Ctrl+Z'],
    [press('Z', 'KeyZ', { metaKey: true, shiftKey: true }), 'Ctrl+Shift+Z'],
    [press('ArrowUp', 'ArrowUp', { altKey: true }), 'Alt+ArrowUp'],
    [press('?', 'Slash', { shiftKey: true }), '?'],
    [press('Tab', 'Tab', { shiftKey: true }), 'Shift+Tab'],
  ])('names %o', (event, expected) => {
    expect(combination(event)).toBe(expected);
  });

  it('knows digits by their place, with what layouts make of them', () => {
    expect(combination(press('!', 'Digit1', { shiftKey: true }))).toBe('Shift+1');
    expect(combination(press('&', 'Digit1'))).toBe('1');
    expect(combination(press('1', 'Numpad1'))).toBe('1');
    expect(combination(press('End', 'Numpad1'))).toBe('End');
  });

  it('knows letters of other scripts by their place, and Latin ones by their sign', () => {
    expect(combination(press('и', 'KeyB'))).toBe('B');
    expect(combination(press('ב', 'KeyC'))).toBe('C');
    expect(combination(press('z', 'KeyY'))).toBe('Z');
    // Dvorak has v and w where others have the point and the comma.
    expect(combination(press('v', 'Period'))).toBe('V');
    expect(combination(press('W', 'Comma', { shiftKey: true }))).toBe('Shift+W');
  });

  it('reads a French keyboard, where digits need Shift, and the sign for all keys lies elsewhere', () => {
    for (const [i, key] of ['à', '&', 'é', '"', "'", '('].entries()) {
      expect(combination(press(key, `Digit${i}`))).toBe(`${i}`);
      expect(combination(press(`${i}`, `Digit${i}`, { shiftKey: true }))).toBe(`Shift+${i}`);
      expect(combination(press(key, `Digit${i}`, { altKey: true }))).toBe(`Alt+${i}`);
    }
    expect(combination(press('?', 'KeyM', { shiftKey: true }))).toBe('?');
    expect(combination(press('m', 'Semicolon'))).toBe('M');
    expect(combination(press(',', 'KeyM'))).toBe(',');
    // Hungarian has it on the comma, German on the ß.
    expect(combination(press('?', 'Comma', { shiftKey: true }))).toBe('?');
    expect(combination(press('?', 'Minus', { shiftKey: true }))).toBe('?');
  });

  it('tells typing from commanding', () => {
    expect(['B', '1', '?', 'Shift+F', 'Delete', 'Tab'].every(isTyping)).toBe(true);
    expect(['Ctrl+K', 'Alt+1', 'F6', 'Shift+F6', 'Escape', 'Ctrl+Shift+Z'].some(isTyping)).toBe(false);
  });
});

describe('the registry', () => {
  it('has no two commands of one id, and no key twice but where conditions tell them apart', () => {
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
    const unconditional = commands.filter((command) => !command.when).flatMap(({ keys }) => keys);
    expect(unconditional.filter((keys, i) => unconditional.indexOf(keys) !== i)).toEqual([]);
  });

  it('takes no key that a browser keeps for itself', () => {
    const kept = [
      'Ctrl+N',
      'Ctrl+T',
      'Ctrl+W',
      'Ctrl+Shift+N',
      'Ctrl+Shift+T',
      'Ctrl+Shift+W',
      'Ctrl+Tab',
      'F11',
      'F12',
    ];
    expect(commands.flatMap(({ keys }) => keys).filter((keys) => kept.includes(keys))).toEqual([]);
  });
});
