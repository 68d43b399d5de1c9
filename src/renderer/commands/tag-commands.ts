import { type Kind, KINDS } from '../../shared/model/kind.ts';
import { snapToCharacters } from '../../shared/text/characters.ts';
import { type Fragment, spanEnd, spanStart } from '../../shared/text/span.ts';
import { snapToWords, wordAt } from '../../shared/text/segments.ts';
import { alter, change, changeable, inThisArticle, leaveSelection, mayChange } from './acting.ts';
import type { OpenState } from '../store/state.ts';
import type { Command, CommandContext } from './command.ts';
import { creation, newTag, removal } from './ahead.ts';
import { showPane } from './panes.ts';
import { claimStep } from './proposals/claim-step.ts';
import { grown, named, openText, quoted } from './text.ts';
import { withKeys } from './key-words.ts';
import { refuseTyping } from './deaf.ts';

/** The tagging keys, retyping and removing. */
export const tagCommands: readonly Command[] = [
  ...KINDS.map(
    (kind, i): Command => ({
      id: `tag-${kind}`,
      short: kind,
      title: `Tag as ${kind}; pressed again: more of the text`,
      group: 'Tag',
      keys: [`${i + 1}`],
      where: 'text',
      run: (context) => tag(context, kind),
    }),
  ),
  ...KINDS.map(
    (kind, i): Command => ({
      id: `retype-${kind}`,
      title: `Make the selected annotation ${withArticle(kind)}`,
      group: 'Tag',
      keys: [`Shift+${i + 1}`],
      where: 'code',
      run: (context) => retype(context, kind),
    }),
  ),
  {
    id: 'remove',
    short: 'remove',
    title: 'Remove the selected annotation',
    group: 'Tag',
    keys: ['Delete', 'Backspace'],
    where: 'code',
    run: remove,
  },
  {
    id: 'memo',
    short: 'memo',
    title: 'Write a memo on the selected annotation',
    group: 'Tag',
    keys: ['M'],
    where: 'code',
    run(context) {
      const annotation = changeable(context);
      if (!annotation) {
        refuseTyping(context);
        return;
      }
      showPane(context, 'record');
      context.store.getState().select(annotation.id, 'memo');
    },
  },
];

/** The present selection as it would be tagged: whole words unless the setting is off. Null when it holds no text. */
export function selectionToTag(context: CommandContext): Fragment | null {
  const open = openText(context);
  const selection = context.editor?.selection();
  if (!open || !selection || selection.start === selection.end) return null;
  const snap = context.store.getState().app?.settings.snapToWords ?? true;
  const fragment = snap ? snapToWords(open.text, selection, open.locale) : snapToCharacters(open.text, selection);
  return fragment.end > fragment.start ? fragment : null;
}

/**
 * Tags a range of an article and takes over the change; unless told otherwise the annotation is selected, the new one or
 * the one that these words had already. Gives
 * its id, or null when it failed (a notice then says why) or another article has been opened meanwhile.
 */
export async function addTag(
  context: CommandContext,
  open: OpenState,
  kind: Kind,
  fragment: Fragment,
  select = true,
): Promise<string | null> {
  const { run, applied, drawAhead } = context.store.getState();
  const articleId = open.article.id;
  const ahead = newTag(context.store.getState(), articleId, kind, fragment);
  const id = ahead === null ? {} : { id: ahead.id };
  const coming = run('annotations.add', { ...id, articleId, kind, fragments: [fragment] });
  const takeBack = ahead && drawAhead([creation(ahead)], select ? ahead.id : null);
  const answer = await coming;
  if (!answer) {
    takeBack?.();
    return null;
  }
  const words = quoted(open.text, [fragment]);
  const say = answer.applied.label === '' ? `Already tagged as ${kind}: ${words}` : `Tagged ${kind} ${words}`;
  await applied(answer.applied, select ? { select: answer.id, say } : { say });
  return context.store.getState().open?.article.id === articleId ? answer.id : null;
}

/** Where a tagging key was pressed. */
interface Spot {
  readonly open: OpenState;
  readonly selection: Fragment;
  /** The selection as it is tagged; null for a bare caret. */
  readonly fragment: Fragment | null;
}

/** Tags the selection, or the word at the caret; grows what the same key has just tagged there. */
async function tag(context: CommandContext, kind: Kind): Promise<void> {
  const { open, say } = context.store.getState();
  // Read at once: the next key may move it, or bring another article, before earlier changes have arrived.
  const selection = context.editor?.selection();
  if (!open || !selection) return;
  const spot = { open, selection, fragment: selectionToTag(context) };
  const act = () => context.turn(() => tagThere(context, kind, spot));
  if (!mayChange(context, act)) return;
  if (selection.start !== selection.end && !spot.fragment) say('There are no words in the selection.');
  else await act();
}

async function tagThere(context: CommandContext, kind: Kind, spot: Spot): Promise<void> {
  const { open, selection, fragment } = spot;
  if (!fragment) {
    await tagAtCaret(context, kind, spot);
    return;
  }
  if (!(await addTag(context, open, kind, fragment))) return;
  context.fresh = null;
  // A bare caret behind it: the colours show, and the next key doesn't mean the same words again.
  leaveSelection(context, fragment, selection);
}

async function tagAtCaret(context: CommandContext, kind: Kind, { open, selection }: Spot): Promise<void> {
  const caret = selection.start;
  const article = { text: open.text, locale: open.article.language };
  const { selectedId, open: now, say } = context.store.getState();
  const { fresh } = context;
  const here = now?.article.id === open.article.id;
  const again = here && fresh && fresh.kind === kind && fresh.caret === caret && fresh.annotationId === selectedId;
  const tagged = again ? now.index.get(fresh.annotationId) : undefined;
  if (tagged) {
    const hull = { start: spanStart(tagged.fragments), end: spanEnd(tagged.fragments) };
    const rung = grown(article, hull);
    const next = kind === 'claim' ? claimStep(context.store.getState(), hull, rung) : rung;
    if (!next) {
      say('It covers the whole paragraph already.');
      return;
    }
    const said = { say: `Tagged ${kind} ${quoted(open.text, [next])}` };
    await alter(context, tagged, { fragments: [next] }, said);
    return;
  }
  const word = wordAt(article.text, caret, article.locale);
  if (!word) {
    say('There is no word at the caret.');
    return;
  }
  const id = await addTag(context, open, kind, word);
  if (id) context.fresh = { annotationId: id, kind, caret };
}

async function retype(context: CommandContext, kind: Kind): Promise<void> {
  await inThisArticle(context, async () => {
    const annotation = changeable(context);
    if (!annotation || annotation.kind === kind) return;
    const { text } = context.store.getState().open ?? { text: '' };
    const say = `Now ${kind === 'actor' ? 'an' : 'a'} ${kind}: ${quoted(text, annotation.fragments)}`;
    await alter(context, annotation, { kind }, { say });
  });
}

async function remove(context: CommandContext): Promise<void> {
  await inThisArticle(context, async () => {
    const annotation = changeable(context);
    if (!annotation) return;
    const { text } = context.store.getState().open ?? { text: '' };
    const say = `Removed ${named(text, annotation)}. ${withKeys('{undo}')} brings it back.`;
    await change(context, 'annotations.remove', { ids: [annotation.id] }, { say }, [removal(annotation)]);
  });
}

function withArticle(kind: Kind): string {
  return `${kind === 'actor' ? 'an' : 'a'} ${kind}`;
}
