import type { Kind } from '../../../shared/model/kind.ts';
import type { CommandContext } from '../../commands/command.ts';
import type { TextRow } from '../../store/search.ts';

/** Annotations that were made from a place in this window, so that `G` can go on from one. */
const tagged = new Map<string, string>();

const placeOf = (row: Exclude<TextRow, { is: 'article' }>): string =>
  `${row.article.id} ${row.line.start} ${row.line.end}`;

/**
 * Tags a place that was found, as the tagging keys do in the text. Without a kind: asks which other mentions to tag like it.
 */
export async function tagFound(context: CommandContext, row: TextRow, kind: Kind | null): Promise<void> {
  const { run, applied, say, app, openDialog, search, showMentions } = context.store.getState();
  if (row.is === 'article') {
    say('This article is found by its title alone: there is no place in it to tag.');
    return;
  }
  const place = placeOf(row);
  if (kind === null) {
    const annotationId = tagged.get(place);
    if (annotationId) showMentions({ annotationId, filter: search.filter });
    else say('Tag this place first: 1 as an actor, 2 as a claim, 3 as a venue. Then G tags all like it.');
    return;
  }
  if (app?.coder.name === '') {
    openDialog('coder');
    return;
  }
  const { start, end, words } = row.line;
  const answer = await run('annotations.add', { articleId: row.article.id, kind, fragments: [{ start, end }] });
  if (!answer) return;
  tagged.set(place, answer.id);
  const done = answer.applied.label === '' ? `Already tagged as ${kind}` : `Tagged ${kind}`;
  await applied(answer.applied, { say: `${done} “${words}”. G tags all mentions like it.` });
}
