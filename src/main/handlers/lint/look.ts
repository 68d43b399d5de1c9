import type { ArticleFindings, DismissedFinding } from '../../../shared/api/methods/lint.ts';
import { lint } from '../../../shared/lint/lint.ts';
import type { Article } from '../../../shared/model/article.ts';
import type { Finding } from '../../../shared/model/finding.ts';
import { annotationTable } from '../../db/annotations.ts';
import { linkTable } from '../../db/links.ts';
import { textOf } from '../../db/unit.ts';
import { verdictTable } from '../../db/verdicts.ts';
import type { Project } from '../context.ts';

type Database = Project['db'];

const NOTHING: ArticleFindings = { findings: [], dismissed: [] };

/** What is found in one coder's coding of an article. Its text is read only when there is any. */
export function lookAt(db: Database, article: Article, coderId: string, hasEntities: boolean): ArticleFindings {
  const annotations = annotationTable(db)
    .ofArticle(article.id)
    .filter((annotation) => annotation.coderId === coderId);
  if (annotations.length === 0) return NOTHING;
  const links = linkTable(db).ofArticle(article.id);
  const found = lint({ text: textOf(db, article), locale: article.language, annotations, links, hasEntities });
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
