import { useStore } from '../../store/store.ts';
import { Place } from '../../ui/Place.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { BookFiles } from './BookFiles.tsx';
import { CodesView } from './CodesView.tsx';
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
    <Place
      key={projectId}
      title="Codebook"
      about="Shared by all coders. What is done here changes what is coded, and can be undone."
      actions={<BookFiles />}
    >
      <Tabs
        rests
        label="Parts of the codebook"
        value={tab}
        tabs={[
          { value: 'codes', label: 'Codes', count: codes.length || undefined },
          { value: 'variables', label: 'Variables', count: variables.length || undefined },
          { value: 'log', label: 'Log' },
        ]}
        onChange={(next) => view({ tab: next })}
      >
        {tab === 'codes' && <CodesView uses={uses.codes} />}
        {tab === 'variables' && <VariablesView uses={uses.variables} />}
        {tab === 'log' && <LogView />}
      </Tabs>
    </Place>
  );
}
