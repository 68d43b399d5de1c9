import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { warmUp } from '../../../src/renderer/commands/warming.ts';

describe('warming up', () => {
  const idle: (() => void)[] = [];

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('requestIdleCallback', (act: () => void) => idle.push(act));
    vi.stubGlobal('cancelIdleCallback', (number: number) => void idle.splice(number - 1, 1));
  });

  afterEach(() => {
    idle.length = 0;
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('waits until the article is drawn and the window has nothing else to do', () => {
    const segment = vi.spyOn(Intl, 'Segmenter');
    warmUp({ text: 'Velia told the assembly.', locale: 'pt' });
    expect(idle).toHaveLength(0);
    vi.runAllTimers();
    expect(segment).not.toHaveBeenCalled();
    for (const act of idle) act();
    expect(segment).toHaveBeenCalledWith('pt', { granularity: 'word' });
    expect(segment).toHaveBeenCalledWith('pt', { granularity: 'sentence' });
    segment.mockRestore();
  });

  it('is called off with the article, before it waits and while it does', () => {
    warmUp({ text: 'Velia.', locale: 'en' })();
    vi.runAllTimers();
    expect(idle).toHaveLength(0);
    const stop = warmUp({ text: 'Velia.', locale: 'en' });
    vi.runAllTimers();
    stop();
    expect(idle).toHaveLength(0);
  });

  it('takes a text without words', () => {
    warmUp({ text: '', locale: '' });
    vi.runAllTimers();
    expect(() => idle.forEach((act) => act())).not.toThrow();
  });
});
