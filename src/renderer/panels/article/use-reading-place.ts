import { type RefObject, useEffectEvent, useLayoutEffect } from 'react';
import type { CommandContext } from '../../commands/command.ts';
import { useCommands } from '../../commands/context.tsx';
import type { Jump } from '../../store/state.ts';
import { useStore } from '../../store/store.ts';

/**
 * Brings back where one was reading, and what was selected, when one comes back to the text from another place; another article
 * begins at its top.
 * @param scroller what the text scrolls in
 */
export function useReadingPlace(articleId: string, scroller: RefObject<HTMLElement | null>): void {
  const context = useCommands();
  const jump = useStore((store) => store.jump);
  const come = useEffectEvent(() => comeTo(context, articleId, jump, scroller.current));
  const go = useEffectEvent(() => leave(context, articleId, scroller.current));
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another article is one to come to
  useLayoutEffect(() => come(), [articleId]);
  useLayoutEffect(() => () => go(), []);
}

/** Whether a jump in the text is still to be made: each is made once, not again by coming back. */
export function isWanted(context: CommandContext, jump: Jump | null): jump is Jump {
  return jump !== null && jump !== context.jumped && (jump.to === 'text' || jump.to === 'words');
}

function comeTo(context: CommandContext, articleId: string, jump: Jump | null, frame: HTMLElement | null): void {
  const { left } = context;
  context.left = null;
  // Who goes to certain words goes there.
  const isHere = left?.articleId === articleId && !isWanted(context, jump);
  if (!isHere) frame?.scrollTo({ top: 0 });
  else {
    if (frame) scrollBack(frame, left.top);
    if (left.selection) context.editor?.select(left.selection);
  }
}

/** Frames at the place after which it is come to, and the most that it takes. */
const RESTED = 3;
const MOST_FRAMES = 30;

/** Heights off the screen are guessed at first: the way is corrected as they are laid out, until somebody goes on by themselves. */
function scrollBack(frame: HTMLElement, top: number): void {
  const ended = new AbortController();
  const once = { signal: ended.signal, capture: true, passive: true };
  for (const act of ['wheel', 'pointerdown', 'keydown']) window.addEventListener(act, () => ended.abort(), once);
  let rested = 0;
  const step = (frames: number): void => {
    if (ended.signal.aborted || !frame.isConnected) return;
    rested = Math.abs(frame.scrollTop - top) < 1 ? rested + 1 : 0;
    frame.scrollTop = top;
    if (rested < RESTED && frames < MOST_FRAMES) requestAnimationFrame(() => step(frames + 1));
    else ended.abort();
  };
  step(0);
}

function leave(context: CommandContext, articleId: string, frame: HTMLElement | null): void {
  // Out of sight, it would draw the text to itself.
  const selection = frame && isSelectionInSight(frame) ? (context.editor?.selection() ?? null) : null;
  context.left = { articleId, top: frame?.scrollTop ?? 0, selection };
}

function isSelectionInSight(frame: HTMLElement): boolean {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || !frame.contains(selection.anchorNode)) return false;
  const { top, bottom } = selection.getRangeAt(0).getBoundingClientRect();
  const within = frame.getBoundingClientRect();
  return bottom > within.top && top < within.bottom;
}
