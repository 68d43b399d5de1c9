import { forwardRef, memo, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { ArticleView } from './article-view.ts';
// In this order: what is drawn for a medium has the last word.
import './editor.css';
import './pieces.css';
import './ghosts.css';
import './bars.css';
import './media.css';
import type { EditorHandle, EditorPaneProps } from './face.ts';

/**
 * The article: its text with what is coded in it. It grows to its full height and scrolls with whatever ancestor
 * scrolls. `data-ready` holds the article's id once it has been painted.
 */
export const EditorPane = memo(
  forwardRef<EditorHandle, EditorPaneProps>(function EditorPane(props, ref) {
    const { articleId, text, language, annotations, version, selectedId, related, ghosts } = props;
    const place = useRef<HTMLDivElement>(null);
    const view = useRef<ArticleView | null>(null);
    const latest = useRef(props);
    const hadFocus = useRef(false);

    useLayoutEffect(() => {
      latest.current = props;
    });

    useLayoutEffect(() => {
      const element = place.current;
      if (!element) return;
      const shown = new ArticleView(element, { ...latest.current, text }, () => latest.current);
      view.current = shown;
      if (hadFocus.current) shown.focus();
      // The second frame begins when the first one has been painted.
      let frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          element.dataset['ready'] = articleId;
          shown.painted();
        });
      });
      return () => {
        hadFocus.current = shown.hasFocus();
        cancelAnimationFrame(frame);
        delete element.dataset['ready'];
        view.current = null;
        shown.destroy();
      };
    }, [articleId, text]);

    useLayoutEffect(() => {
      view.current?.update({ text, annotations, version, selectedId, related, ...(ghosts && { ghosts }) });
    }, [text, annotations, version, selectedId, related, ghosts]);

    useImperativeHandle(
      ref,
      () => ({
        selection: () => view.current?.selection() ?? { start: 0, end: 0 },
        select: (range) => view.current?.select(range),
        reveal: (span) => view.current?.reveal(span),
        focus: () => view.current?.focus(),
      }),
      [],
    );

    return <div className="parley-editor" lang={language || undefined} ref={place} />;
  }),
);
