import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Place } from '../../ui/Place.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { WORK_TABS } from './tabs.ts';

/** The tab that was shown last stays while one is elsewhere. */
let lastTab = 'queues';

/** The Work place: what is to be done, and how far it is. */
export function WorkPlace() {
  const articles = useStore((store) => store.project?.articles ?? 0);
  const openDialog = useStore((store) => store.openDialog);
  const [tab, setTab] = useState(lastTab);
  const Content = WORK_TABS.find(({ value }) => value === tab)?.Content;
  return (
    <Place title="Work" about="What is to be done next, how far it is, and what may be a slip.">
      <Tabs
        label="Work"
        value={tab}
        tabs={WORK_TABS}
        onChange={(next) => {
          lastTab = next;
          setTab(next);
        }}
      >
        {articles === 0 ? (
          <EmptyState
            icon={<ListChecks size={28} />}
            title="No articles yet"
            actions={
              <Button look="primary" onClick={() => openDialog('import')}>
                Import articles…
              </Button>
            }
          >
            What is to be coded, what a record lacks and what may be a slip stands here, ready to be worked through.
          </EmptyState>
        ) : (
          Content && <Content />
        )}
      </Tabs>
    </Place>
  );
}
