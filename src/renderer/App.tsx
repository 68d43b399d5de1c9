import { CSPProvider } from '@base-ui/react/csp-provider';
import { useEffect } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { Settings } from '../shared/api/contract.ts';
import css from './App.module.css';
import type { CommandContext } from './commands/command.ts';
import { CommandProvider } from './commands/context.tsx';
import type { Host } from './host/host.ts';
import { DetailsDialog } from './panels/article/DetailsDialog.tsx';
import { MentionsDialog } from './panels/mentions/MentionsDialog.tsx';
import { PLACES } from './panels/places.tsx';
import { Dialogs } from './panels/dialogs.tsx';
import { LiveRegion, Notices } from './panels/notices/Notices.tsx';
import { Palette } from './panels/palette/Palette.tsx';
import { KeySheet } from './panels/shortcuts/KeySheet.tsx';
import { TakenOver } from './panels/project/TakenOver.tsx';
import { Upgrading } from './panels/project/Upgrading.tsx';
import { StatusBar } from './panels/status/StatusBar.tsx';
import { TopBar } from './panels/topbar/TopBar.tsx';
import { Welcome } from './panels/topbar/Welcome.tsx';
import { WorkbenchProvider } from './store/context.tsx';
import { useStore } from './store/store.ts';
import type { Store } from './store/types.ts';

export interface AppProps {
  readonly host: Host;
  readonly store: StoreApi<Store>;
  readonly commands: CommandContext;
}

/** The whole window. */
export function App({ host, store, commands }: AppProps) {
  return (
    <CSPProvider disableStyleElements>
      <WorkbenchProvider host={host} store={store}>
        <CommandProvider context={commands}>
          <Window />
        </CommandProvider>
      </WorkbenchProvider>
    </CSPProvider>
  );
}

function Window() {
  const ready = useStore((store) => store.ready);
  const place = useStore((store) => store.place);
  const hasProject = useStore((store) => store.project !== null);
  const Content = PLACES.find(({ value }) => value === place)?.Content;
  const title = useStore((store) => store.project?.name ?? '');
  useTheme(useStore((store) => store.app?.settings.theme ?? 'system'));
  useEffect(() => {
    document.title = title ? `${title} – Parley` : 'Parley';
  }, [title]);
  return (
    <div className={css.window}>
      <TopBar />
      <main className={css.place} aria-busy={!ready} data-ready={ready ? 'yes' : undefined}>
        {ready && !hasProject && <Welcome />}
        {hasProject && Content && <Content />}
      </main>
      <StatusBar />
      <Dialogs />
      <MentionsDialog />
      <KeySheet />
      <Palette />
      <DetailsDialog />
      <TakenOver />
      <Upgrading />
      <Notices />
      <LiveRegion />
    </div>
  );
}

/** Keeps `data-theme` on the root element: the chosen theme, or what the system has now. */
function useTheme(theme: Settings['theme']): void {
  useEffect(() => {
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    const show = () => {
      const dark = theme === 'dark' || (theme === 'system' && system.matches);
      document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
    };
    show();
    system.addEventListener('change', show);
    return () => system.removeEventListener('change', show);
  }, [theme]);
}
