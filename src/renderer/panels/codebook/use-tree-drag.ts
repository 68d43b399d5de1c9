import { type DragEvent, type HTMLAttributes, useRef, useState } from 'react';
import type { CodeTree } from '../../../shared/codebook/tree.ts';
import type { Code } from '../../../shared/model/code.ts';
import { useStore } from '../../store/store.ts';
import { dropTarget } from './tree-rows.ts';
import { useAct } from './use-act.ts';

type Zone = 'before' | 'into' | 'after';

/** What the line of a code needs to be dragged, and to have another one let go over it. */
type DragProps = Pick<HTMLAttributes<HTMLElement>, 'onDragStart' | 'onDragOver' | 'onDrop' | 'onDragEnd'> & {
  readonly 'data-drop': Zone | undefined;
};

export interface TreeDrag {
  readonly tree: CodeTree;
  onFold(id: string, isFolded: boolean): void;
}

/** A code dragged to another place of the tree; one can't go below itself, which is said. Gives what the line of each code needs. */
export function useTreeDrag({ tree, onFold }: TreeDrag): (code: Code) => DragProps {
  const act = useAct();
  const say = useStore((store) => store.say);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<{ readonly id: string; readonly zone: Zone } | null>(null);
  /** The code below the dragged one over which it is held: it can't be dropped there. */
  const refused = useRef<string | null>(null);

  /** @param zone as the drop itself has it: where it was held last may not be drawn yet. */
  const drop = (target: Code, zone: Zone): void => {
    if (dragged !== null && !tree.isWithin(target.id, dragged)) {
      if (zone === 'into') onFold(target.id, false);
      const name = tree.get(dragged)?.name ?? '';
      void act('codes.move', { ids: [dragged], ...dropTarget(tree, target, zone) }, `${name} moved`);
    }
    setDragged(null);
    setOver(null);
  };

  return (code) => ({
    'data-drop': over?.id === code.id && dragged !== code.id ? over.zone : undefined,
    onDragStart(event) {
      event.dataTransfer.effectAllowed = 'move';
      // Of a kind that no field takes: let go over a definition, its name would be written into it.
      event.dataTransfer.setData('application/x-parley-code', code.id);
      setDragged(code.id);
    },
    onDragOver(event) {
      if (dragged === null) return;
      if (tree.isWithin(code.id, dragged)) {
        setOver(null);
        refused.current = dragged === code.id ? null : code.id;
        return;
      }
      refused.current = null;
      event.preventDefault();
      const zone = zoneOf(event);
      if (over?.id !== code.id || over.zone !== zone) setOver({ id: code.id, zone });
    },
    onDrop(event) {
      event.preventDefault();
      drop(code, zoneOf(event));
    },
    onDragEnd(event) {
      const target = refused.current === null ? undefined : tree.get(refused.current);
      if (target && event.dataTransfer.dropEffect === 'none')
        say(`${code.name} can’t go under ${target.name}, which is under it: nothing was moved`);
      refused.current = null;
      setDragged(null);
      setOver(null);
    },
  });
}

/** Whether something dragged over a line would come before it, under it or behind it. */
function zoneOf(event: DragEvent): Zone {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  const part = (event.clientY - top) / height;
  return part < 0.28 ? 'before' : part > 0.72 ? 'after' : 'into';
}
