import type { BookRecords } from '../../src/shared/formats/book.ts';
import type { Corpus, ReadAnnotation, ReadUnit } from '../../src/shared/formats/format.ts';
import { linksByClaim } from '../../src/shared/formats/tables/shape.ts';

/** What a corpus is when it has been read back with nothing lost but what is named. */
export function expectedUnits(corpus: Corpus, lost: ReadonlySet<string>, reader: string): ReadUnit[] {
  return unitsWithIds(corpus).map((unit) => forget(unit, lost, reader));
}

/** What a corpus is when it has been read back with nothing lost. */
export function unitsWithIds(corpus: Corpus): ReadUnit[] {
  const names = new Map(corpus.coders.map((coder) => [coder.id, coder.name]));
  return [...corpus.units()].map(({ article, text, annotations, links }) => {
    const { id, title, outlet, date, author, url, language, fileName, status, addedAt } = article;
    return {
      article: { id, title, outlet, date, author, url, language, fileName, status, addedAt, text },
      annotations: annotations.map(({ id: annotationId, articleId: _article, coderId, ...rest }) => ({
        ...rest,
        key: annotationId,
        coder: names.get(coderId) ?? coderId,
      })),
      links: [...linksByClaim(links).values()].flat().map(({ id: linkId, claimId, role, targetIs, targetId }) => ({
        id: linkId,
        claim: claimId,
        role,
        target: targetId,
        ...(targetIs === 'entity' && { targetIs }),
      })),
    };
  });
}

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'Articles’ title': ['title'],
  'Articles’ outlet': ['outlet'],
  'Articles’ date': ['date'],
  'Articles’ author': ['author'],
  'Articles’ URL': ['url'],
  'Articles’ language': ['language'],
  'Articles’ file names': ['fileName'],
};

/**
 * A unit without the things named as lost, so that what was written and what was read can be compared in the rest. Ids,
 * which not every format carries, are compared in tests of their own.
 */
export function forget(unit: ReadUnit, lost: ReadonlySet<string>, reader: string): ReadUnit {
  const { id: _id, ...fields } = unit.article;
  const article: Record<string, unknown> = fields;
  for (const [what, fields] of Object.entries(FIELDS)) {
    if (lost.has(what)) for (const field of fields) article[field] = '(lost)';
  }
  if (lost.has('Articles’ status and time of adding')) {
    delete article.status;
    delete article.addedAt;
  }
  return {
    article: article as unknown as ReadUnit['article'],
    annotations: unit.annotations
      .map((annotation) => forgetOf(annotation, lost, reader))
      .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)),
    links: unit.links
      .filter(({ targetIs }) => !targetIs || !lost.has('Roles filled by an entity itself'))
      .map(({ id: _id, ...link }) => link),
  };
}

function forgetOf(annotation: ReadAnnotation, lost: ReadonlySet<string>, reader: string): ReadAnnotation {
  const coderLost = ['Coders’ names', 'Coders’ names that are changed', 'Who tagged a span'].some((what) =>
    lost.has(what),
  );
  const { key, kind, fragments, entityId, codes, values, reporting, cue, utteredOn } = annotation;
  return {
    key,
    kind,
    fragments,
    coder: coderLost ? reader : annotation.coder,
    memo: lost.has('Line ends in memos') ? annotation.memo.replace(/\r\n|\r/g, '\n') : annotation.memo,
    entityId,
    codes,
    values: lost.has('Values that are changed') ? {} : values,
    reporting,
    cue,
    utteredOn,
    attributes: lost.has('Attributes that are changed') ? {} : sortedKeys(annotation.attributes),
    createdAt: lost.has('Times of spans') ? null : annotation.createdAt,
    updatedAt: lost.has('Times of spans') ? null : (annotation.updatedAt ?? null),
  };
}

function sortedKeys(attributes: ReadAnnotation['attributes']): ReadAnnotation['attributes'] {
  return Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sortKey(annotation: ReadAnnotation): string {
  return JSON.stringify({ ...annotation, key: '' });
}

/** Codes, variables and entities in an order of their own, without what is named as lost. */
export function expectedBook({ codes, variables, entities }: BookRecords, lost: ReadonlySet<string>): BookRecords {
  return {
    codes: byId(codes).map((code) => (lost.has('Examples of codes') ? { ...code, examples: [] } : code)),
    variables: byId(variables),
    entities: byId(entities),
  };
}

function byId<T extends { readonly id: string }>(records: readonly T[]): T[] {
  return records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
