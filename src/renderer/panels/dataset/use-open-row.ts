import { useCallback } from 'react';
import type { DatasetTable } from '../../../shared/model/dataset.ts';
import { useStore } from '../../store/store.ts';
import type { Row } from './use-rows.ts';

/** Where a row leads, and the words of the button that goes there; null when it leads nowhere. */
export interface Opening {
  readonly label: string;
  open(row: Row): void;
}

/** What a row of a table is opened in: its article at its words, or the codebook. */
export function useOpenRow(table: DatasetTable): Opening | null {
  const openArticle = useStore((store) => store.openArticle);
  const showCode = useStore((store) => store.showCode);
  const viewCodebook = useStore((store) => store.viewCodebook);
  const goTo = useStore((store) => store.goTo);

  const open = useCallback(
    ({ articleId, annotationId, cells }: Row): void => {
      const id = String(cells[0]);
      if (articleId !== null) void openArticle(articleId, { annotationId: annotationId ?? undefined });
      else if (table === 'codes') showCode(id);
      else {
        goTo('codebook');
        viewCodebook({ tab: 'variables', variableId: id });
      }
    },
    [table, openArticle, showCode, viewCodebook, goTo],
  );

  if (table === 'entities') return null;
  return { label: table === 'codes' || table === 'variables' ? 'Show in the codebook' : 'Show in the article', open };
}
