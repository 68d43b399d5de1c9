/*
 * Where the keyboard goes when what had the focus is gone: removed with its row, switched off, away with its dialog or place. A
 * browser then leaves it nowhere, and the next key means nothing or, worse, something else.
 */

const TABBABLE = ':is(a[href], button, input, select, textarea, summary, [tabindex="0"], [contenteditable="true"])';

/** Frames without a change in which whoever took the element away may put the focus somewhere itself; and all in all. */
const FRAMES = 3;
const MOST_FRAMES = 30;

/** Elements that had the focus and are remembered. */
const MOST = 12;

/** Something that had the focus, and where it stood: each element around it with the place among its children. */
interface Was {
  readonly element: HTMLElement;
  readonly around: readonly { readonly element: Element; readonly at: number }[];
}

/**
 * Watches over the focus: when what has it goes, its neighbour in the same group gets it, or else what had it before, or the
 * first control of the place that is shown.
 * @returns what ends that.
 */
export function keepFocus(): () => void {
  const trail: Was[] = [];
  let frame = 0;
  const remember = (event: FocusEvent): void => {
    if (event.target instanceof HTMLElement && event.target !== document.body) {
      trail.unshift(placed(event.target));
      trail.length = Math.min(trail.length, MOST);
    }
  };
  let quiet = 0;
  const look = (all: number): void => {
    frame = 0;
    if (!isLost(trail[0])) return;
    if (quiet++ < FRAMES && all < MOST_FRAMES) frame = requestAnimationFrame(() => look(all + 1));
    else successor(trail)?.focus();
  };
  const observer = new MutationObserver(() => {
    quiet = 0;
    if (frame === 0 && isLost(trail[0])) frame = requestAnimationFrame(() => look(0));
  });
  // A pane that a narrower window has no room for goes without a change of the document, and takes a moment to: as long as it
  // moves, however many frames that is, and then until the browser has seen that it is gone.
  let narrower = 0;
  const watch = (left: number): void => {
    const place = document.querySelector('main');
    if (isLost(trail[0])) ((place && resting(place)) ?? successor(trail))?.focus();
    else if (left > 0) narrower = requestAnimationFrame(() => watch(isMoving(trail[0]) ? MOST_FRAMES : left - 1));
  };
  const resized = (): void => {
    cancelAnimationFrame(narrower);
    watch(MOST_FRAMES);
  };
  window.addEventListener('resize', resized);
  document.addEventListener('focusin', remember, true);
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden', 'inert'],
  });
  return () => {
    cancelAnimationFrame(frame);
    cancelAnimationFrame(narrower);
    window.removeEventListener('resize', resized);
    observer.disconnect();
    document.removeEventListener('focusin', remember, true);
  };
}

function placed(element: HTMLElement): Was {
  const around: { element: Element; at: number }[] = [];
  for (let at: Element = element; at.parentElement && at !== document.body; at = at.parentElement) {
    around.push({ element: at.parentElement, at: [...at.parentElement.children].indexOf(at) });
  }
  return { element, around };
}

/** Whether nothing has the focus because what had it can't have it any more: a press beside everything is meant. */
function isLost(last: Was | undefined): boolean {
  const here = document.activeElement;
  const nowhere = here === null || here === document.body || here.matches(':disabled');
  return nowhere && last !== undefined && !canHave(last.element);
}

/** Whether something that holds it is on its way to where it will be, in sight or out of it. */
function isMoving(last: Was | undefined): boolean {
  return document
    .getAnimations()
    .some(
      (moving) =>
        moving instanceof CSSTransition &&
        moving.effect instanceof KeyframeEffect &&
        moving.effect.target?.contains(last?.element ?? null),
    );
}

function canHave(element: HTMLElement): boolean {
  return (
    element.isConnected &&
    !element.matches(':disabled, [inert], [inert] *') &&
    element.checkVisibility({ visibilityProperty: true })
  );
}

function successor(trail: readonly Was[]): HTMLElement | null {
  const place = document.querySelector('main');
  for (const { element, around } of trail) {
    if (canHave(element)) return element;
    for (const { element: group, at } of around) {
      if (group === place) return resting(place);
      if (!group.isConnected || group.contains(place)) continue;
      const found = near(group, at);
      if (found) return found;
    }
  }
  return place && resting(place);
}

/** Where the keyboard rests in a place: what is marked `data-rest`, else its first control. */
function resting(place: Element): HTMLElement | null {
  const marked = place.querySelector<HTMLElement>('[data-rest]');
  return marked && canHave(marked) ? marked : firstIn(place);
}

/** What stands in a group where an element stood that is gone, else before it, or the group itself. */
function near(group: Element, at: number): HTMLElement | null {
  const children = [...group.children];
  for (const child of children.slice(at)) {
    const found = firstIn(child);
    if (found) return found;
  }
  for (const child of children.slice(0, at).reverse()) {
    const found = allIn(child).at(-1);
    if (found) return found;
  }
  return group instanceof HTMLElement && group.tabIndex >= 0 && canHave(group) ? group : null;
}

function firstIn(root: Element): HTMLElement | null {
  return allIn(root)[0] ?? null;
}

/** What Tab reaches, the element itself too. */
function allIn(root: Element): HTMLElement[] {
  const found = [...root.querySelectorAll<HTMLElement>(TABBABLE)];
  if (root instanceof HTMLElement && root.matches(TABBABLE)) found.unshift(root);
  return found.filter((element) => element.tabIndex >= 0 && canHave(element));
}
