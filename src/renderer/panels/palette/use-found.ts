import { useEffect, useState } from 'react';
import { useCommands } from '../../commands/context.tsx';
import { useClient } from '../../store/context.tsx';
import type { PaletteItem, PaletteProvider } from './provider.ts';
import { asking, knowing } from './providers/all.ts';

/** The lines of one provider. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly items: readonly PaletteItem[];
  /** Whether they are for just what is typed; else other ones are on their way. */
  readonly isNow: boolean;
}

interface Answer {
  readonly typed: string;
  readonly items: readonly PaletteItem[];
}

/** How long typing has to rest, in milliseconds, before the core is asked. */
const REST = 60;

const NOTHING: ReadonlyMap<string, Answer> = new Map();

/** What the providers find: those that know do with each letter, the others when typing rests. */
export function useFound(typed: string): readonly Section[] {
  const context = useCommands();
  const client = useClient();
  const [answers, setAnswers] = useState(NOTHING);
  const asked = typed.trim() !== '';
  useEffect(() => {
    if (!asked) return;
    let current = true;
    const ask = async (provider: PaletteProvider<'asks'>) => {
      // What can't be asked now isn't offered: the commands are there all the same.
      const items = await provider.find(typed, { context, client }).catch(() => []);
      if (current) setAnswers((before) => new Map(before).set(provider.id, { typed, items }));
    };
    const timer = setTimeout(() => asking.forEach((provider) => void ask(provider)), REST);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [typed, asked, context, client]);
  const known = knowing.map(({ id, heading, find }) => ({
    id,
    heading,
    items: find(typed, { context, client }),
    isNow: true,
  }));
  const told = asking.map(({ id, heading }) => {
    const answer = asked ? answers.get(id) : undefined;
    return { id, heading, items: answer?.items ?? [], isNow: !asked || answer?.typed === typed };
  });
  return [...known, ...told];
}
