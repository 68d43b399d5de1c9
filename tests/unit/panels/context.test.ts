import { describe, expect, it } from 'vitest';
import { beginning, ending } from '../../../src/renderer/panels/parts/context.ts';

describe('the words around an annotation', () => {
  it('stand whole when there are fewer than were asked for', () => {
    expect(beginning('Ministers\n\nsaid that ')).toBe('Ministers said that ');
    expect(ending(' would wait.')).toBe(' would wait.');
  });

  it('lose the half word at their far end', () => {
    expect(beginning('ters said in the port of Velia, '.padStart(32, 'x'))).toBe('… said in the port of Velia, ');
    expect(ending(' would host talks in the old har')).toBe(' would host talks in the old …');
    expect(ending(' would host talks in the har', 4)).toBe(' would host talks in the …');
  });

  it('stay where a language has no blanks between words', () => {
    expect(beginning('外交部长王毅'.repeat(6).slice(0, 32))).toBe(`…${'外交部长王毅'.repeat(6).slice(0, 32)}`);
    expect(ending('รัฐบาลไทย'.repeat(4).slice(0, 32))).toBe(`${'รัฐบาลไทย'.repeat(4).slice(0, 32)}…`);
    expect(ending('，政府 5日表示，愿意为观察员支付费用，并将继续谈判和磋商会'.padEnd(32, '会'))).toContain('观察员');
  });

  it('are no more than dots where one word fills them', () => {
    expect(ending('x'.repeat(32))).toBe(' …');
  });
});
