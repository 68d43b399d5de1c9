import type { z } from 'zod';
import { appInputs } from './inputs/app.ts';
import { projectInputs } from './inputs/project.ts';
import { fileInputs } from './inputs/files.ts';
import { articleInputs } from './inputs/articles.ts';
import { annotationInputs } from './inputs/annotations.ts';
import { codingInputs } from './inputs/coding.ts';
import { exchangeInputs } from './inputs/exchange.ts';
import { codebookInputs } from './inputs/codebook.ts';
import { entityInputs } from './inputs/entities.ts';
import { mentionInputs } from './inputs/mentions.ts';
import { proposalInputs } from './inputs/proposals.ts';
import { precedentsInputs } from './inputs/precedents.ts';
import { searchInputs } from './inputs/search.ts';
import { workInputs } from './inputs/work.ts';
import { lintInputs } from './inputs/lint.ts';

/* What goes in, checked: `contract.ts` says what each method does with it. */

/** One schema a method: what `dispatch` lets in. */
export const inputSchemas = {
  ...appInputs,
  ...projectInputs,
  ...fileInputs,
  ...articleInputs,
  ...annotationInputs,
  ...codingInputs,
  ...exchangeInputs,
  ...codebookInputs,
  ...entityInputs,
  ...mentionInputs,
  ...proposalInputs,
  ...precedentsInputs,
  ...searchInputs,
  ...workInputs,
  ...lintInputs,
} satisfies Record<string, z.ZodType>;
