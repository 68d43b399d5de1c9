import { Check, Pencil } from 'lucide-react';
import { useCommands } from '../../commands/context.tsx';
import { commandNamed } from '../../commands/registry.ts';
import { useKeysOf } from '../../commands/use-keys.ts';
import type { Article } from '../../../shared/model/article.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { longDate } from '../parts/words.ts';
import css from './ArticlePane.module.css';

export interface ArticleHeadProps {
  readonly article: Article;
  /** The text shows its title by itself: the heading is then for screen readers alone. */
  readonly titleInText: boolean;
}

/** Where, when and by whom; the headline; how far it is. */
export function ArticleHead({ article, titleInText }: ArticleHeadProps) {
  const showSheet = useStore((store) => store.showSheet);
  const context = useCommands();
  const keysOf = useKeysOf();
  const done = article.status === 'done';
  const about = [article.outlet, longDate(article.date), article.author, languageName(article.language)].filter(
    Boolean,
  );
  return (
    <header className={css.head}>
      <div className={css.about}>
        <p className={css.line}>
          {about.length > 0 ? (
            about.map((part) => <span key={part}>{part}</span>)
          ) : (
            <span>No outlet, date or author yet</span>
          )}
        </p>
        <IconButton label={`Edit title, outlet, date … (${keysOf('details')})`} onClick={() => showSheet('details')}>
          <Pencil size={15} aria-hidden />
        </IconButton>
        <Button
          look={done ? 'plain' : 'quiet'}
          aria-pressed={done}
          title={`${done ? 'Not done any more' : 'Mark as done'} (${keysOf('done')})`}
          onClick={() => void commandNamed('done').run(context)}
        >
          <Check size={15} aria-hidden /> {done ? 'Done' : 'Mark done'}
        </Button>
      </div>
      <h1 className={titleInText ? 'sr-only' : css.headline} dir="auto" lang={article.language || undefined}>
        {article.title || 'Untitled'}
      </h1>
    </header>
  );
}

/** Made once: making one costs far more than using it. */
const LANGUAGES = new Intl.DisplayNames(['en-GB'], { type: 'language' });

/** `de` → `German`; '' and tags that nobody knows as they are. */
function languageName(tag: string): string {
  if (tag === '') return '';
  try {
    return LANGUAGES.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
