import type { Annotation } from '../../shared/model/annotation.ts';
import { missingBy, missingOf, missingWords } from '../../shared/model/completeness.ts';
import { compareSpans, spanStart } from '../../shared/text/span.ts';
import { type State, selectedAnnotation } from '../store/state.ts';
import type { CommandContext } from './command.ts';
import { quoted } from './text.ts';

/** Selects the next (1) or previous (-1) claim of the open article whose record lacks something, round its ends too. */
export function stepIncomplete(context: CommandContext, way: 1 | -1): void {
  const state = context.store.getState();
  const { open } = state;
  if (!open) return;
  const lacking = incompleteClaims(state);
  if (lacking.length === 0) {
    state.say(
      open.claims.length === 0 ? 'This article has no claims yet.' : 'Every record of this article is complete.',
    );
    return;
  }
  const at = selectedAnnotation(state)?.fragments ?? [caretOf(context)];
  const ordered = way > 0 ? lacking : lacking.toReversed();
  const found = ordered.find((claim) => way * compareSpans(claim.fragments, at) > 0 && claim.id !== state.selectedId);
  const claim = found ?? ordered[0];
  if (!claim) return;
  state.select(claim.id, 'text');
  const start = spanStart(claim.fragments);
  context.editor?.select({ start, end: start });
  const missing = missingOf(claim, open.links.ofClaim(claim.id), state.codebook);
  state.say(`${missingWords(missing)}. ${quoted(open.text, claim.fragments)}`);
}

/** The shown claims whose record lacks something, in reading order. */
export function incompleteClaims({ open, codebook }: Pick<State, 'open' | 'codebook'>): readonly Annotation[] {
  if (!open) return [];
  const missing = missingBy(codebook);
  return open.claims.filter((claim) => missing(claim, open.links.ofClaim(claim.id)).length > 0);
}

function caretOf({ editor }: CommandContext) {
  const at = editor?.selection().start ?? 0;
  return { start: at, end: at };
}
