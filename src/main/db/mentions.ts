import type { EntityKind } from '../../shared/model/entity.ts';
import type { Role } from '../../shared/model/role.ts';
import type { OtherMention } from '../../shared/resolve/resolve.ts';
import { joinedWords } from './mention-keys.ts';
import { perDatabase } from './prepared.ts';

/** A mention with a few words around it. */
export interface MentionInContext {
  readonly annotationId: string;
  readonly articleId: string;
  readonly title: string;
  readonly outlet: string;
  readonly date: string;
  readonly coderId: string;
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Mentions with the same words, folded. */
export interface SpellingCount {
  readonly key: string;
  /** As they stand in one of them. */
  readonly words: string;
  readonly count: number;
}

/** Own mentions with the same words that nobody has said of who or what they are. */
export interface Unresolved extends SpellingCount {
  readonly kind: EntityKind;
  readonly articles: number;
  /** One of them, and its article. */
  readonly annotationId: string;
  readonly articleId: string;
}

type OtherRow = [key: string, entityId: string | null, quote: string, count: number];

type ContextRow = Omit<MentionInContext, 'words'> & { readonly quote: string };

const IN_CONTEXT = `m.annotation_id AS annotationId, m.article_id AS articleId, t.title, t.outlet, t.date,
  m.coder_id AS coderId, a.prefix AS before, a.quote, a.suffix AS after`;
const JOINED = 'mention m JOIN annotation a ON a.id = m.annotation_id JOIN article t ON t.id = m.article_id';

/** The tagged actors and venues by words and by entity, over all articles. */
export const mentionTable = perDatabase((db) => {
  const ofEntity = db.prepare(`SELECT ${IN_CONTEXT} FROM ${JOINED} WHERE m.entity_id = ?
    ORDER BY t.date DESC, t.id, a.start, a.id LIMIT ? OFFSET ?`);
  const withKey = db.prepare(`SELECT ${IN_CONTEXT} FROM ${JOINED} WHERE m.entity_id = ? AND m.key = ?
    ORDER BY t.date DESC, t.id, a.start, a.id LIMIT ?`);
  const some = db.prepare(`SELECT ${IN_CONTEXT} FROM json_each(?) j CROSS JOIN mention m ON m.annotation_id = j.value
    JOIN annotation a ON a.id = m.annotation_id JOIN article t ON t.id = m.article_id
    ORDER BY t.date DESC, t.id, a.start, a.id LIMIT ?`);
  const idsOfEntity = db
    .prepare('SELECT annotation_id FROM mention WHERE entity_id = ? ORDER BY annotation_id')
    .pluck();
  const idsWithKeys = db
    .prepare(`SELECT annotation_id FROM mention WHERE entity_id = ?
      AND key IN (SELECT value FROM json_each(?)) ORDER BY annotation_id`)
    .pluck();
  const count = db.prepare('SELECT count(*) FROM mention WHERE entity_id = ?').pluck();
  const coders = db.prepare(`SELECT coder_id AS coderId, count(*) AS count FROM mention WHERE entity_id = ?
    GROUP BY coder_id ORDER BY count DESC, coder_id`);
  const articles = db.prepare('SELECT count(DISTINCT article_id) FROM mention WHERE entity_id = ?').pluck();
  const spellings = db.prepare(`SELECT m.key, m.count, a.quote FROM
    (SELECT key, count(*) AS count, min(annotation_id) AS id FROM mention WHERE entity_id = ? GROUP BY key) m
    JOIN annotation a ON a.id = m.id ORDER BY m.count DESC, m.key LIMIT ?`);
  // CROSS: from an entity's few mentions to their links. SQLite could choose to go through all links of the project instead.
  const roles = db.prepare(`SELECT role, count(DISTINCT claim_id) AS count FROM (
      SELECT l.role, l.claim_id FROM mention m CROSS JOIN link l ON l.target_id = m.annotation_id WHERE m.entity_id = @id
      UNION ALL SELECT role, claim_id FROM link WHERE entity_id = @id
    ) GROUP BY role`);
  const claims = db
    .prepare(`SELECT count(DISTINCT claim_id) FROM (
      SELECT l.claim_id FROM mention m CROSS JOIN link l ON l.target_id = m.annotation_id WHERE m.entity_id = @id
      UNION ALL SELECT claim_id FROM link WHERE entity_id = @id)`)
    .pluck();
  const linkedAlike = db.prepare(`SELECT entity_id AS entityId, count(DISTINCT article_id) AS articles FROM mention
    WHERE kind = ? AND key = ? AND coder_id = ? AND entity_id IS NOT NULL AND article_id <> ?
    GROUP BY entity_id ORDER BY articles DESC, entity_id LIMIT 20`);
  // From the article's annotations to their keys: the other way round would go through the project's.
  const others = db
    .prepare(`SELECT m.key, m.entity_id, a.quote, count(*), min(a.start)
      FROM annotation a CROSS JOIN mention m ON m.annotation_id = a.id
      WHERE a.article_id = ? AND a.coder_id = ? AND a.kind = ? AND a.id <> ? GROUP BY m.key, m.entity_id ORDER BY min(a.start)`)
    .raw();
  const keyOf = db.prepare('SELECT key FROM mention WHERE annotation_id = ?').pluck();
  const unresolvedAlike = db.prepare(`SELECT ${IN_CONTEXT} FROM ${JOINED}
    WHERE m.coder_id = ? AND m.kind = ? AND m.key = ? AND m.entity_id IS NULL
    ORDER BY t.date DESC, t.id, a.start, a.id LIMIT ?`);
  const unresolvedIds = db
    .prepare('SELECT annotation_id FROM mention WHERE coder_id = ? AND kind = ? AND key = ? AND entity_id IS NULL')
    .pluck();
  const unresolvedPlaces = db
    .prepare(`SELECT min(annotation_id) FROM mention
      WHERE coder_id = ? AND kind = ? AND key = ? AND entity_id IS NULL GROUP BY article_id LIMIT ?`)
    .pluck();
  const countAlike = db
    .prepare(`SELECT count(*), total(article_id = ?) FROM mention
      WHERE coder_id = ? AND kind = ? AND key = ? AND entity_id IS NULL`)
    .raw();
  // Whatever the kind, the groups come in the order of the index; only the few of a page are looked into.
  const groups = `mention INDEXED BY mention_unresolved
    WHERE coder_id = @coder AND entity_id IS NULL AND (@kind IS NULL OR kind = @kind) GROUP BY kind, key`;
  const ofGroup = 'FROM mention WHERE coder_id = @coder AND kind = g.kind AND key = g.key AND entity_id IS NULL';
  const queueOf = db.prepare(`SELECT q.kind, q.key, q.count, q.articles, q.annotationId,
      a.article_id AS articleId, a.quote FROM (
      SELECT kind, key, count, (SELECT count(DISTINCT article_id) ${ofGroup}) AS articles,
        (SELECT min(annotation_id) ${ofGroup}) AS annotationId
      FROM (SELECT kind, key, count(*) AS count FROM ${groups} ORDER BY count DESC, key, kind LIMIT @limit OFFSET @offset) g
    ) q JOIN annotation a ON a.id = q.annotationId ORDER BY q.count DESC, q.key, q.kind`);
  const queueSize = db.prepare(
    `SELECT count(*) AS spellings, cast(total(n) AS INTEGER) AS mentions FROM (SELECT count(*) AS n FROM ${groups})`,
  );

  return {
    /** A page of an entity's mentions, everybody's, the latest articles first. */
    ofEntity: (entityId: string, limit: number, offset: number): MentionInContext[] =>
      (ofEntity.all(entityId, limit, offset) as ContextRow[]).map(toMention),
    /** Some of those that are spelt in one way. */
    spelt: (entityId: string, key: string, limit: number): MentionInContext[] =>
      (withKey.all(entityId, key, limit) as ContextRow[]).map(toMention),
    /** Of these mentions the first, in the same order. */
    some: (ids: readonly string[], limit: number): MentionInContext[] =>
      (some.all(JSON.stringify(ids), limit) as ContextRow[]).map(toMention),
    /** The annotations that refer to an entity, everybody's; with `keys`: only those so spelt. */
    idsOf: (entityId: string, keys: readonly string[] | null = null): string[] =>
      (keys === null ? idsOfEntity.all(entityId) : idsWithKeys.all(entityId, JSON.stringify(keys))) as string[],
    count: (entityId: string): number => count.get(entityId) as number,
    articles: (entityId: string): number => articles.get(entityId) as number,
    /** How many of each coder's mentions refer to an entity. */
    coders: (entityId: string) => coders.all(entityId) as { readonly coderId: string; readonly count: number }[],
    /** How an entity is spelt, the most frequent first. */
    spellings: (entityId: string, limit: number): SpellingCount[] =>
      (spellings.all(entityId, limit) as { key: string; count: number; quote: string }[]).map(
        ({ key, count: n, quote }) => ({
          key,
          words: wordsOf(quote),
          count: n,
        }),
      ),
    /** In how many claims an entity fills each role, through its mentions or itself. */
    roles: (entityId: string) => roles.all({ id: entityId }) as { readonly role: Role; readonly count: number }[],
    /** In how many claims it plays any part. */
    claims: (entityId: string): number => claims.get({ id: entityId }) as number,
    /** What one coder linked the same words to in other articles, with in how many. */
    linkedAlike: (kind: EntityKind, key: string, coderId: string, articleId: string) =>
      linkedAlike.all(kind, key, coderId, articleId) as { readonly entityId: string; readonly articles: number }[],
    /**
     * One coder's mentions of a kind in an article but for one, those called the same that refer to the same as one, in the order in which
     * they come first and in the words of the first.
     */
    others: (articleId: string, coderId: string, kind: EntityKind, exceptId: string): OtherMention[] =>
      (others.all(articleId, coderId, kind, exceptId) as OtherRow[]).map(([key, entityId, quote, n]) => ({
        kind,
        words: wordsOf(quote),
        key,
        entityId,
        count: n,
      })),
    /** The key of a mention's words; null for what is no mention. */
    keyOf: (annotationId: string): string | null => (keyOf.get(annotationId) as string | undefined) ?? null,
    /** One coder's mentions with these words that refer to nothing yet. */
    unresolvedAlike: (coderId: string, kind: EntityKind, key: string, limit: number): MentionInContext[] =>
      (unresolvedAlike.all(coderId, kind, key, limit) as ContextRow[]).map(toMention),
    unresolvedIds: (coderId: string, kind: EntityKind, key: string): string[] =>
      unresolvedIds.all(coderId, kind, key) as string[],
    /** One of them in each of some articles. */
    unresolvedPlaces: (coderId: string, kind: EntityKind, key: string, articles: number): string[] =>
      unresolvedPlaces.all(coderId, kind, key, articles) as string[],
    /** How many there are of them: in the project, and in one article. */
    countAlike(
      coderId: string,
      kind: EntityKind,
      key: string,
      articleId: string,
    ): { project: number; article: number } {
      const [project, article] = countAlike.get(articleId, coderId, kind, key) as [number, number];
      return { project, article };
    },
    /** One coder’s spellings that refer to nothing yet, of one kind or both, the most frequent first. */
    unresolved(coder: string, kind: EntityKind | null, limit: number, offset: number): Unresolved[] {
      const rows = queueOf.all({ coder, kind, limit, offset }) as (Omit<Unresolved, 'words'> & {
        readonly quote: string;
      })[];
      return rows.map(({ quote, ...row }) => ({ ...row, words: wordsOf(quote) }));
    },
    countUnresolved: (coder: string, kind: EntityKind | null) =>
      queueSize.get({ coder, kind }) as { readonly spellings: number; readonly mentions: number },
  };
});

function toMention({ quote, ...row }: ContextRow): MentionInContext {
  return { ...row, words: wordsOf(quote) };
}

function wordsOf(quote: string): string {
  return joinedWords(JSON.parse(quote) as string[]);
}
