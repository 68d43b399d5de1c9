import type { Annotation } from '../../shared/model/annotation.ts';
import type { Entity } from '../../shared/model/entity.ts';
import { type Role, ROLE_KINDS, ROLE_WORD } from '../../shared/model/role.ts';
import { inQuotes } from '../../shared/text/quote.ts';
import type { Fragment } from '../../shared/text/span.ts';
import { isOwnLayer, selectedAnnotation } from '../store/state.ts';
import { addTag, selectionToTag } from './tag-commands.ts';
import { change, inThisArticle, leaveSelection, mayChange } from './acting.ts';
import type { Command, CommandContext } from './command.ts';
import { quoted } from './text.ts';
import { withKeys } from './key-words.ts';
import { refuseTyping } from './deaf.ts';

/** Filling and emptying the roles of a claim. */
export const linkCommands: readonly Command[] = [
  linking('claimant', 'B', 'By: who claims it'),
  linking('addressee', 'T', 'To: whom it is addressed to'),
  linking('venue', 'V', 'At: where it was claimed'),
  linking('venue-proposed', 'Shift+V', 'Proposed at: where it would have something held'),
  linking('venue-held', 'H', 'Held at: where what it tells of was held'),
  linking('about', 'O', 'About: whom or what it is about'),
  linking('relay', 'R', 'Via: who passes it on (“X said that Y told Z”: X)'),
  {
    id: 'unlink',
    short: 'unlink',
    title: 'Take a link out of the claim',
    group: 'Link',
    keys: ['X'],
    where: 'code',
    run: unlink,
  },
];

function linking(role: Role, keys: string, title: string): Command {
  return {
    id: linkCommandId(role),
    short: ROLE_WORD[role],
    title,
    group: 'Link',
    keys: [keys],
    where: 'code',
    run: (context) => startLink(context, role),
  };
}

/** The command that fills a role. */
export function linkCommandId(role: Role): string {
  return `link-${role}`;
}

/** The claim that is meant: the selected one, else the innermost own claim around the selected annotation or the caret. */
export function claimMeant(context: CommandContext): Annotation | null {
  const state = context.store.getState();
  const selected = selectedAnnotation(state);
  if (selected?.kind === 'claim') return selected;
  const at = selected?.fragments[0] ?? context.editor?.selection();
  if (!state.open || !at) return null;
  const around = state.open.index
    .inRange(at.start, Math.max(at.end, at.start + 1))
    .filter((a) => a.kind === 'claim' && a.fragments.some((f) => f.start <= at.start && at.end <= f.end));
  return around.at(-1) ?? null;
}

/** Says that a claim has to be selected first. */
export function missingClaim({ store }: CommandContext): void {
  const { say, notify } = store.getState();
  say('Select a claim first.');
  notify({ tone: 'info', title: 'Select a claim first: its roles, codes and values are filled by key then.' });
}

/** Offers what could fill a role; with words selected, tags them and fills the role at once. */
async function startLink(context: CommandContext, role: Role): Promise<void> {
  const claim = claimMeant(context);
  const { showPicker, select } = context.store.getState();
  if (!claim) {
    missingClaim(context);
    refuseTyping(context);
    return;
  }
  if (!mayChange(context)) return;
  const selection = context.editor?.selection();
  const words = selectionToTag(context);
  if (!words || !selection) {
    select(claim.id);
    showPicker({ claimId: claim.id, role });
    return;
  }
  await inThisArticle(context, () => linkWords(context, claim.id, role, words, selection));
}

/**
 * Tags words that aren't tagged yet, as the kind that a role takes, and fills the role with them.
 * @param selection what was selected for it, to be left when the words are tagged.
 */
export async function linkWords(
  context: CommandContext,
  claimId: string,
  role: Role,
  words: Fragment,
  selection: Fragment | null = null,
): Promise<void> {
  const { open } = context.store.getState();
  const targetId = open && (await addTag(context, open, ROLE_KINDS[role][0], words, false));
  if (selection) leaveSelection(context, words, selection);
  if (targetId) await link(context, claimId, role, targetId);
}

/** Fills a role of a claim, selects the claim and says so. */
export async function link(context: CommandContext, claimId: string, role: Role, targetId: string): Promise<void> {
  const { open } = context.store.getState();
  const target = open?.index.get(targetId);
  const say = open && target ? `${ROLE_WORD[role]} ${quoted(open.text, target.fragments)}` : 'Linked';
  await change(context, 'claims.link', { claimId, role, targetId }, { select: claimId, say });
}

/** The same with an entity, which needs no words in the article. */
export async function linkEntity(
  context: CommandContext,
  claimId: string,
  role: Role,
  entity: Pick<Entity, 'id' | 'name'>,
): Promise<void> {
  const say = `${ROLE_WORD[role]} ${inQuotes(entity.name)}`;
  const input = { claimId, role, targetIs: 'entity', targetId: entity.id } as const;
  await change(context, 'claims.link', input, { select: claimId, say });
}

/** Gives a link another place in its role (a chain's order), or another role. */
export async function relink(
  context: CommandContext,
  linkId: string,
  to: { readonly position?: number; readonly role?: Role },
): Promise<void> {
  if (!mayChange(context)) return;
  const say = to.role ? `Now ${ROLE_WORD[to.role]}` : 'Moved';
  await change(context, 'claims.relink', { linkId, ...to }, { say });
}

/** Takes a link out and says so. */
export async function removeLink(context: CommandContext, linkId: string): Promise<void> {
  if (!mayChange(context)) return;
  await change(context, 'claims.unlink', { linkId }, { say: withKeys('Link removed. {undo} brings it back.') });
}

async function unlink(context: CommandContext): Promise<void> {
  await inThisArticle(context, async () => {
    const claim = claimMeant(context);
    const state = context.store.getState();
    const links = claim && state.open ? state.open.links.ofClaim(claim.id) : [];
    const only = links[0];
    if (!claim || !only) state.say(claim ? 'This claim has no links.' : 'Select a claim first.');
    else if (links.length === 1) await removeLink(context, only.id);
    else if (isOwnLayer(state)) state.showPicker({ claimId: claim.id, role: null });
  });
}
