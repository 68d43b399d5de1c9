import { Plus } from 'lucide-react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { wantsCode } from '../../../shared/model/completeness.ts';
import { toggleCode } from '../../commands/coding-commands.ts';
import { useCommands } from '../../commands/context.tsx';
import { useKeysOf } from '../../commands/use-keys.ts';
import { useStore } from '../../store/store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { CodeChip } from '../codebook/CodeChip.tsx';
import css from './ClaimCard.module.css';

/** The codes of a claim, in the order in which they were given. */
export function CodesRow({ claim, own }: { readonly claim: Annotation; readonly own: boolean }) {
  const context = useCommands();
  const keysOf = useKeysOf();
  const mayAdd = useStore((store) => wantsCode(store.codebook)) && own;
  const select = useStore((store) => store.select);
  const showPicker = useStore((store) => store.showPicker);
  if (claim.codes.length === 0 && !mayAdd) return null;
  const add = () => {
    select(claim.id);
    showPicker({ claimId: claim.id, role: 'codes' });
  };
  return (
    <div className={css.role}>
      <span className={css.word}>codes</span>
      <div className={css.filled}>
        {claim.codes.map((id) => (
          <CodeChip key={id} codeId={id} onRemove={own ? () => void toggleCode(context, claim.id, id) : undefined} />
        ))}
        {mayAdd && claim.codes.length === 0 && (
          <button type="button" className={css.slot} onClick={add}>
            add code <Kbd keys={keysOf('codes')} />
          </button>
        )}
        {mayAdd && claim.codes.length > 0 && (
          <IconButton small className={css.more} label={`Add another code (${keysOf('codes')})`} onClick={add}>
            <Plus size={14} aria-hidden />
          </IconButton>
        )}
      </div>
    </div>
  );
}
