import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { CODE_MAX, type Code } from '../../../shared/model/code.ts';
import { useStore } from '../../store/store.ts';
import { TextArea } from '../../ui/Field.tsx';
import { useAct } from './use-act.ts';

/** A code's definition, kept when one leaves it or presses Ctrl+Enter. Until then the window doesn't say "Saved". */
export function DefinitionEditor({ code }: { readonly code: Code }) {
  const act = useAct();
  const draft = useStore((store) => store.draft);
  const [typed, setTyped] = useState<string | null>(null);
  const sent = useRef<string | null>(null);
  const value = typed ?? code.definition;
  const key = `definition ${code.id}`;

  const keep = async (): Promise<void> => {
    if (typed === null || typed === code.definition) {
      setTyped(null);
      return;
    }
    if (sent.current === typed) return;
    sent.current = typed;
    const kept = await act('codes.update', { id: code.id, definition: typed }, 'Definition kept');
    sent.current = null;
    // What was typed meanwhile stays a draft; so does what could not be kept.
    if (kept) setTyped((now) => (now === typed ? null : now));
  };

  useEffect(() => draft(key, typed !== null), [typed, key, draft]);
  const leave = useEffectEvent(() => {
    draft(key, false);
    void keep();
  });
  useEffect(() => () => leave(), []);

  return (
    <TextArea
      label="Definition"
      value={value}
      maxLength={CODE_MAX.definition}
      rows={4}
      dir="auto"
      placeholder="When a claim gets this code, when it doesn’t, and how it differs from the ones beside it."
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => void keep()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void keep();
        }
      }}
    />
  );
}
