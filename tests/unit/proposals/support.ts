import { followArticles } from '../../../src/renderer/proposals/follow.ts';
import { propose } from '../../../src/shared/propose/propose.ts';
import { makeWorkbench, type TestWorkbench } from '../store/support.ts';
import { languages } from '../propose/support.ts';

/** A window in which articles are looked through, in this process and at once. */
export async function makeProposing(text: string): Promise<TestWorkbench> {
  const workbench = await makeWorkbench(text);
  followArticles(workbench.context.store, { ask: async (question) => propose(question, languages) }, (act) => act());
  await settled(workbench);
  return workbench;
}

/** Waits until the open article has been looked through. */
export async function settled({ now }: TestWorkbench): Promise<void> {
  for (let i = 0; i < 200 && now().proposals.articleId !== now().open?.article.id; i++) {
    await new Promise((done) => setTimeout(done, 5));
  }
}
