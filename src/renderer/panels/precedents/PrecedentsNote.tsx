import { History } from 'lucide-react';
import { useCommands } from '../../commands/context.tsx';
import { commandNamed } from '../../commands/registry.ts';
import { useKeysOf } from '../../commands/use-keys.ts';
import { classes } from '../../ui/classes.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import css from './precedents.module.css';
import { usePrecedents } from './use-precedents.ts';
import { choicesInWords, isTelling, telling } from './words.ts';

/** On the selected annotation: how the same words were coded before, in a line, when there is something to tell. */
export function PrecedentsNote({ annotationId }: { readonly annotationId: string }) {
  const context = useCommands();
  const keysOf = useKeysOf();
  const found = usePrecedents(annotationId);
  const aspect = found && isTelling(found) ? telling(found) : null;
  if (!aspect) return null;
  return (
    <button
      type="button"
      className={classes(css.note, aspect.differs && css.differing)}
      onClick={() => void commandNamed('precedents').run(context)}
    >
      <History size={13} aria-hidden />
      <span>
        {aspect.differs ? 'Same words, coded differently: ' : 'Same words before: '}
        {choicesInWords(aspect)}
      </span>
      <Kbd keys={keysOf('precedents')} />
    </button>
  );
}
