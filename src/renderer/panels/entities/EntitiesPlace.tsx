import { useStore } from '../../store/store.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { DuplicatesView } from './DuplicatesView.tsx';
import css from './entities.module.css';
import { ListFiles } from './ListFiles.tsx';
import { ListView } from './ListView.tsx';
import { QueueView } from './QueueView.tsx';

/** The Entities place: the authority list, mentions that refer to nothing yet, and names that may be the same. */
export function EntitiesPlace() {
  const projectId = useStore((store) => store.project?.id ?? '');
  const tab = useStore((store) => store.entities.view.tab);
  const view = useStore((store) => store.entities.view);
  const total = useStore((store) => store.entities.total);
  const showEntities = useStore((store) => store.showEntities);
  return (
    <section className={css.place} aria-labelledby="entities-title" key={projectId}>
      <header className={css.head}>
        <div>
          <h1 id="entities-title" className={css.title}>
            Entities
          </h1>
          <p className={css.soft}>Who and what mentions refer to, under one name each. Shared by all coders.</p>
        </div>
        <ListFiles />
      </header>
      <div className={css.tabs}>
        <Tabs
          label="Parts of the entities"
          value={tab}
          tabs={[
            { value: 'list', label: `List ${total > 0 ? total.toLocaleString('en') : ''}`.trim() },
            { value: 'unresolved', label: 'To resolve' },
            { value: 'duplicates', label: 'May be the same' },
          ]}
          onChange={(next) => showEntities({ view: { ...view, tab: next } })}
        >
          {tab === 'list' && <ListView />}
          {tab === 'unresolved' && <QueueView />}
          {tab === 'duplicates' && <DuplicatesView />}
        </Tabs>
      </div>
    </section>
  );
}
