import { useCallback } from 'react';
import type { DatasetTable } from '../../../shared/model/dataset.ts';
import { useStore } from '../../store/store.ts';
import type { Row } from './use-rows.ts';

/** Where the rows of a table lead, and the words of the button that goes there. */
export interface Opening {
  readonly label: string;
  open(row: Row): void;
}

const LABELS: Readonly<Partial<Record<DatasetTable, string>>> = {
  entities: 'Show among the entities',
  codes: 'Show in the codebook',
  variables: 'Show in the codebook',
};

/** What a row of a table is opened in: its article at its words, the codebook, or the entities. */
export function useOpenRow(table: DatasetTable): Opening {
  const openArticle = useStore((store) => store.openArticle);
  const goToEntity = useStore((store) => store.goToEntity);
  const showCode = useStore((store) => store.showCode);
  const viewCodebook = useStore((store) => store.viewCodebook);
  const goTo = useStore((store) => store.goTo);

  const open = useCallback(
    ({ articleId, annotationId, cells }: Row): void => {
      const id = String(cells[0]);
      if (articleId !== null) void openArticle(articleId, { annotationId: annotationId ?? undefined });
      else if (table === 'entities') goToEntity(id);
      else if (table === 'codes') showCode(id);
      else {
        goTo('codebook');
        viewCodebook({ tab: 'variables', variableId: id });
      }
    },
    [table, openArticle, goToEntity, showCode, viewCodebook, goTo],
  );
  return { label: LABELS[table] ?? 'Show in the article', open };
}
