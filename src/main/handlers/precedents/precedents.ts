import type { Handlers } from '../../../shared/api/dispatch.ts';
import type {
  PrecedentAspect,
  PrecedentCase,
  PrecedentChoice,
  Precedents,
} from '../../../shared/api/methods/precedents.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { byName } from '../../../shared/text/by-name.ts';
import { oneLine } from '../../../shared/text/shorten.ts';
import { spanText } from '../../../shared/text/span.ts';
import { annotationIndex } from '../../db/annotation-index.ts';
import { annotationTable } from '../../db/annotations.ts';
import { articleTable } from '../../db/articles.ts';
import { LOOKED_AT, sameWords } from '../../db/same-words.ts';
import type { Context } from '../context.ts';
import { Layer } from '../layer.ts';
import { alike } from './alike.ts';
import { type Aspect, aspectsOf } from './aspects.ts';

/** Cases of one choice that are told. */
const CASES = 20;

const NONE: Precedents = { annotations: 0, articles: 0, more: false, aspects: [], differs: false };

/** How the same words were coded before. */
export const precedentHandlers: Pick<Handlers<Context>, 'annotations.precedents'> = {
  async 'annotations.precedents'(context, { annotationId }) {
    const layer = new Layer(context);
    const { db } = layer;
    const asked = layer.annotation(annotationId);
    const text = layer.text(layer.article(asked.articleId));
    const wanted = alike(spanText(text, asked.fragments), asked.kind === 'claim');
    if (wanted === null) return NONE;
    await annotationIndex(db).catchUp();
    const rows = sameWords(db).matching(wanted.expression, layer.coderId, asked.kind === 'claim');
    const found: Found[] = [];
    for (const { id, articleId, quote } of rows) {
      const words = (JSON.parse(quote) as string[]).join(' ');
      const annotation = id !== annotationId && wanted.fits(words) ? annotationTable(db).get(id) : null;
      const article = annotation && articleTable(db).get(articleId);
      if (!annotation || !article) continue;
      const { title, outlet, date } = article;
      found.push({ annotation, told: { annotationId: id, articleId, title, outlet, date, words: oneLine(words) } });
    }
    if (found.length === 0) return NONE;
    found.sort((a, b) => b.told.date.localeCompare(a.told.date) || byName(a.told.title, b.told.title));
    const aspects = aspectsOf(db, asked.kind).flatMap((aspect) => tell(aspect, asked, found));
    return {
      annotations: found.length,
      articles: new Set(found.map(({ told }) => told.articleId)).size,
      more: rows.length === LOOKED_AT,
      aspects,
      differs: aspects.some(({ differs }) => differs),
    };
  },
};

interface Found {
  readonly annotation: Annotation;
  readonly told: PrecedentCase;
}

/** One aspect of what was found; nothing when nobody was ever coded in it. */
function tell(aspect: Aspect, asked: Annotation, found: readonly Found[]): PrecedentAspect[] {
  const own = aspect.labelOf(asked);
  const byLabel = new Map<string, PrecedentCase[]>();
  for (const { annotation, told } of found) {
    const label = aspect.labelOf(annotation);
    const list = byLabel.get(label);
    if (list) list.push(told);
    else byLabel.set(label, [told]);
  }
  if (own === '' && byLabel.size === 1 && byLabel.has('')) return [];
  const choices = [...byLabel].map(
    ([label, cases]): PrecedentChoice => ({
      label: label === '' ? aspect.none : label,
      articles: new Set(cases.map(({ articleId }) => articleId)).size,
      own: label === own,
      cases: cases.slice(0, CASES),
    }),
  );
  choices.sort((a, b) => b.articles - a.articles || byName(a.label, b.label));
  // What isn't coded yet doesn't differ: it is told what was done.
  const others = choices.filter(({ label }) => label !== aspect.none).length;
  const differs = others > 1 || (own !== '' && !choices.every((choice) => choice.own));
  return [{ id: aspect.id, title: aspect.title, choices, differs }];
}
