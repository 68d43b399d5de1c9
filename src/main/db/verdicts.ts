import type { Outcome, Verdict } from '../../shared/model/verdict.ts';
import { perDatabase, type RecordTable } from './prepared.ts';

const COLUMNS =
  'id, article_id AS articleId, coder_id AS coderId, about, rule, key, outcome, reason, created_at AS createdAt';

/** What was decided on proposals and findings. */
export interface VerdictTable extends RecordTable<Verdict> {
  /** What one coder decided in an article, in the order in which it was decided. */
  ofArticle(articleId: string, coderId: string): Verdict[];
  /** Everybody's, of an article: they go with it. */
  everyOneOf(articleId: string): Verdict[];
  /** How often one coder decided what, by rule. */
  outcomes(
    coderId: string,
    about: Verdict['about'],
  ): { readonly rule: string; readonly outcome: Outcome; readonly count: number }[];
}

/** What was decided about proposals and findings. */
export const verdictTable = perDatabase((db): VerdictTable => {
  const get = db.prepare(`SELECT ${COLUMNS} FROM verdict WHERE id = ?`);
  const ofArticle = db.prepare(
    `SELECT ${COLUMNS} FROM verdict WHERE article_id = ? AND coder_id = ? ORDER BY created_at, id`,
  );
  const everyOneOf = db.prepare(`SELECT ${COLUMNS} FROM verdict WHERE article_id = ? ORDER BY created_at, id`);
  const insert =
    db.prepare(`INSERT INTO verdict (id, article_id, coder_id, about, rule, key, outcome, reason, created_at)
    VALUES (@id, @articleId, @coderId, @about, @rule, @key, @outcome, @reason, @createdAt)`);
  const update = db.prepare(`UPDATE verdict SET article_id = @articleId, coder_id = @coderId, about = @about,
    rule = @rule, key = @key, outcome = @outcome, reason = @reason, created_at = @createdAt WHERE id = @id`);
  const outcomes = db.prepare(`SELECT rule, outcome, count(*) AS count FROM verdict
    WHERE coder_id = ? AND about = ? GROUP BY rule, outcome`);
  const remove = db.prepare('DELETE FROM verdict WHERE id = ?');

  return {
    get: (id) => (get.get(id) as Verdict | undefined) ?? null,
    insert: (verdict) => void insert.run(verdict),
    update: (verdict) => void update.run(verdict),
    remove: (id) => void remove.run(id),
    ofArticle: (articleId, coderId) => ofArticle.all(articleId, coderId) as Verdict[],
    outcomes: (coderId, about) => outcomes.all(coderId, about) as ReturnType<VerdictTable['outcomes']>,
    everyOneOf: (articleId) => everyOneOf.all(articleId) as Verdict[],
  };
});
