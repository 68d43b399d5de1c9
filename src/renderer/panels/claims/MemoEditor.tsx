import { useEffect, useRef } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { change } from '../../commands/acting.ts';
import { useCommands } from '../../commands/context.tsx';
import type { Jump } from '../../store/state.ts';
import { useStore } from '../../store/store.ts';
import { TextArea } from '../../ui/Field.tsx';
import { useDraft } from '../parts/use-draft.ts';

/** Milliseconds without a key after which a memo is kept. */
const REST = 900;

/** A jump is made once, not again when the memo is drawn anew, and also by a memo that is drawn only for it. */
const made = new WeakSet<Jump>();

/** A memo, kept by itself: when one stops typing, leaves it or goes elsewhere. Until then the window doesn't say "Saved". */
export function MemoEditor({ annotation }: { readonly annotation: Annotation }) {
  const context = useCommands();
  const jump = useStore((store) => store.jump);
  const area = useRef<HTMLTextAreaElement>(null);
  const memo = useDraft({
    id: annotation.id,
    stored: annotation.memo,
    rest: REST,
    keep: async (typed) => (await change(context, 'annotations.update', { id: annotation.id, memo: typed })) !== null,
  });

  useEffect(() => {
    if (jump?.to !== 'memo' || jump.annotationId !== annotation.id) return;
    // At once: what is typed right behind the key belongs here, and would be taken as keys of the text.
    if (!made.has(jump)) area.current?.focus();
    made.add(jump);
    // Whoever comes by key goes on writing where the memo ends.
    const end = area.current?.value.length ?? 0;
    area.current?.setSelectionRange(end, end);
  }, [jump, annotation.id]);

  return (
    <TextArea
      ref={area}
      label="Memo"
      value={memo.value}
      maxLength={20_000}
      rows={2}
      dir="auto"
      data-memo
      placeholder="Why coded so, what to check …"
      onChange={(event) => memo.type(event.target.value)}
      onBlur={() => void memo.keep()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && !(event.key === 'Enter' && event.ctrlKey)) return;
        event.stopPropagation();
        event.preventDefault();
        context.editor?.focus();
      }}
    />
  );
}
