import { type Annotation, type Reporting, REPORTINGS } from '../../shared/model/annotation.ts';
import { codeTree } from '../../shared/codebook/tree.ts';
import { spanContains } from '../../shared/text/span.ts';
import { wordAt } from '../../shared/text/segments.ts';
import { inQuotes } from '../../shared/text/quote.ts';
import { isOwnLayer, selectedAnnotation } from '../store/state.ts';
import { changeable, inThisArticle, leaveSelection, mayChange, recode } from './acting.ts';
import type { Command, CommandContext } from './command.ts';
import { refuseTyping } from './deaf.ts';
import { stepIncomplete } from './incomplete.ts';
import { claimMeant, missingClaim } from './link-commands.ts';
import { holdKeys, showPane } from './panes.ts';
import { selectionToTag } from './tag-commands.ts';
import { openText, quoted } from './text.ts';

/** What a claim is coded with: codes, form, cue, day, values. */
export const codingCommands: readonly Command[] = [
  {
    id: 'codes',
    short: 'codes',
    title: 'Codes: give the claim a code, or take one away',
    group: 'Record',
    keys: ['C'],
    where: 'code',
    words: 'issue concept topic category',
    run: startCodes,
  },
  {
    id: 'reporting',
    short: 'quoted?',
    title: 'Quoted, paraphrased, reported: the next of them',
    group: 'Record',
    keys: ['Q'],
    where: 'code',
    words: 'direct indirect speech form',
    run: nextReporting,
  },
  {
    id: 'cue',
    short: 'cue',
    title: 'The selection is the cue that announces the claim (“said”)',
    group: 'Record',
    keys: ['U'],
    where: 'text',
    words: 'reporting verb speech',
    run: setCue,
  },
  {
    id: 'clear-cue',
    title: 'Take the cue out of the claim',
    group: 'Record',
    keys: ['Shift+U'],
    where: 'code',
    run: clearCue,
  },
  {
    id: 'day',
    title: 'The day on which it was said',
    group: 'Record',
    keys: ['Shift+D'],
    where: 'code',
    words: 'date of utterance',
    run: (context) => goToField(context, 'day'),
  },
  {
    id: 'values',
    short: 'values',
    title: 'The record’s values: the first that is missing',
    group: 'Record',
    keys: ['I'],
    where: 'code',
    words: 'variables stance attributes',
    run: goToValues,
  },
  {
    id: 'next-incomplete',
    title: 'Next record of this article that lacks something',
    group: 'Record',
    keys: [';'],
    where: 'code',
    run: (context) => stepIncomplete(context, 1),
  },
  {
    id: 'previous-incomplete',
    title: 'Previous record that lacks something',
    group: 'Record',
    keys: ['Shift+;'],
    where: 'code',
    run: (context) => stepIncomplete(context, -1),
  },
];

function startCodes(context: CommandContext): void {
  const claim = claimMeant(context);
  if (!claim) missingField(context);
  else if (mayChange(context)) {
    const { select, showPicker } = context.store.getState();
    select(claim.id);
    showPicker({ claimId: claim.id, role: 'codes' });
  }
}

/** Gives a claim a code that it lacks, or takes one away that it has; says which, and keeps the code at hand. */
export async function toggleCode(context: CommandContext, claimId: string, codeId: string): Promise<void> {
  await inThisArticle(context, async () => {
    const { open, codebook, rememberCode, say } = context.store.getState();
    const claim = open?.index.get(claimId);
    const code = codebook.codes.find(({ id }) => id === codeId);
    if (!claim || !code || !mayChange(context)) return;
    const has = claim.codes.includes(codeId);
    if (!has && code.retired) {
      say(`${inQuotes(code.name)} is retired: it isn’t given anew.`);
      return;
    }
    const codes = has ? claim.codes.filter((id) => id !== codeId) : [...claim.codes, codeId];
    const path = codeTree(codebook.codes).path(codeId);
    const done = await recode(context, claim, { codes }, has ? `No longer coded as ${path}` : `Coded as ${path}`);
    if (done && !has) rememberCode(codeId);
  });
}

