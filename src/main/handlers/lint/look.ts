import type { ArticleFindings, DismissedFinding } from '../../../shared/api/methods/lint.ts';
import { lint } from '../../../shared/lint/lint.ts';
import { rules as everyRule } from '../../../shared/lint/rules/all.ts';
import type { Article } from '../../../shared/model/article.ts';
import type { Finding, RuleId } from '../../../shared/model/finding.ts';
import { annotationTable } from '../../db/annotations.ts';
import { linkTable } from '../../db/links.ts';
import { textOf } from '../../db/unit.ts';
import { verdictTable } from '../../db/verdicts.ts';
import type { Project } from '../context.ts';

type Database = Project['db'];

const NOTHING: ArticleFindings = { findings: [], dismissed: [] };

/** What is found in one coder's coding of an article, by all rules or one. Its text is read only when there is any. */
export function lookAt(
  db: Database,
  article: Article,
  coderId: string,
  hasEntities: boolean,
  rule: RuleId | null = null,
): ArticleFindings {
  const annotations = annotationTable(db)
    .ofArticle(article.id)
    .filter((annotation) => annotation.coderId === coderId);
  if (annotations.length === 0) return NOTHING;
  const links = linkTable(db).ofArticle(article.id);
  const source = { text: textOf(db, article), locale: article.language, annotations, links, hasEntities };
  const found = lint(source, rule === null ? everyRule : everyRule.filter(({ id }) => id === rule));
  const verdicts = new Map(
    verdictTable(db)
      .ofArticle(article.id, coderId)
      .filter(({ about }) => about === 'finding')
      .map((verdict) => [`${verdict.rule} ${verdict.key}`, verdict]),
  );
  const findings: Finding[] = [];
  const dismissed: DismissedFinding[] = [];
  for (const finding of found) {
    const verdict = verdicts.get(`${finding.rule} ${finding.key}`);
    if (verdict) dismissed.push({ finding, verdictId: verdict.id, reason: verdict.reason });
    else findings.push(finding);
  }
  return { findings, dismissed };
}
