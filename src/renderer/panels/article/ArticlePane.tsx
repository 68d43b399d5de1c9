import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Role } from '../../../shared/model/role.ts';
import { useCommands } from '../../commands/context.tsx';
import { onTextKey } from '../../commands/dispatch.ts';
import { useOffer } from '../../commands/use-offer.ts';
import { warmUp } from '../../commands/warming.ts';
import { EditorPane } from '../../editor/EditorPane.tsx';
import type { EditorHandle, Ghost } from '../../editor/face.ts';
import type { OpenState } from '../../store/state.ts';
import { useStore } from '../../store/store.ts';
import { classes } from '../../ui/classes.ts';
import { KeyBar } from '../shortcuts/KeyBar.tsx';
import { CodePicker } from '../claims/CodePicker.tsx';
import { EntityChooser } from '../entities/EntityChooser.tsx';
import { AlikeDialog } from '../entities/AlikeDialog.tsx';
import { LinkPicker } from '../claims/LinkPicker.tsx';
import { ArticleHead } from './ArticleHead.tsx';
import css from './ArticlePane.module.css';
import { headParagraphs, titleInText } from './headline.ts';
import { LayerStrip } from './LayerStrip.tsx';
import { QueueStrip } from '../work/QueueStrip.tsx';
import { isWanted, useReadingPlace } from './use-reading-place.ts';
import { useRestingFocus } from './use-resting-focus.ts';
import { useWordsClearOfMessages, useWordsInSight } from './use-words-in-sight.ts';

/** The article to be read and coded. */
export function ArticlePane({ open }: { readonly open: OpenState }) {
  const context = useCommands();
  const selectedId = useStore((store) => store.selectedId);
  const select = useStore((store) => store.select);
  const jump = useStore((store) => store.jump);
  const scroller = useRef<HTMLDivElement>(null);
  const { article, text, index } = open;
  useRestingFocus(article.id);

  const attach = useCallback(
    (editor: EditorHandle | null) => {
      context.editor = editor;
    },
    [context],
  );
  const onKey = useCallback((event: KeyboardEvent) => onTextKey(event, context), [context]);

  useEffect(() => {
    context.fresh = null;
    context.origin = null;
  }, [article.id, context]);
  useReadingPlace(article.id, scroller);
  useWordsInSight(scroller);
  useWordsClearOfMessages(scroller);

  useEffect(() => warmUp({ text, locale: article.language }), [text, article.language]);

  useEffect(() => {
    if (!isWanted(context, jump)) return;
    context.jumped = jump;
    const annotation = jump.to === 'text' ? index.get(jump.annotationId) : undefined;
    if (annotation) context.editor?.reveal(annotation.fragments);
    if (jump.to === 'words') {
      // The focus brings the selection that there is.
      context.editor?.select(jump.words);
      context.editor?.focus();
      context.editor?.reveal([jump.words]);
    }
    // A jump is made once, not again when the annotations change.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [jump]);

  const ghosts = useOffer()?.ghosts ?? NONE;
  const related = useMemo(() => relatedTo(open, selectedId), [open, selectedId]);
  const inText = useMemo(() => titleInText(article.title, text), [article.title, text]);
  const head = useMemo(
    () => headParagraphs({ title: article.title, outlet: article.outlet }, text),
    [article.title, article.outlet, text],
  );
  return (
    <div className={css.pane}>
      <div className={css.scroller} ref={scroller}>
        <div className={classes(css.column, inText === 'first' && css.ownHeadline, head > 0 && css[`head${head}`])}>
          <ArticleHead article={article} titleInText={inText !== null} />
          <QueueStrip />
          <LayerStrip />
          <EditorPane
            ref={attach}
            articleId={article.id}
            text={text}
            language={article.language}
            annotations={index}
            version={index.version}
            selectedId={selectedId}
            related={related}
            ghosts={ghosts}
            onSelect={select}
            onKey={onKey}
          />
        </div>
      </div>
      <LinkPicker />
      <CodePicker />
      <EntityChooser />
      <AlikeDialog />
      <KeyBar />
    </div>
  );
}

const NONE: readonly Ghost[] = [];

/** What is linked with the selected annotation, by the role that the link fills. */
function relatedTo({ links, index }: OpenState, selectedId: string | null): ReadonlyMap<string, Role> {
  const related = new Map<string, Role>();
  if (!selectedId || !index.get(selectedId)) return related;
  for (const link of links.ofClaim(selectedId)) related.set(link.targetId, link.role);
  for (const link of links.ofTarget(selectedId)) related.set(link.claimId, link.role);
  return related;
}
