import type { Command } from '../../../src/renderer/commands/command.ts';

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};

/** The README's table of keys: one row a command that has keys, in the order of the sheet. */
export function keyTable(commands: readonly Command[]): string {
  const rows = commands
    .filter(({ keys }) => keys.length > 0)
    .map(({ keys, title }) => `| ${keys.map(written).join(' or ')} | ${title} |`);
  return ['| Keys | What they do |', '| --- | --- |', ...rows].join('\n');
}

function written(keys: string): string {
  return keys
    .split('+')
    .map((key) => `\`${NAMES[key] ?? key}\``)
    .join(' ');
}
