import { KINDS } from '../../shared/model/kind.ts';
import { articleTable } from './articles.ts';
import { perDatabase } from './prepared.ts';
import { needArticle, textOf } from './unit.ts';

const KIND = `CASE kind ${KINDS.map((kind, i) => `WHEN '${kind}' THEN ${i}`).join(' ')} END`;

/** What the columns don't tell of an annotation: `MoreWire`. */
const MORE = `json_array(id, iif(pieces = 1, NULL, json(fragments)), nullif(memo, ''), iif(attributes = '{}', NULL, json(attributes)),
  nullif(updated_at, created_at), entity_id, json(coding))`;
const HAS_MORE = `pieces > 1 OR memo <> '' OR attributes <> '{}' OR updated_at <> created_at OR entity_id IS NOT NULL
  OR coding IS NOT NULL`;

type Columns = [ids: string, kinds: string, starts: string, lengths: string, created: string, more: string];

/** One row of lists in reading order: an aggregate that makes lists keeps the order of what it reads. */
function inOrder(lists: string): string {
  return `SELECT ${lists} FROM (SELECT * FROM annotation WHERE article_id = ? ORDER BY start, "end" DESC, pieces)`;
}

/** An article as it crosses to the window, written by SQLite itself: an `OpenArticleWire` as JSON text. */
export const openArticleJson = perDatabase((db) => {
  const columns = db
    .prepare(
      inOrder(`json_group_array(id), json_group_array(${KIND}), json_group_array(start), json_group_array("end" - start),
        json_group_array(created_at), json_group_array(${MORE}) FILTER (WHERE ${HAS_MORE})`),
    )
    .raw();
  const coders = db.prepare('SELECT DISTINCT coder_id FROM annotation WHERE article_id = ?').pluck();
  const everybody = db.prepare('SELECT json_group_array(id) FROM (SELECT id FROM coder ORDER BY id)').pluck();
  const layers = db
    .prepare(inOrder('json_group_array((SELECT count(*) FROM coder WHERE coder.id < coder_id))'))
    .pluck();
  const links = db
    .prepare(
      `SELECT json_group_array(json_array(id, claim_id, role, iif(entity_id IS NULL, 'annotation', 'entity'),
          coalesce(target_id, entity_id), position))
        FROM (SELECT * FROM link WHERE article_id = ? ORDER BY claim_id, role, position, id)`,
    )
    .pluck();

  return {
    /** Errors: `not-found`, `project-damaged` without its text. */
    read(articleId: string): string {
      const article = needArticle(articleTable(db).get(articleId));
      const text = textOf(db, article);
      const [ids, kinds, starts, lengths, created, more] = columns.get(articleId) as Columns;
      const own = coders.all(articleId);
      const isOnes = own.length < 2;
      const parts = {
        article: JSON.stringify(article),
        text: JSON.stringify(text),
        ids,
        kinds,
        coders: isOnes ? JSON.stringify(own) : (everybody.get() as string),
        layers: isOnes ? 'null' : (layers.get(articleId) as string),
        starts,
        lengths,
        created,
        more,
        links: links.get(articleId) as string,
      };
      return `{${Object.entries(parts)
        .map(([name, json]) => `"${name}":${json}`)
        .join(',')}}`;
    },
  };
});