/** Makes a new code at the top of the codebook and gives it to a claim: what is found while coding is kept at once. */
export async function giveNewCode(context: CommandContext, claimId: string, name: string): Promise<void> {
  const { run, applied } = context.store.getState();
  if (!mayChange(context)) return;
  const made = await context.turn(async () => {
    const answer = await run('codes.add', { parentId: null, name });
    if (answer) await applied(answer.applied);
    return answer;
  });
  if (made) await toggleCode(context, claimId, made.id);
}

async function nextReporting(context: CommandContext): Promise<void> {
  await onClaim(context, async (claim) => {
    const order: readonly (Reporting | '')[] = ['', ...REPORTINGS];
    await setReporting(context, claim, order[(order.indexOf(claim.reporting) + 1) % order.length] ?? '');
  });
}

/** Says how a claim is brought; '' for nothing said. */
export async function setReporting(context: CommandContext, claim: Annotation, to: Reporting | ''): Promise<void> {
  if (!mayChange(context)) return;
  const say = to === '' ? 'Neither quoted, paraphrased nor reported' : `Now ${to}`;
  await recode(context, claim, { reporting: to }, say);
}

async function setCue(context: CommandContext): Promise<void> {
  const selection = context.editor?.selection();
  const open = openText(context);
  const words = selectionToTag(context);
  await onClaim(context, async (claim) => {
    if (!open || !selection) return;
    const word = words ?? (selection.start === selection.end ? wordAt(open.text, selection.start, open.locale) : null);
    // A bare caret stands mostly where the claim was tagged: its own words are no cue.
    if (!word || (!words && spanContains(claim.fragments, [word]))) {
      context.store.getState().say('Select the words that announce the claim first, as “said”.');
      return;
    }
    await recode(context, claim, { cue: [word] }, `The cue is ${quoted(open.text, [word])}`);
    leaveSelection(context, word, selection);
  });
}

/** Takes the cue out of the claim. */
export async function clearCue(context: CommandContext): Promise<void> {
  await onClaim(context, async (claim) => {
    if (claim.cue.length === 0) context.store.getState().say('This claim has no cue.');
    else await recode(context, claim, { cue: [] }, 'No cue any more');
  });
}

/** Acts on the claim that is meant, in turn; says what is missing otherwise. */
async function onClaim(context: CommandContext, act: (claim: Annotation) => Promise<void>): Promise<void> {
  await inThisArticle(context, async () => {
    const claim = claimMeant(context);
    if (!claim) missingClaim(context);
    else if (mayChange(context)) {
      context.store.getState().select(claim.id);
      await act(claim);
    }
  });
}

/** No claim is meant by a key that opens a field of it. */
function missingField(context: CommandContext): void {
  missingClaim(context);
  refuseTyping(context);
}

function goToField(context: CommandContext, to: 'day' | 'values'): void {
  const claim = claimMeant(context);
  if (!claim) missingField(context);
  else if (mayChange(context)) {
    showPane(context, 'record');
    holdKeys('record');
    context.store.getState().select(claim.id, to);
  }
}

/** The selected actor's or venue's own values, else those of the claim that is meant. */
function goToValues(context: CommandContext): void {
  const state = context.store.getState();
  const annotation = selectedAnnotation(state) ?? claimMeant(context);
  if (!annotation) {
    changeable(context);
    refuseTyping(context);
    return;
  }
  const has = state.codebook.variables.some(({ kind, retired }) => kind === annotation.kind && !retired);
  if (!has) {
    state.say(`The codebook has no variables of ${annotation.kind}s.`);
    state.notify({
      tone: 'info',
      title: `The codebook has no variables that are recorded of ${annotation.kind}s yet.`,
    });
    refuseTyping(context);
    return;
  }
  if (!isOwnLayer(state) && !mayChange(context)) return;
  showPane(context, 'record');
  holdKeys('record');
  state.select(annotation.id, 'values');
}
