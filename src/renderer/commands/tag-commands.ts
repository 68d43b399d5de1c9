import { type Kind, KINDS } from '../../shared/model/kind.ts';
import { snapToCharacters } from '../../shared/text/characters.ts';
import { type Fragment, spanEnd, spanStart } from '../../shared/text/span.ts';
import { snapToWords, wordAt } from '../../shared/text/segments.ts';
import { change, changeable, mayChange } from './acting.ts';
import type { Command, CommandContext } from './command.ts';
import { showPane } from './panes.ts';
import { grown, named, openText, quoted } from './text.ts';

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
      title: `Make the selected annotation ${kind === 'actor' ? 'an' : 'a'} ${kind}`,
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
      if (!annotation) return;
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
 * Tags a range of the open article and takes over the change; unless told otherwise the new annotation is selected. Gives
 * its id, or null when it failed (a notice then says why) or another article has been opened meanwhile.
 */
export async function addTag(
  context: CommandContext,
  kind: Kind,
  fragment: Fragment,
  select = true,
): Promise<string | null> {
  const { open, run, applied } = context.store.getState();
  if (!open) return null;
  const answer = await run('annotations.add', { articleId: open.article.id, kind, fragments: [fragment] });
  if (!answer) return null;
  const say = `Tagged ${kind} ${quoted(open.text, [fragment])}`;
  await applied(answer.applied, select ? { select: answer.id, say } : { say });
  return context.store.getState().open?.article.id === open.article.id ? answer.id : null;
}

/** Tags the selection, or the word at the caret; grows what the same key has just tagged there. */
async function tag(context: CommandContext, kind: Kind): Promise<void> {
  const open = openText(context);
  // Read at once: the next key may move it before earlier changes have arrived.
  const selection = context.editor?.selection();
  if (!open || !selection || !mayChange(context)) return;
  const fragment = selectionToTag(context);
  if (selection.start !== selection.end && !fragment) {
    context.store.getState().say('There are no words in the selection.');
    return;
  }
  await context.turn(async () => {
    if (fragment) await tagSelection(context, kind, fragment);
    else await tagAtCaret(context, kind, selection.start);
  });
}

async function tagSelection(context: CommandContext, kind: Kind, fragment: Fragment): Promise<void> {
  const id = await addTag(context, kind, fragment);
  if (!id) return;
  context.fresh = null;
  // A bare caret behind it: the colours show, and the next key doesn't mean the same words again.
  context.editor?.select({ start: fragment.end, end: fragment.end });
}

async function tagAtCaret(context: CommandContext, kind: Kind, caret: number): Promise<void> {
  const open = openText(context);
  const { selectedId, open: state } = context.store.getState();
  if (!open || !state) return;
  const { fresh } = context;
  const again = fresh && fresh.kind === kind && fresh.caret === caret && fresh.annotationId === selectedId;
  const tagged = again ? state.index.get(fresh.annotationId) : undefined;
  if (tagged) {
    const next = grown(open, { start: spanStart(tagged.fragments), end: spanEnd(tagged.fragments) });
    if (!next) {
      context.store.getState().say('It covers the whole paragraph already.');
      return;
    }
    const say = `Tagged ${kind} ${quoted(open.text, [next])}`;
    await change(context, 'annotations.update', { id: tagged.id, fragments: [next] }, { say });
    return;
  }
  const word = wordAt(open.text, caret, open.locale);
  if (!word) {
    context.store.getState().say('There is no word at the caret.');
    return;
  }
  const id = await addTag(context, kind, word);
  if (id) context.fresh = { annotationId: id, kind, caret };
}

async function retype(context: CommandContext, kind: Kind): Promise<void> {
  await context.turn(async () => {
    const annotation = changeable(context);
    if (!annotation || annotation.kind === kind) return;
    const { text } = context.store.getState().open ?? { text: '' };
    const say = `Now ${kind === 'actor' ? 'an' : 'a'} ${kind}: ${quoted(text, annotation.fragments)}`;
    await change(context, 'annotations.update', { id: annotation.id, kind }, { say });
  });
}

async function remove(context: CommandContext): Promise<void> {
  await context.turn(async () => {
    const annotation = changeable(context);
    if (!annotation) return;
    const { text } = context.store.getState().open ?? { text: '' };
    const say = `Removed ${named(text, annotation)}. Ctrl+Z brings it back.`;
    await change(context, 'annotations.remove', { ids: [annotation.id] }, { say });
  });
}
