import { useStore } from '../../store/store.ts';
import { Place } from '../../ui/Place.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { DuplicatesView } from './DuplicatesView.tsx';
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
    <Place
      key={projectId}
      title="Entities"
      about="Who and what mentions refer to, under one name each. Shared by all coders."
      actions={<ListFiles />}
    >
      <Tabs
        rests
        label="Parts of the entities"
        value={tab}
        tabs={[
          { value: 'list', label: 'List', count: total || undefined },
          { value: 'unresolved', label: 'To resolve' },
          { value: 'duplicates', label: 'May be the same' },
        ]}
        onChange={(next) => showEntities({ view: { ...view, tab: next } })}
      >
        {tab === 'list' && <ListView />}
        {tab === 'unresolved' && <QueueView />}
        {tab === 'duplicates' && <DuplicatesView />}
      </Tabs>
    </Place>
  );
}
