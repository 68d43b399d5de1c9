import { useRef, useState } from 'react';
import { counted } from '../../../shared/text/counted.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { useAct } from '../codebook/use-act.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { isFocusLost } from '../../ui/focus.ts';
import { useCommands } from '../../commands/context.tsx';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import { Lines } from './Lines.tsx';
import { useEntityName } from './use-entity-name.ts';

/** The other mentions with the same words, each of which can be struck out; the rest is linked in one act. */
export function AlikeDialog() {
  const annotation = useStore((store) => {
    const id = store.entities.alike;
    return (id !== null && store.open?.index.get(id)) || null;
  });
  if (!annotation || annotation.entityId === null) return null;
  return <Alike key={annotation.id} annotationId={annotation.id} entityId={annotation.entityId} />;
}

function Alike({ annotationId, entityId }: { readonly annotationId: string; readonly entityId: string }) {
  const showEntities = useStore((store) => store.showEntities);
  const context = useCommands();
  const act = useAct();
  const name = useEntityName(entityId)?.name ?? '';
  const { answer, error } = useAnswer('entities.alike', { annotationId }, { once: true });
  const rows = answer && [...answer.article, ...answer.elsewhere];
  const [struck, setStruck] = useState<ReadonlySet<string>>(new Set());
  const yes = useRef<HTMLButtonElement>(null);
  const close = () => {
    showEntities({ alike: null, linked: null });
    // By the next frame the dialog has given the focus back, if what had it is still there.
    requestAnimationFrame(() => isFocusLost() && context.editor?.focus());
  };
  const ids = (rows ?? []).map((row) => row.annotationId).filter((id) => !struck.has(id));
  return (
    <Dialog
      open
      onClose={close}
      title={`Link the same words to ${inQuotes(name)}`}
      description="Your mentions with these words that refer to nothing yet. Take the tick off what is someone or something else."
      width="wide"
      initialFocus={yes}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button
            ref={yes}
            look="primary"
            aria-disabled={ids.length === 0}
            onClick={async () => {
              if (ids.length === 0) return;
              const done = await act(
                'entities.link',
                { annotationIds: ids, entityId },
                `${counted(ids.length, 'mention')} linked`,
              );
              if (done) close();
            }}
          >
            {rows === null ? 'Link' : `Link ${counted(ids.length, 'mention')}`}
          </Button>
        </>
      }
    >
      <ErrorNote error={error} />
      {rows === null ? (
        !error && <p className="soft">Looking for them…</p>
      ) : rows.length === 0 ? (
        <p>There are no other mentions with these words.</p>
      ) : (
        <Lines
          rows={rows}
          chosen={(id) => !struck.has(id)}
          onChoose={(id, on) => {
            const next = new Set(struck);
            if (on) next.delete(id);
            else next.add(id);
            setStruck(next);
          }}
        />
      )}
    </Dialog>
  );
}
