import { ENTITY_CATEGORIES, type Entity } from '../../model/entity.ts';
import { type Book } from '../book.ts';
import { listCell } from '../list-cell.ts';
import { type DatasetRow, entityName, type ProjectTable } from './shape.ts';

/** `entities`: who or what actors and venues refer to. */
export const entityTable: ProjectTable = {
  name: 'entities',
  per: 'project',
  description: 'One row an actor or venue of the authority list: who or what spans refer to.',
  primaryKey: ['entity_id'],
  foreignKeys: [{ column: 'parent_id', table: 'entities', to: 'entity_id' }],
  columns: () => [
    { name: 'entity_id', type: 'string', description: 'Names the entity in all tables.' },
    { name: 'kind', type: 'string', description: 'actor or venue.', options: ['actor', 'venue'] },
    {
      name: 'category',
      type: 'string',
      description: `One of: ${ENTITY_CATEGORIES.join(', ')}.`,
      options: ENTITY_CATEGORIES,
    },
    { name: 'name', type: 'string', description: 'The canonical name.' },
    {
      name: 'aliases',
      type: 'string',
      description: 'Other names and spellings, joined with “; ”; a ; or \\ in a name has a \\ before it.',
    },
    { name: 'country', type: 'string', description: 'The country; empty when not known.' },
    { name: 'party', type: 'string', description: 'The party; empty when none or not known.' },
    { name: 'parent_id', type: 'string', description: 'The entity that it is part of; empty for none.' },
    { name: 'parent', type: 'string', description: 'Canonical name of the entity that it is part of.' },
    { name: 'note', type: 'string', description: 'The coders’ note.' },
    { name: 'created_at', type: 'datetime', description: 'When it was made, in UTC.' },
    { name: 'updated_at', type: 'datetime', description: 'When it was last changed, in UTC.' },
  ],
  count: (book) => book.entities.size,
  *rows(book) {
    for (const entity of book.entities.values()) yield entityRow(entity, book);
  },
};

/** The row of an entity. */
export function entityRow(entity: Entity, book: Book): DatasetRow {
  return {
    articleId: null,
    annotationId: null,
    cells: [
      entity.id,
      entity.kind,
      entity.category,
      entity.name,
      listCell(entity.aliases),
      entity.country,
      entity.party,
      entity.parentId,
      entityName(book, entity.parentId),
      entity.note,
      entity.createdAt,
      entity.updatedAt,
    ],
  };
}
