import type { Annotation } from '../../../shared/model/annotation.ts';
import { useStore } from '../../store/store.ts';
import css from './Values.module.css';
import { valueWords } from './words.ts';

/** The values of an annotation that isn't selected, to be read; nothing while it has none. */
export function ValueList({ annotation }: { readonly annotation: Annotation }) {
  const variables = useStore((store) => store.codebook.variables);
  const filled = variables.filter(({ id, kind }) => kind === annotation.kind && annotation.values[id] !== undefined);
  if (filled.length === 0) return null;
  return (
    <dl className={css.list}>
      {filled.map(({ id, name, type }) => (
        <div key={id}>
          <dt>{name}:</dt>
          <dd>{valueWords(annotation.values[id] ?? '', type)}</dd>
        </div>
      ))}
    </dl>
  );
}
