import type { Link } from '../../shared/model/link.ts';
import type { Kind } from '../../shared/model/kind.ts';
import type { Role } from '../../shared/model/role.ts';
import { perDatabase, type RecordTable } from './prepared.ts';

const COLUMNS = `id, article_id AS articleId, claim_id AS claimId, role,
  iif(entity_id IS NULL, 'annotation', 'entity') AS targetIs, coalesce(target_id, entity_id) AS targetId, position`;

type Row = [string, string, string, Role, Link['targetIs'], string, number];

/** A link that joins what can't be joined. */
export interface BadLink extends Link {
  readonly claimKind: Kind | null;
  readonly targetKind: Kind | null;
}

/** The filled roles of claims. */
export interface LinkTable extends RecordTable<Link> {
  ofArticle(articleId: string): Link[];
  /** A claim's links, by role and position. */
  ofClaim(claimId: string): Link[];
  /** The links in which an annotation fills a role. */
  ofTarget(annotationId: string): Link[];
  /** The links in which an entity itself fills a role, in all articles. */
  ofEntity(entityId: string): Link[];
  find(claimId: string, role: Role, targetId: string): Link | null;
  count(): number;
  /** Up to `limit` links whose claim or target is missing, of the wrong kind, or of another article or coder. */
  bad(limit: number): BadLink[];
}

/** The filled roles of claims. */
export const linkTable = perDatabase((db): LinkTable => {
  const get = db.prepare(`SELECT ${COLUMNS} FROM link WHERE id = ?`);
  const ofArticle = db
    .prepare(`SELECT ${COLUMNS} FROM link WHERE article_id = ? ORDER BY claim_id, role, position, id`)
    .raw();
  const ofClaim = db.prepare(`SELECT ${COLUMNS} FROM link WHERE claim_id = ? ORDER BY role, position, id`);
  const ofTarget = db.prepare(`SELECT ${COLUMNS} FROM link WHERE target_id = ? ORDER BY claim_id, role, position, id`);
  const find = db.prepare(
    `SELECT ${COLUMNS} FROM link WHERE claim_id = ? AND role = ? AND coalesce(target_id, entity_id) = ?`,
  );
  const ofEntity = db.prepare(
    `SELECT ${COLUMNS} FROM link WHERE entity_id = ? ORDER BY article_id, claim_id, role, id`,
  );
  const count = db.prepare('SELECT count(*) FROM link').pluck();
  const bad = db.prepare(`SELECT l.id, l.article_id AS articleId, l.claim_id AS claimId, l.role,
    iif(l.entity_id IS NULL, 'annotation', 'entity') AS targetIs, coalesce(l.target_id, l.entity_id) AS targetId,
    l.position, c.kind AS claimKind, coalesce(t.kind, e.kind) AS targetKind
    FROM link l LEFT JOIN annotation c ON c.id = l.claim_id LEFT JOIN annotation t ON t.id = l.target_id
      LEFT JOIN entity e ON e.id = l.entity_id
    WHERE c.kind IS NOT 'claim' OR c.article_id IS NOT l.article_id
      OR NOT coalesce(CASE coalesce(t.kind, e.kind) WHEN 'actor' THEN l.role NOT LIKE 'venue%'
        WHEN 'venue' THEN l.role LIKE 'venue%' OR l.role = 'about' END, 0)
      OR (l.entity_id IS NULL AND (t.article_id IS NOT l.article_id OR c.coder_id IS NOT t.coder_id))
    LIMIT ?`);
  const target = `iif(@targetIs = 'annotation', @targetId, NULL)`;
  const entity = `iif(@targetIs = 'entity', @targetId, NULL)`;
  const insert = db.prepare(`INSERT INTO link (id, article_id, claim_id, role, target_id, entity_id, position)
    VALUES (@id, @articleId, @claimId, @role, ${target}, ${entity}, @position)`);
  const update = db.prepare(`UPDATE link SET article_id = @articleId, claim_id = @claimId, role = @role,
    target_id = ${target}, entity_id = ${entity}, position = @position WHERE id = @id`);
  const remove = db.prepare('DELETE FROM link WHERE id = ?');

  return {
    get: (id) => (get.get(id) as Link | undefined) ?? null,
    insert: (link) => void insert.run(link),
    update: (link) => void update.run(link),
    remove: (id) => void remove.run(id),
    ofArticle: (articleId) => (ofArticle.all(articleId) as Row[]).map(toLink),
    ofClaim: (claimId) => ofClaim.all(claimId) as Link[],
    ofTarget: (annotationId) => ofTarget.all(annotationId) as Link[],
    ofEntity: (entityId) => ofEntity.all(entityId) as Link[],
    find: (claimId, role, targetId) => (find.get(claimId, role, targetId) as Link | undefined) ?? null,
    count: () => count.get() as number,
    bad: (limit) => bad.all(limit) as BadLink[],
  };
});

/** An article's links come as plain rows: an export reads them all, and rows are fetched twice as fast as objects. */
function toLink([id, articleId, claimId, role, targetIs, targetId, position]: Row): Link {
  return { id, articleId, claimId, role, targetIs, targetId, position };
}
