import { CODE_MAX, type Code } from '../../../shared/model/code.ts';
import { TextArea } from '../../ui/Field.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useAct } from './use-act.ts';

/** Milliseconds without a key after which a definition is kept: each time is an act in the log. */
const REST = 3000;

/** A code's definition, kept when one stops typing, leaves it or presses Ctrl+Enter. Until then the window doesn't say "Saved". */
export function DefinitionEditor({ code }: { readonly code: Code }) {
  const act = useAct();
  const draft = useDraft({
    id: `definition ${code.id}`,
    stored: code.definition,
    rest: REST,
    keep: async (definition) => (await act('codes.update', { id: code.id, definition }, 'Definition kept')) !== null,
  });
  return (
    <TextArea
      label="Definition"
      value={draft.value}
      maxLength={CODE_MAX.definition}
      rows={4}
      dir="auto"
      placeholder="When a claim gets this code, when it doesn’t, and how it differs from the ones beside it."
      onChange={(event) => draft.type(event.target.value)}
      onBlur={() => void draft.keep()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void draft.keep();
        }
      }}
    />
  );
}
