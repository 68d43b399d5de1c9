import { useState } from 'react';
import type { Entity } from '../../../shared/model/entity.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useAct } from '../codebook/use-act.ts';
import { EntityPicker } from './EntityPicker.tsx';

/** Asks of what an entity is a part: a ministry of a state, a hall in a city. */
export function ParentDialog({ entity, onClose }: { readonly entity: Entity; readonly onClose: () => void }) {
  const act = useAct();
  const [parent, setParent] = useState<{ readonly id: string; readonly name: string } | null>(null);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`What is ${inQuotes(entity.name)} a part of?`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabled={parent === null}
            onClick={async () => {
              if (!parent) return;
              const fields = { parentId: parent.id };
              if (await act('entities.update', { id: entity.id, fields }, `Part of ${parent.name}`)) onClose();
            }}
          >
            {parent ? `Part of ${inQuotes(parent.name)}` : 'Choose'}
          </Button>
        </>
      }
    >
      <EntityPicker
        label="Part of"
        kind={entity.kind}
        without={new Set([entity.id])}
        value={parent?.id ?? null}
        onChange={(id, name) => setParent({ id, name })}
      />
    </Dialog>
  );
}
