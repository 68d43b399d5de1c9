import { Plus } from 'lucide-react';
import { codeTree } from '../../../shared/codebook/tree.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { wantsCode } from '../../../shared/model/completeness.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { toggleCode } from '../../commands/coding-commands.ts';
import { useCommands } from '../../commands/context.tsx';
import { useKeysOf } from '../../commands/use-keys.ts';
import { useStore } from '../../store/store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { CodeChip } from '../parts/CodeChip.tsx';
import css from './ClaimCard.module.css';

/** The codes of a claim, in the order in which they were given. */
export function CodesRow({ claim, own }: { readonly claim: Annotation; readonly own: boolean }) {
  const context = useCommands();
  const keysOf = useKeysOf();
  const codebook = useStore((store) => store.codebook);
  const select = useStore((store) => store.select);
  const showPicker = useStore((store) => store.showPicker);
  const tree = codeTree(codebook.codes);
  const codes = claim.codes.flatMap((id) => tree.get(id) ?? []);
  const mayAdd = own && wantsCode(codebook);
  if (codes.length === 0 && !mayAdd) return null;
  const add = () => {
    select(claim.id);
    showPicker({ claimId: claim.id, role: 'codes' });
  };
  return (
    <div className={css.role}>
      <span className={css.word}>codes</span>
      <div className={css.filled}>
        {codes.map((code) => (
          <CodeChip
            key={code.id}
            code={code}
            path={tree.path(code.id)}
            onRemove={own ? () => void toggleCode(context, claim.id, code.id) : undefined}
            removeLabel={`Take the code ${inQuotes(code.name)} from this claim`}
          />
        ))}
        {mayAdd && codes.length === 0 && (
          <button type="button" className={css.slot} onClick={add}>
            add code <Kbd keys={keysOf('codes')} />
          </button>
        )}
        {mayAdd && codes.length > 0 && (
          <IconButton small className={css.more} label={`Add another code (${keysOf('codes')})`} onClick={add}>
            <Plus size={14} aria-hidden />
          </IconButton>
        )}
      </div>
    </div>
  );
}
