import type { FoundAnnotation } from '../../../shared/api/methods/search.ts';
import { codeTree } from '../../../shared/codebook/tree.ts';
import { useStore } from '../../store/store.ts';
import { classes } from '../../ui/classes.ts';
import { longDate } from '../parts/words.ts';
import { beginning, ending } from '../parts/context.ts';
import tone from '../parts/kind.module.css';
import { FoundList } from './FoundList.tsx';
import css from './search.module.css';

/** White space that was taken out of the words around, in characters at most. */
const TIGHTER = 3;

const NONE: readonly FoundAnnotation[] = [];

/** Annotations that were found: their words in context, who coded them, and how. */
export function FoundAnnotations() {
  const found = useStore((store) => store.search.annotations?.found ?? NONE);
  const present = useStore((store) => store.search.at.annotations);
  const showMentions = useStore((store) => store.showMentions);
  const filter = useStore((store) => store.search.filter);
  return (
    <FoundList
      label="Annotations"
      count={found.length}
      present={present}
      height={() => 58}
      rowClass={css.annotation}
      onLetter={(key) => {
        const one = found[present];
        if (!one || key !== 'g') return false;
        showMentions({ annotationId: one.annotation.id, filter });
        return true;
      }}
      renderRow={(at) => {
        const one = found[at];
        return one && <Annotation found={one} />;
      }}
    />
  );
}

function Annotation({ found }: { readonly found: FoundAnnotation }) {
  const { annotation, article, before, words, after } = found;
  const codes = useStore((store) => store.codebook.codes);
  const coder = useStore((store) => store.project?.coders.find(({ id }) => id === annotation.coderId)?.name ?? '');
  const entity = useStore((store) =>
    annotation.entityId === null ? '' : (store.entities.names.get(annotation.entityId)?.name ?? ''),
  );
  const tree = codeTree(codes);
  const coded = annotation.codes.map((id) => tree.get(id)?.name ?? '').filter(Boolean);
  const about = [
    coded.join(', '),
    entity && `→ ${entity}`,
    annotation.memo === '' ? '' : `memo: ${annotation.memo}`,
    article.title || 'Untitled',
    article.outlet,
    longDate(article.date),
    coder,
  ];
  return (
    <>
      <span className={css.context}>
        <span className={classes(css.kind, tone[annotation.kind])}>{annotation.kind}</span>
        <span className="soft">{beginning(before, TIGHTER)}</span>
        <mark className={classes(css.words, css[annotation.kind])}>{words}</mark>
        <span className="soft">{ending(after, TIGHTER)}</span>
      </span>
      <span className={css.about}>{about.filter(Boolean).join(' · ')}</span>
    </>
  );
}
