import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PrecedentChoice } from '../../../shared/api/methods/precedents.ts';
import { counted } from '../../../shared/text/counted.ts';
import { useCommands } from '../../commands/context.tsx';
import { longDate } from '../parts/words.ts';
import { focusPane } from '../../commands/panes.ts';
import { useKeysOf } from '../../commands/use-keys.ts';
import { type OpenState, selectedAnnotation } from '../../store/state.ts';
import { useStore } from '../../store/store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { wordsOf } from '../claims/words.ts';
import { shorten } from '../../../shared/text/shorten.ts';
import css from './precedents.module.css';
import { usePrecedents } from './use-precedents.ts';

/** How the words of the selected annotation were coded in other places; every number opens its cases. */
export function PrecedentsPane({ open }: { readonly open: OpenState }) {
  const context = useCommands();
  const keysOf = useKeysOf();
  const selected = useStore(selectedAnnotation);
  const showRecord = useStore((store) => store.showRecord);
  const found = usePrecedents(selected?.id ?? null);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What is told comes after the pane got the focus.
    if (!found || !body.current || document.activeElement !== body.current.closest('[data-pane]')) return;
    (body.current.querySelector<HTMLElement>('summary') ?? body.current.querySelector('button'))?.focus();
  }, [found]);
  const leave = () => {
    showRecord('claims');
    focusPane(context, 'text');
  };
  return (
    <div ref={body} className={css.pane}>
      <div className={css.head}>
        <h2 className={css.title}>Coded before</h2>
        <IconButton label={`Back to the claims (${keysOf('precedents')})`} small className={css.close} onClick={leave}>
          <X size={15} aria-hidden />
        </IconButton>
      </div>
      {selected === null ? (
        <EmptyState title="Nothing is selected">
          Select a claim, an actor or a venue: here stands how you coded the same words in other articles.
        </EmptyState>
      ) : (
        <>
          <p className={css.words} dir="auto">
            {shorten(wordsOf(open.text, selected), 160)}
          </p>
          {found?.annotations === 0 && (
            <EmptyState title="Nowhere else">You haven’t coded these words in another place.</EmptyState>
          )}
          {found && found.annotations > 0 && (
            <div className={css.body}>
              <p className={css.sum}>
                {found.more ? 'At least ' : ''}
                {counted(found.annotations, 'annotation')} in {counted(found.articles, 'article')}
                {found.aspects.length === 0 && ', with nothing coded on them yet'}.
              </p>
              {found.aspects.map((aspect) => (
                <section key={aspect.id} aria-label={aspect.title}>
                  <h3 className={css.aspect}>
                    {aspect.title}
                    {aspect.differs && <span className={css.flag}>differs</span>}
                  </h3>
                  {aspect.choices.map((choice) => (
                    <Choice key={choice.label} choice={choice} />
                  ))}
                </section>
              ))}
            </div>
          )}
        </>
      )}
      <p className={css.foot}>
        <span>
          <Kbd keys="Enter" /> its cases
        </span>
        <span>
          <Kbd keys={keysOf('precedents')} /> back
        </span>
      </p>
    </div>
  );
}

function Choice({ choice }: { readonly choice: PrecedentChoice }) {
  const openArticle = useStore((store) => store.openArticle);
  const hidden = choice.articles > choice.cases.length ? choice.articles - choice.cases.length : 0;
  return (
    <details className={css.choice}>
      <summary>
        <span className={css.label}>{choice.label}</span>
        {choice.own && <span className={css.own}>as here</span>}
        <span className={css.count}>{counted(choice.articles, 'article')}</span>
      </summary>
      <ul>
        {choice.cases.map((one) => (
          <li key={one.annotationId}>
            <button
              type="button"
              className={css.case}
              onClick={() => void openArticle(one.articleId, { annotationId: one.annotationId })}
            >
              <span>{one.title || 'Untitled'}</span>
              <span className={css.about}>{[one.outlet, longDate(one.date)].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className={css.about}>and {hidden.toLocaleString('en-GB')} more</p>}
    </details>
  );
}
