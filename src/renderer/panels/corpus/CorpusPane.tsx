import { FileText } from 'lucide-react';
import { filterSize, NO_FILTER } from '../../../shared/model/filter.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CorpusFilter } from './CorpusFilter.tsx';
import { CorpusList } from './CorpusList.tsx';
import css from './CorpusPane.module.css';

/** The corpus: the project's articles, filtered and in order. */
export function CorpusPane() {
  const total = useStore((store) => store.corpus.total);
  const filtered = useStore(
    ({ corpus }) => corpus.query !== '' || corpus.status !== null || filterSize(corpus.filter) > 0,
  );
  const articles = useStore((store) => store.project?.articles ?? 0);
  const openDialog = useStore((store) => store.openDialog);
  const filterCorpus = useStore((store) => store.filterCorpus);
  if (articles === 0 && !filtered) {
    return (
      <EmptyState
        icon={<FileText size={28} />}
        title="No articles yet"
        actions={
          <Button look="primary" onClick={() => openDialog('import')}>
            Import articles…
          </Button>
        }
      >
        Bring in text files (.txt, .md) or a folder of them, or drop them on this window.
      </EmptyState>
    );
  }
  return (
    <div className={css.pane}>
      <CorpusFilter />
      {total === 0 ? (
        <EmptyState
          title="No article fits"
          actions={
            <Button onClick={() => void filterCorpus({ query: '', status: null, filter: NO_FILTER })}>
              Show all articles
            </Button>
          }
        >
          Try fewer words, another status, or fewer filters.
        </EmptyState>
      ) : (
        <CorpusList />
      )}
    </div>
  );
}
