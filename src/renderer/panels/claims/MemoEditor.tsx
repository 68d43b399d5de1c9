import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { change } from '../../commands/acting.ts';
import { useCommands } from '../../commands/context.tsx';
import { useStore } from '../../store/store.ts';
import { TextArea } from '../../ui/Field.tsx';

/** Milliseconds without a key after which a memo is kept. */
const REST = 900;

/** A memo, kept by itself: when one stops typing, leaves it or goes elsewhere. Until then the window doesn't say "Saved". */
export function MemoEditor({ annotation }: { readonly annotation: Annotation }) {
  const context = useCommands();
  const draft = useStore((store) => store.draft);
  const [typed, setTyped] = useState<string | null>(null);
  const jump = useStore((store) => store.jump);
  const sent = useRef<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const value = typed ?? annotation.memo;

  const keep = async () => {
    if (typed === null) return;
    if (typed === annotation.memo) {
      setTyped(null);
      draft(annotation.id, false);
      return;
    }
    if (sent.current === typed) return;
    sent.current = typed;
    const kept = await change(context, 'annotations.update', { id: annotation.id, memo: typed });
    sent.current = null;
    // What was typed meanwhile stays a draft; so does what could not be kept.
    if (kept) setTyped((now) => (now === typed ? null : now));
  };
  const keepNow = useEffectEvent(() => void keep());

  useEffect(() => {
    draft(annotation.id, typed !== null);
    if (typed === null) return;
    const timer = setTimeout(() => keepNow(), REST);
    return () => clearTimeout(timer);
  }, [typed, annotation.id, draft]);

  // A jump is made once, not again when the memo is drawn anew.
  const made = useRef(jump);
  useEffect(() => {
    if (jump?.to !== 'memo' || jump.annotationId !== annotation.id) return;
    // At once: what is typed right behind the key belongs here, and would be taken as keys of the text.
    if (jump !== made.current) area.current?.focus();
    made.current = jump;
    // Whoever comes by key goes on writing where the memo ends.
    const end = area.current?.value.length ?? 0;
    area.current?.setSelectionRange(end, end);
  }, [jump, annotation.id]);

  const leave = useEffectEvent(() => {
    draft(annotation.id, false);
    void keep();
  });
  useEffect(() => () => leave(), []);

  return (
    <TextArea
      ref={area}
      label="Memo"
      value={value}
      maxLength={20_000}
      rows={2}
      dir="auto"
      data-memo
      placeholder="Why coded so, what to check …"
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => void keep()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && !(event.key === 'Enter' && event.ctrlKey)) return;
        event.stopPropagation();
        event.preventDefault();
        context.editor?.focus();
      }}
    />
  );
}
