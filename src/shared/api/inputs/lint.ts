import { z } from 'zod';
import { RULE_IDS } from '../../model/finding.ts';
import { id } from './parts.ts';

/** What goes into the consistency check, checked. */
export const lintInputs = {
  'lint.article': z.strictObject({ articleId: id }),
  'lint.run': z.strictObject({ job: id }),
  'lint.corpus': z.strictObject({
    rule: z.enum(RULE_IDS).nullable(),
    offset: z.number().int().min(0),
    limit: z.number().int().min(1).max(500),
  }),
  'lint.dismiss': z.strictObject({
    articleId: id,
    rule: z.enum(RULE_IDS),
    key: z.string().min(1).max(500),
    reason: z.string().trim().min(1, 'say why it can be left').max(500),
  }),
  'lint.restore': z.strictObject({ verdictId: id }),
} satisfies Record<string, z.ZodType>;
