import '@fontsource-variable/inter';
import '@fontsource-variable/source-serif-4';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { createCommandContext } from './commands/command.ts';
import { leaveFields } from './commands/leave-fields.ts';
import { connectHost } from './host/choose-host.ts';
import { askWorker } from './proposals/asker.ts';
import { followArticles, whenIdle } from './proposals/follow.ts';
import { createWorkbenchStore } from './store/create.ts';
import { counted } from '../shared/text/counted.ts';
import { keepFocus } from './ui/keep-focus.ts';
import { refuseLongPastes } from './ui/long-pastes.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const host = connectHost();
const store = createWorkbenchStore(host.client);
leaveFields(store);
followArticles(
  store,
  askWorker(() => new Worker(new URL('./proposals/worker.ts', import.meta.url), { type: 'module' })),
  whenIdle,
);
createRoot(root).render(<App host={host} store={store} commands={createCommandContext(store)} />);
keepFocus();
refuseLongPastes(({ length, most }) =>
  store.getState().notify({
    tone: 'bad',
    title: `That is too long to be pasted here: the field takes ${counted(most, 'character')}, and would hold ${length.toLocaleString('en')}`,
    hint: 'Nothing was pasted and nothing cut off. Copy less of it, or paste it where there is more room.',
  }),
);
void store.getState().start();
