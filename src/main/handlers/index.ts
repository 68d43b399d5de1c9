import type { Handlers } from '../../shared/api/dispatch.ts';
import { Packed } from '../../shared/api/wire.ts';
import { openArticleJson } from '../db/open-article.ts';
import { annotationHandlers } from './annotations.ts';
import { appHandlers } from './app.ts';
import { inspectHandlers } from './article-files.ts';
import { articleHandlers } from './articles.ts';
import { claimHandlers } from './claims.ts';
import { coderHandlers } from './coder.ts';
import { codeHandlers } from './codebook/codes.ts';
import { codebookFiles } from './codebook/files.ts';
import { codebookReading } from './codebook/reading.ts';
import { variableHandlers } from './codebook/variables.ts';
import type { Context } from './context.ts';
import { datasetHandlers } from './dataset.ts';
import { entityApart } from './entities/apart.ts';
import { entityEditing } from './entities/editing.ts';
import { entityLinking } from './entities/linking.ts';
import { entityFiles } from './entities/list-file.ts';
import { entityMerging } from './entities/merging.ts';
import { entityProposing } from './entities/proposing.ts';
import { entityReading } from './entities/reading.ts';
import { entitySplitting } from './entities/splitting.ts';
import { exchangeHandlers } from './exchange.ts';
import { fileHandlers } from './files.ts';
import { historyHandlers } from './history.ts';
import { incompleteHandlers } from './incomplete.ts';
import { jobHandlers } from './jobs.ts';
import { precedentHandlers } from './precedents/precedents.ts';
import { lintHandlers } from './lint/lint.ts';
import { mentionHandlers } from './mentions.ts';
import { projectHandlers } from './project.ts';
import { searchHandlers } from './search.ts';
import { workHandlers } from './work.ts';
import { proposalHandlers } from './proposals.ts';

/** Every method of the contract. */
export const handlers: Handlers<Context> = {
  ...appHandlers,
  ...coderHandlers,
  ...projectHandlers,
  ...historyHandlers,
  ...fileHandlers,
  ...articleHandlers,
  ...inspectHandlers,
  ...annotationHandlers,
  ...claimHandlers,
  ...incompleteHandlers,
  ...datasetHandlers,
  ...searchHandlers,
  ...mentionHandlers,
  ...workHandlers,
  ...lintHandlers,
  ...precedentHandlers,
  ...exchangeHandlers,
  ...entityReading,
  ...entityProposing,
  ...entityLinking,
  ...entityEditing,
  ...entityMerging,
  ...entitySplitting,
  ...entityApart,
  ...entityFiles,
  ...jobHandlers,
  ...codebookReading,
  ...codebookFiles,
  ...codeHandlers,
  ...variableHandlers,
  ...proposalHandlers,
};

/** The same for what crosses to a window: a long article comes from the database in its closer form. */
export const crossing: Handlers<Context, Packed> = {
  ...handlers,
  'articles.open': ({ session }, { id }) => new Packed(openArticleJson(session.need().db).read(id)),
};
