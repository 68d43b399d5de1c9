import { ParleyError } from '../../shared/api/errors.ts';
import type { Change, RecordName, Records } from '../../shared/change/change.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { Article } from '../../shared/model/article.ts';
import type { Coder } from '../../shared/model/coder.ts';
import { normaliseSpan, type Span, spanProblem } from '../../shared/text/span.ts';
import { inQuotes } from '../../shared/text/quote.ts';
import { annotationTable } from '../db/annotations.ts';
import { articleTable } from '../db/articles.ts';
import { coderTable } from '../db/coders.ts';
import { textOf } from '../db/unit.ts';
import type { Context } from './context.ts';
import { quoted } from './labels.ts';

/** What every act on the current coder's layer begins with: what there is, and whose it is. */
export class Layer {
  readonly #context: Context;
  readonly coderId: string;

  constructor(context: Context) {
    this.#context = context;
    this.coderId = context.user.coder().id;
  }

  get db() {
    return this.#context.session.need().db;
  }

  /** Errors: `not-found`. */
  article(id: string): Article {
    const article = articleTable(this.db).get(id);
    if (article) return article;
    throw notFound('This article isn’t in the project.');
  }

  text(article: Article): string {
    return textOf(this.db, article);
  }

  /** Anybody's annotation. Errors: `not-found`. */
  annotation(id: string): Annotation {
    const annotation = annotationTable(this.db).get(id);
    if (annotation) return annotation;
    throw notFound('This annotation isn’t in the project.');
  }

  /** The current coder's annotation. Errors: `not-found`, `other-coder`. */
  own(id: string): Annotation {
    const annotation = this.annotation(id);
    if (annotation.coderId === this.coderId) return annotation;
    const name = coderTable(this.db).get(annotation.coderId)?.name ?? 'another coder';
    throw new ParleyError(
      'other-coder',
      `This was coded by ${name}; nobody changes another coder’s work.`,
      'Tag it in your own layer instead.',
    );
  }

  /** `claim “A settlement is possible…”` */
  name(annotation: Annotation): string {
    return `${annotation.kind} ${this.words(annotation)}`;
  }

  /** `“A settlement is possible…”` */
  words(annotation: Annotation): string {
    return inQuotes(quoted(this.text(this.article(annotation.articleId)), annotation.fragments));
  }

  /** Ranges as they came → a span of this article. Errors: `bad-span`. */
  span(article: Article, fragments: Span): Span {
    const text = this.text(article);
    const beyond = fragments.find(({ start, end }) => end <= start || end > text.length);
    const span = normaliseSpan(fragments);
    const problem = spanProblem(text, beyond ? [beyond] : span);
    if (problem === null) return span;
    throw new ParleyError('bad-span', `This can’t be tagged: ${problem}.`, 'Select the words again.');
  }

  /**
   * What has to come before a first annotation: the coder's own record, and the article no longer new. Errors: `no-coder`
   * for a coder who was never asked for a name and isn't in the project either.
   */
  beginnings(article: Article): Change[] {
    const changes = this.joining();
    if (article.status === 'new') changes.push(edit('article', article, { ...article, status: 'in-progress' }));
    return changes;
  }

  /** The coder's own record, where the project doesn't know them yet. Errors: `no-coder`, as for `beginnings`. */
  joining(): Change[] {
    return coderTable(this.db).get(this.coderId) ? [] : [creation('coder', this.#newCoder())];
  }

  #newCoder(): Coder {
    const { id, name } = this.#context.user.coder();
    if (name !== '') return { id, name, createdAt: this.#context.now() };
    throw new ParleyError(
      'no-coder',
      'Parley doesn’t know yet who is coding.',
      'Say who is coding, then tag it again.',
    );
  }
}

/** The refusal of what isn't in the project, or isn't any more. */
export function notFound(message: string): ParleyError {
  return new ParleyError(
    'not-found',
    message,
    'It may have been removed: open the article again to see what is there.',
  );
}

/** A record that comes. */
export function creation<N extends RecordName>(record: N, after: Records[N]): Change {
  return { record, id: after.id, before: null, after } as Change;
}

/** A record that goes. */
export function removal<N extends RecordName>(record: N, before: Records[N]): Change {
  return { record, id: before.id, before, after: null } as Change;
}

/** A record that becomes another. */
export function edit<N extends RecordName>(record: N, before: Records[N], after: Records[N]): Change {
  return { record, id: before.id, before, after } as Change;
}
