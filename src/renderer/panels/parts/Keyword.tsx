import { isRightToLeft } from './direction.ts';

/** How the three parts of a line look. */
interface KeywordCss {
  readonly before?: string | undefined;
  readonly words?: string | undefined;
  readonly after?: string | undefined;
}

/**
 * What was looked for with the words around it, for a line of three columns: what stands before is cut off at its beginning, what stands
 * behind at its end. The columns of a language that is read from right to left are put in that order by whose line it is.
 */
export function Keyword({
  line: { before, words, after },
  css,
}: {
  readonly line: { readonly before: string; readonly words: string; readonly after: string };
  readonly css: KeywordCss;
}) {
  const [own, opposite] = isRightToLeft(words) ? (['rtl', 'ltr'] as const) : (['ltr', 'rtl'] as const);
  return (
    <>
      <span className={css.before} dir={opposite}>
        <bdi dir={own}>{before}</bdi>
      </span>
      <mark className={css.words} dir={own}>
        {words}
      </mark>
      <span className={css.after} dir={own}>
        {after}
      </span>
    </>
  );
}
