import { useStore } from '../../store/store.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { BookFiles } from './BookFiles.tsx';
import { CodesView } from './CodesView.tsx';
import css from './codebook.module.css';
import { LogView } from './LogView.tsx';
import { useUses } from './use-uses.ts';
import { VariablesView } from './VariablesView.tsx';

/** The Codebook place: codes in their hierarchy, variables by kind, and what was done to them when. */
export function CodebookPlace() {
  const projectId = useStore((store) => store.project?.id ?? '');
  const { codes, variables } = useStore((store) => store.codebook);
  const tab = useStore((store) => store.codebookView.tab);
  const view = useStore((store) => store.viewCodebook);
  const uses = useUses();
  return (
    <section className={css.place} aria-labelledby="codebook-title" key={projectId}>
      <header className={css.head}>
        <div>
          <h1 id="codebook-title" className={css.title}>
            Codebook
          </h1>
          <p className={css.soft}>Shared by all coders. What is done here changes what is coded, and can be undone.</p>
        </div>
        <BookFiles />
      </header>
      <div className={css.tabs}>
        <Tabs
          label="Parts of the codebook"
          value={tab}
          tabs={[
            { value: 'codes', label: `Codes ${codes.length > 0 ? codes.length.toLocaleString('en') : ''}`.trim() },
            { value: 'variables', label: `Variables ${variables.length > 0 ? variables.length : ''}`.trim() },
            { value: 'log', label: 'Log' },
          ]}
          onChange={(next) => view({ tab: next })}
        >
          {tab === 'codes' && <CodesView uses={uses.codes} />}
          {tab === 'variables' && <VariablesView uses={uses.variables} />}
          {tab === 'log' && <LogView />}
        </Tabs>
      </div>
    </section>
  );
}
