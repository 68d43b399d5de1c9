import { cpus } from 'node:os';

/** What the figures were measured on. */
export interface Machine {
  readonly cores: number;
  readonly cpu: string;
  readonly chromium: string;
  readonly node: string;
}

export function describeMachine(chromium: string): Machine {
  const all = cpus();
  return { cores: all.length, cpu: all[0]?.model.trim() ?? 'unknown', chromium, node: process.versions.node };
}
