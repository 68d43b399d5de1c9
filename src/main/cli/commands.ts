import type { Command } from './command.ts';
import { checkCommand } from './commands/check.ts';
import { codebookCommand } from './commands/codebook.ts';
import { exportCommand } from './commands/export.ts';
import { formatsCommand } from './commands/formats.ts';
import { importCommand } from './commands/import.ts';
import { newCommand } from './commands/new.ts';
import { sampleCommand } from './commands/sample.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  newCommand,
  sampleCommand,
  importCommand,
  exportCommand,
  codebookCommand,
  formatsCommand,
  checkCommand,
];
