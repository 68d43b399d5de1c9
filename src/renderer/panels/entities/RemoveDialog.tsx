import type { Entity } from '../../../shared/model/entity.ts';
import { counted } from '../../../shared/text/counted.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { plainList } from '../../ui/Rows.tsx';
import { useAct } from '../codebook/use-act.ts';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import { mentionsWords } from './words.ts';
import { withKeys } from '../../commands/key-words.ts';

/** Says what goes with an entity before it is taken out of the list. */
export function RemoveDialog({ entity, onClose }: { readonly entity: Entity; readonly onClose: () => void }) {
  const act = useAct();
  const ids = [entity.id];
  const { answer: preview, error: problem } = useAnswer('entities.removePreview', { ids }, { once: true });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Remove ${inQuotes(entity.name)} from the list`}
      width="narrow"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="danger"
            disabled={preview === null}
            onClick={async () => {
              if (
                await act('entities.remove', { ids }, `Removed ${entity.name}. ${withKeys('{undo}')} brings it back.`)
              )
                onClose();
            }}
          >
            Remove
          </Button>
        </>
      }
    >
      <ErrorNote error={problem} />
      {preview && (
        <ul className={plainList}>
          <li>
            {preview.mentions === 0
              ? 'No mention refers to it.'
              : `${mentionsWords(preview.mentions, preview.coders)} will refer to nothing. The words stay tagged.`}
          </li>
          {preview.links > 0 && <li>{counted(preview.links, 'link')} of claims to the name itself will go.</li>}
          {preview.parts > 0 && <li>{counted(preview.parts, 'name')} will be part of nothing.</li>}
        </ul>
      )}
    </Dialog>
  );
}
