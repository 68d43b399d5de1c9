import type { Handlers } from '../../../shared/api/dispatch.ts';
import { ParleyError } from '../../../shared/api/errors.ts';
import { rules } from '../../../shared/lint/rules/all.ts';
import type { RuleId } from '../../../shared/model/finding.ts';
import type { Verdict } from '../../../shared/model/verdict.ts';
import { coderTable } from '../../db/coders.ts';
import { entityTable } from '../../db/entities.ts';
import { verdictTable } from '../../db/verdicts.ts';
import type { Context } from '../context.ts';
import { creation, edit, Layer, removal } from '../layer.ts';
import { lookAt } from './look.ts';
import { lookedThrough } from './looked.ts';

type LintMethod = 'lint.article' | 'lint.run' | 'lint.corpus' | 'lint.dismiss' | 'lint.restore';

/** The consistency check. */
export const lintHandlers: Pick<Handlers<Context>, LintMethod> = {
  'lint.article'(context, { articleId }) {
    const layer = new Layer(context);
    return lookAt(layer.db, layer.article(articleId), layer.coderId, entityTable(layer.db).count() > 0);
  },

  'lint.run'(context, { job }) {
    const layer = new Layer(context);
    const looked = lookedThrough(layer.db, layer.coderId);
    return context.jobs.run(job, (report) => looked.run(report));
  },

  'lint.corpus'(context, { rule, offset, limit }) {
    const layer = new Layer(context);
    return lookedThrough(layer.db, layer.coderId).page(rule, offset, limit);
  },

  'lint.dismiss'(context, { articleId, rule, key, reason }) {
    const project = context.session.need();
    const layer = new Layer(context);
    const article = layer.article(articleId);
    const found = lookAt(project.db, article, layer.coderId, entityTable(project.db).count() > 0);
    const label = `dismiss “${titleOf(rule)}”`;
    const before = found.dismissed.find(({ finding }) => finding.rule === rule && finding.key === key);
    if (before) {
      const verdict = verdictTable(project.db).get(before.verdictId) as Verdict;
      return project.commit(label, reason === verdict.reason ? [] : [edit('verdict', verdict, { ...verdict, reason })]);
    }
    if (!found.findings.some((finding) => finding.rule === rule && finding.key === key)) {
      throw new ParleyError('not-found', 'This isn’t found there.', 'Look at the findings again.');
    }
    const verdict: Verdict = {
      id: context.newId(),
      articleId,
      coderId: layer.coderId,
      about: 'finding',
      rule,
      key,
      outcome: 'dismissed',
      reason,
      createdAt: context.now(),
    };
    return project.commit(label, [creation('verdict', verdict)]);
  },

  'lint.restore'(context, { verdictId }) {
    const project = context.session.need();
    const verdict = verdictTable(project.db).get(verdictId);
    if (verdict?.about !== 'finding') {
      throw new ParleyError('not-found', 'This finding isn’t dismissed.', 'Look at the findings again.');
    }
    if (verdict.coderId !== context.user.coder().id) {
      const name = coderTable(project.db).get(verdict.coderId)?.name ?? 'another coder';
      throw new ParleyError('other-coder', `This was dismissed by ${name}.`, 'Nobody changes another coder’s work.');
    }
    return project.commit(`show “${titleOf(verdict.rule as RuleId)}” again`, [removal('verdict', verdict)]);
  },
};

function titleOf(id: RuleId): string {
  return rules.find((rule) => rule.id === id)?.title ?? id;
}
