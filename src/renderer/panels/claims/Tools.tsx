import { Trash2 } from 'lucide-react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { KINDS } from '../../../shared/model/kind.ts';
import { useCommands } from '../../commands/context.tsx';
import { commandNamed } from '../../commands/registry.ts';
import { useKeysOf } from '../../commands/use-keys.ts';
import { ToggleChip } from '../../ui/Chip.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import css from './ClaimCard.module.css';

/** What can be done with the selected annotation by mouse: another kind, remove. The same commands as the keys run. */
export function Tools({ annotation }: { readonly annotation: Annotation }) {
  const context = useCommands();
  const keysOf = useKeysOf();
  const run = (id: string) => () => void commandNamed(id).run(context);
  return (
    <div className={css.tools}>
      <div className={css.kinds} role="group" aria-label="Kind">
        {KINDS.map((kind) => (
          <ToggleChip
            key={kind}
            on={annotation.kind === kind}
            title={keysOf(`retype-${kind}`)}
            onClick={run(`retype-${kind}`)}
          >
            {kind}
          </ToggleChip>
        ))}
      </div>
      <IconButton label={`Remove this ${annotation.kind} (${keysOf('remove')})`} onClick={run('remove')}>
        <Trash2 size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
