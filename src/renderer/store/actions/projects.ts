import type { Applied } from '../../../shared/api/contract.ts';
import type { Client } from '../../../shared/api/client.ts';
import { errorInfo } from '../../../shared/api/errors.ts';
import { applyToCorpus, applyToOpen, applyToProject } from '../apply.ts';
import { applyToEntities, emptyEntities } from '../entities.ts';
import { applyToCodebook, emptyCodebook, firstView } from '../codebook.ts';
import { applyToProposals } from '../proposals.ts';
import { emptySearch } from '../search.ts';
import { emptyCorpus } from '../state.ts';
import type { Get, ProjectActions, SetState } from '../types.ts';

/** Projects, and how changes reach the window's copy. */
export function projectActions(client: Client, set: SetState, get: Get): ProjectActions {
  const readFirst = async () => {
    await get().readCorpus();
    const rows = get().corpus.pages.get(0) ?? [];
    const first = rows.find((row) => row.status === 'in-progress') ?? rows[0];
    // Whoever was quick has gone elsewhere meanwhile, or opened another one.
    const isFree = get().open === null && get().opening === null;
    if (first && isFree) await get().openArticle(first.id, { unasked: true });
  };

  const goWhere = async (applied: Applied, done: string) => {
    const { articleId } = applied;
    const sentence = `${done}: ${applied.label}`;
    if (articleId && articleId !== get().open?.article.id) {
      await get().openArticle(articleId);
      const title = get().open?.article.title ?? '';
      get().notify({ tone: 'info', title: sentence, detail: title && `In the article ${title}`, act: '' });
      return;
    }
    get().say(sentence);
    const back = applied.changes.find((change) => change.record === 'annotation' && change.after);
    if (back && get().open?.index.get(back.id)) get().select(back.id, 'text');
  };

  return {
    async start() {
      try {
        const app = await client.call('app.state', {});
        set({ app, ready: true });
        if (app.startProblem) {
          get().notify({ tone: 'bad', title: app.startProblem.message, hint: app.startProblem.hint });
        }
        const project = app.project ?? (app.startWith && (await get().run('project.open', { file: app.startWith })));
        if (project) await get().openProject(project);
        // Asked once: an annotation without a name can't be defended later.
        if (app.coder.name === '') get().openDialog('coder');
      } catch (error) {
        const info = errorInfo(error);
        get().notify({ tone: 'bad', title: info.message, hint: info.hint });
      }
    },
    async refreshApp() {
      const app = await get().run('app.state', {});
      if (app) set({ app, project: app.project });
    },
    async openProject(info) {
      get().forgetAhead();
      set({
        project: info,
        corpus: { ...emptyCorpus, sort: get().corpus.sort },
        search: emptySearch,
        queue: null,
        mentions: null,
        codebook: emptyCodebook,
        entities: emptyEntities,
        codebookView: firstView,
        drafts: new Set(),
        open: null,
        opening: null,
        selectedId: null,
        picker: null,
        failure: null,
        notices: get().notices.filter((notice) => notice.act === undefined),
        place: 'code',
      });
      await Promise.all([get().refreshApp(), get().readCodebook(), get().readEntities(), readFirst()]);
    },
    async reloadAll() {
      get().forgetAhead();
      const shown = get().open?.article.id ?? null;
      const info = await get().run('project.info', {});
      if (info) set({ project: info });
      await Promise.all([get().readCodebook(), get().readEntities(), get().readCorpus(), get().readVerdicts()]);
      if (shown === null) {
        if (get().corpus.total > 0) await readFirst();
      } else {
        await get().rereadArticle();
      }
    },
    async applied(applied, also = {}) {
      const { project, open, corpus, codebook, entities, proposals, app, said } = get();
      get().forgetAhead(applied.changes);
      if (applied.notice) get().notify({ tone: 'info', title: applied.notice, act: applied.label });
      const nextOpen = open && applyToOpen(open, applied.changes);
      const nextCorpus = applyToCorpus(corpus, applied.changes, app?.coder.id ?? '');
      const wanted = [also.select, get().selectedId];
      set({
        project: project && { ...applyToProject(project, applied.changes), history: applied.history },
        open: nextOpen,
        corpus: nextCorpus ?? corpus,
        codebook: applyToCodebook(codebook, applied.changes),
        entities: applyToEntities(entities, applied.changes),
        proposals: applyToProposals(proposals, applied.changes, app?.coder.id ?? ''),
        selectedId: wanted.find((id) => id && nextOpen?.index.get(id)) ?? null,
        changes: get().changes + 1,
        latest: nextOpen && { open: nextOpen, applied, back: also.step === 'undo' ? 'redo' : 'undo' },
        ...(also.say === undefined ? {} : { said: { text: also.say, count: said.count + 1 } }),
      });
      if (applied.reload) {
        await get().reloadAll();
      } else if (nextCorpus === null) {
        await get().readCorpus();
        if (get().open === null && get().corpus.total > 0) await readFirst();
      }
    },
    async stepHistory(way) {
      const coming = get().run(way === 'undo' ? 'history.undo' : 'history.redo', {});
      const ahead = get().drawStepAhead(way);
      const applied = await coming;
      ahead?.settle(applied?.changes ?? []);
      if (!applied) return;
      // What was said of the act no longer holds.
      get().dismissAct(applied.label);
      await get().applied(applied, { step: way });
      if (applied.label === '') get().say(way === 'undo' ? 'There is nothing to undo' : 'There is nothing to redo');
      else await goWhere(applied, way === 'undo' ? 'Undone' : 'Done again');
    },
  };
}
