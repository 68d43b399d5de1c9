import type { Code } from '../../model/code.ts';
import type { Book } from '../book.ts';
import { listCell } from '../list-cell.ts';
import type { DatasetRow, ProjectTable } from './shape.ts';

/** `codes`: the hierarchy that claims are coded with. */
export const codeTable: ProjectTable = {
  name: 'codes',
  per: 'project',
  description: 'One row a code of the codebook, each behind the code above it.',
  primaryKey: ['code_id'],
  foreignKeys: [{ column: 'parent_id', table: 'codes', to: 'code_id' }],
  columns: () => [
    { name: 'code_id', type: 'string', description: 'Names the code in all tables.' },
    { name: 'code', type: 'string', description: 'The code’s name, with the codes above it before “ > ”.' },
    { name: 'name', type: 'string', description: 'The code’s own name.' },
    { name: 'parent_id', type: 'string', description: 'The code above it; empty at the top.' },
    { name: 'definition', type: 'string', description: 'What is coded with it.' },
    { name: 'colour', type: 'string', description: 'Its colour, #rrggbb.' },
    { name: 'retired', type: 'boolean', description: 'Whether it is no longer offered; what is coded with it stays.' },
    { name: 'examples', type: 'string', description: 'span_id of claims that show what is meant, joined with “; ”.' },
    { name: 'position', type: 'integer', description: 'Order among the codes under the same code, from 0.' },
    { name: 'created_at', type: 'datetime', description: 'When it was made, in UTC.' },
    { name: 'updated_at', type: 'datetime', description: 'When it was last changed, in UTC.' },
  ],
  count: (book) => book.codes.size,
  *rows(book) {
    for (const code of book.codes.values()) yield codeRow(code, book);
  },
};

/** The row of a code. */
export function codeRow(code: Code, book: Book): DatasetRow {
  return {
    articleId: null,
    annotationId: null,
    cells: [
      code.id,
      book.paths.get(code.id) ?? code.name,
      code.name,
      code.parentId,
      code.definition,
      code.colour,
      code.retired,
      listCell(code.examples),
      code.position,
      code.createdAt,
      code.updatedAt,
    ],
  };
}
