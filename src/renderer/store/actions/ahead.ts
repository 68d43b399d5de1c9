import { type Change, reversed } from '../../../shared/change/change.ts';
import { applyToOpen } from '../apply.ts';
import type { AheadActions, Get, SetState } from '../types.ts';

/** What is drawn when a key is pressed, before the core has answered. */
export function aheadActions(set: SetState, get: Get): AheadActions {
  const draw = (changes: readonly Change[], select: string | null): void => {
    const { open, selectedId } = get();
    const next = open && applyToOpen(open, changes);
    if (!next) return;
    set({ open: next, selectedId: [select, selectedId].find((id) => id && next.index.get(id)) ?? null });
  };

  const actions: AheadActions = {
    drawAhead(changes, select = null) {
      const { open, selectedId } = get();
      draw(changes, select);
      return () => {
        // One that was read again meanwhile shows what there is.
        if (!open || get().open?.everyone !== open.everyone) return;
        draw(backwards(changes), get().selectedId === select ? selectedId : get().selectedId);
      };
    },
    drawStepAhead(way) {
      const { open, latest, project } = get();
      if (!latest || latest.back !== way || latest.open.everyone !== open?.everyone) return null;
      if (project?.history[way] !== latest.applied.label) return null;
      const changes = backwards(latest.applied.changes);
      if (!changes.every(withinArticle)) return null;
      const back = changes.find((change) => change.record === 'annotation' && change.after);
      const takeBack = actions.drawAhead(changes, back?.id);
      return {
        settle(found) {
          const ids = new Set(found.map(({ id }) => id));
          if (found.length !== changes.length || changes.some(({ id }) => !ids.has(id))) takeBack();
        },
      };
    },
  };
  return actions;
}

function backwards(changes: readonly Change[]): readonly Change[] {
  return changes.toReversed().map(reversed);
}

/** Whether the article stays open with it: it neither comes nor goes. */
function withinArticle({ record, before, after }: Change): boolean {
  return record !== 'article' || (before !== null && after !== null);
}
