import { useState } from 'react';
import { Tabs } from '../../ui/Tabs.tsx';
import { WORK_TABS } from './tabs.ts';
import css from './work.module.css';

/** The tab that was shown last stays while one is elsewhere. */
let lastTab = 'queues';

/** The Work place: what is to be done, and how far it is. */
export function WorkPlace() {
  const [tab, setTab] = useState(lastTab);
  const Content = WORK_TABS.find(({ value }) => value === tab)?.Content;
  return (
    <section className={css.place} aria-labelledby="work-title">
      <h1 id="work-title" className={css.title}>
        Work
      </h1>
      <div className={css.tabs}>
        <Tabs
          label="Work"
          value={tab}
          tabs={WORK_TABS}
          onChange={(next) => {
            lastTab = next;
            setTab(next);
          }}
        >
          {Content && <Content />}
        </Tabs>
      </div>
    </section>
  );
}
