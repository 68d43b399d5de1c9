import { LoaderCircle } from 'lucide-react';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RecordPane } from '../claims/RecordPane.tsx';
import type { OpenState } from '../../store/state.ts';
import { PrecedentsPane } from '../precedents/PrecedentsPane.tsx';
import { FindingsPane } from '../findings/FindingsPane.tsx';
import { CorpusPane } from '../corpus/CorpusPane.tsx';
import { ArticlePane } from './ArticlePane.tsx';
import css from './CodePlace.module.css';
import { useWithKeys } from '../../commands/key-words.ts';

const VIEWS = { claims: RecordPane, findings: FindingsPane, precedents: PrecedentsPane } as const;

/** The place where coding happens: corpus, article, record. In a narrow window the side panes are drawn over the article. */
export function CodePlace() {
  const open = useStore((store) => store.open);
  const drawer = useStore((store) => store.drawer);
  const showDrawer = useStore((store) => store.showDrawer);
  return (
    <div className={css.place}>
      <section
        className={classes(css.side, css.corpus, drawer === 'corpus' && css.drawn)}
        data-pane="corpus"
        tabIndex={-1}
        aria-label="Articles"
      >
        <CorpusPane />
      </section>
      <section className={css.text} data-pane="text" tabIndex={-1} aria-label="Article">
        {open ? <ArticlePane open={open} /> : <NothingOpen />}
      </section>
      <section
        className={classes(css.side, css.record, drawer === 'record' && css.drawn)}
        data-pane="record"
        tabIndex={-1}
        aria-label="Record"
      >
        {open && <View open={open} />}
      </section>
      {drawer && (
        <button type="button" className={css.veil} aria-label="Close the pane" onClick={() => showDrawer(null)} />
      )}
    </div>
  );
}

/** What the record pane shows now. */
function View({ open }: { readonly open: OpenState }) {
  const Shown = VIEWS[useStore((store) => store.recordView)];
  return <Shown open={open} />;
}

function NothingOpen() {
  const withKeys = useWithKeys();
  const opening = useStore((store) => store.opening);
  const total = useStore((store) => store.corpus.total);
  const articles = useStore((store) => store.project?.articles ?? 0);
  const openDialog = useStore((store) => store.openDialog);
  if (opening || total < 0) {
    return (
      <EmptyState icon={<LoaderCircle size={24} />} title="Opening…" level={1}>
        The article is being read.
      </EmptyState>
    );
  }
  if (articles > 0)
    return (
      <EmptyState title="No article is open" level={1}>
        Choose one from the list on the left.
      </EmptyState>
    );
  return (
    <EmptyState
      title="This project is empty"
      level={1}
      actions={
        <Button look="primary" onClick={() => openDialog('import')}>
          Import articles…
        </Button>
      }
    >
      {withKeys(
        'Import the articles you want to code: one file an article, plain text or Markdown. Then put the caret on a word and press {tag-actor} for an actor, {tag-claim} for a claim, {tag-venue} for a venue.',
      )}
    </EmptyState>
  );
}
