import { type KeyboardEvent, useMemo } from 'react';
import type { FoundAnnotation } from '../../../shared/api/methods/search.ts';
import { codeTree } from '../../../shared/codebook/tree.ts';
import { useStore } from '../../store/store.ts';
import { classes } from '../../ui/classes.ts';
import { longDate } from '../corpus/grouping.ts';
import css from './search.module.css';
import { useFoundList } from './use-found-list.ts';

const NONE: readonly FoundAnnotation[] = [];

/** Annotations that were found: their words in context, who coded them, and how. */
export function FoundAnnotations() {
  const found = useStore((store) => store.search.annotations?.found ?? NONE);
  const present = useStore((store) => store.search.at.annotations);
  const choose = useStore((store) => store.chooseFound);
  const openFound = useStore((store) => store.openFound);
  const showMentions = useStore((store) => store.showMentions);
  const filter = useStore((store) => store.search.filter);
  const choices = useMemo(() => found.map((_, at) => at), [found]);
  const { virtual, items, focused, list } = useFoundList(choices, present, () => 58);
  const onKeyDown = (event: KeyboardEvent) => {
    const one = found[present];
    if (one && event.key.toLowerCase() === 'g' && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      showMentions({ annotationId: one.annotation.id, filter });
      return;
    }
    list.onKeyDown(event);
  };
  return (
    <div
      {...list}
      role="listbox"
      tabIndex={0}
      className={css.list}
      aria-label="Annotations"
      data-found
      data-own-keys
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={css.rows} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, key, start, size }) => {
          const one = found[index];
          if (!one) return null;
          return (
            <div
              key={key}
              id={`found-${index}`}
              role="option"
              aria-selected={index === present}
              tabIndex={-1}
              className={classes(
                css.row,
                css.annotation,
                index === present && css.present,
                index === present && focused && css.focused,
              )}
              style={{ height: size, transform: `translateY(${start}px)` }}
              onClick={() => choose(index)}
              onDoubleClick={() => void openFound(index)}
            >
              <Annotation found={one} />
            </div>
          );
        })}
      </div>
    </div>
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
        <span className={classes(css.kind, css[annotation.kind])}>{annotation.kind}</span>
        <span className={css.quiet}>{before} </span>
        <mark className={classes(css.words, css[annotation.kind])}>{words}</mark>
        <span className={css.quiet}>
          {/^[\p{L}\p{N}“(]/u.test(after) && ' '}
          {after}
        </span>
      </span>
      <span className={css.about}>{about.filter(Boolean).join(' · ')}</span>
    </>
  );
}
