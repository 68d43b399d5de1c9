import type { Input } from '../../shared/api/contract.ts';
import type { Handlers } from '../../shared/api/dispatch.ts';
import { ParleyError } from '../../shared/api/errors.ts';
import type { MentionPage, MentionPlace } from '../../shared/api/methods/mentions.ts';
import type { FoundArticle } from '../../shared/api/methods/search.ts';
import type { Change } from '../../shared/change/change.ts';
import type { Annotation, Coding } from '../../shared/model/annotation.ts';
import type { Entity } from '../../shared/model/entity.ts';
import { NO_FILTER } from '../../shared/model/filter.ts';
import { inContext } from '../../shared/search/context.ts';
import { phraseExpression } from '../../shared/search/expression.ts';
import { comparable, findNames, type Name, toName } from '../../shared/search/same-words.ts';
import { counted } from '../../shared/text/counted.ts';
import { oneLine } from '../../shared/text/shorten.ts';
import { annotationTable } from '../db/annotations.ts';
import { entityTable } from '../db/entities.ts';
import { mentionPlaces, type NumberedRow, type Tagged } from '../db/mention-places.ts';
import { textTable } from '../db/texts.ts';
import { firstCoding } from './coding.ts';
import type { Context, JobReport, Project } from './context.ts';
import { toFilter } from './filter.ts';
import { creation, edit, Layer } from './layer.ts';

/** Milliseconds for which one page of a preview looks. */
const LOOK = 30;
/** Articles read at a time. */
const ARTICLES = 50;

/** The same words elsewhere. */
export const mentionHandlers: Pick<Handlers<Context>, 'mentions.preview' | 'mentions.tag'> = {
  'mentions.preview': (context, input) => preview(context, input),
  'mentions.tag': (context, input) => context.jobs.run(input.job, (report) => tagAll(context, input, report)),
};

/** The annotation that the others are to be like. */
interface Model {
  readonly annotation: Annotation;
  readonly entity: Entity | null;
  readonly names: readonly Name[];
}

/** Errors: `not-found`, `other-coder`, `bad-input`. */
function modelOf(layer: Layer, id: string, aliases: boolean): Model {
  const annotation = layer.own(id);
  const [only, ...others] = annotation.fragments;
  if (!only || others.length > 0) {
    throw new ParleyError(
      'bad-input',
      'This annotation is in several pieces, so it has no words that could stand elsewhere.',
      'Choose one in one piece.',
    );
  }
  const text = layer.text(layer.article(annotation.articleId));
  const own = toName(text.slice(only.start, only.end));
  if (!own) {
    throw new ParleyError('bad-input', 'There is no word in this annotation.', 'Choose one with letters or numbers.');
  }
  const entity = annotation.entityId === null ? null : entityTable(layer.db).get(annotation.entityId);
  const aliasNames =
    aliases && entity ? [entity.name, ...entity.aliases].map(toName).filter((name) => name !== null) : [];
  const names = new Map([own, ...aliasNames].map((name) => [comparable(name.words, EXACT), name]));
  return { annotation, entity, names: [...names.values()] };
}

const EXACT = { matchCase: true, matchAccents: true };

function preview(context: Context, input: Input<'mentions.preview'>): MentionPage {
  const { db } = context.session.need();
  const layer = new Layer(context);
  const model = modelOf(layer, input.annotationId, input.aliases);
  const { kind, articleId: home } = model.annotation;
  const expression = model.names.map(({ phrase }) => phraseExpression(phrase)).join(' OR ');
  const filter = input.scope === 'filter' ? toFilter(input.filter) : NO_FILTER;
  const only = input.scope === 'article' ? home : null;
  const table = mentionPlaces(db);
  const began = performance.now();
  const places: MentionPlace[] = [];
  const articles: FoundArticle[] = [];
  let [already, others, looked] = [0, 0, 0];

  const look = ({ n: _n, textHash, ...article }: NumberedRow): void => {
    looked++;
    const found = placesIn(
      textTable(db).get(textHash) ?? '',
      model,
      input,
      table.tagged(article.id, layer.coderId, kind),
    );
    already += found.already;
    others += found.others;
    if (found.places.length === 0) return;
    articles.push(article);
    for (const place of found.places) places.push({ ...place, articleId: article.id });
  };

  let next: number | null = input.after ?? 0;
  if (input.after === null) for (const row of table.behind(expression, filter, home, 0, 1)) look(row);
  while (next !== null && input.scope !== 'article') {
    const rows = table.behind(expression, filter, only, next, ARTICLES);
    let at = 0;
    // One at least: however slow the machine, a call gets further than the last one.
    const goesOn = () => looked === 0 || (places.length < input.limit && performance.now() - began < LOOK);
    for (; at < rows.length && goesOn(); at++) {
      const row = rows[at] as NumberedRow;
      next = row.n;
      if (row.id !== home) look(row);
    }
    if (at < rows.length) break;
    if (rows.length < ARTICLES) next = null;
  }
  return {
    kind,
    entity: model.entity && { id: model.entity.id, name: model.entity.name },
    names: model.names.map(({ words }) => oneLine(words)),
    inReach: table.count(expression, filter, only),
    looked,
    places,
    articles,
    already,
    others,
    next: input.scope === 'article' ? null : next,
  };
}

type Found = Omit<MentionPlace, 'articleId'>;

/** The places of one text that aren't tagged like the model yet. */
function placesIn(
  text: string,
  model: Model,
  same: Input<'mentions.preview'>,
  tagged: readonly Tagged[],
): { places: Found[]; already: number; others: number } {
  const places: Found[] = [];
  let [already, others] = [0, 0];
  const { entityId } = model.annotation;
  for (const place of findNames(text, model.names, same)) {
    const { start, end } = place;
    const there = tagged.find((one) => one.start === start && one.end === end && one.pieces === 1);
    if (there?.id === model.annotation.id) continue;
    if (there && (entityId === null || there.entityId === entityId)) already++;
    else if (there && there.entityId !== null) others++;
    else {
      const longer = there ? undefined : tagged.find((one) => one.pieces === 1 && one.start <= start && one.end >= end);
      const inside = longer ? oneLine(text.slice(longer.start, longer.end)) : '';
      places.push({ ...inContext(text, place), does: there ? 'link' : 'tag', inside });
    }
  }
  return { places, already, others };
}

async function tagAll(context: Context, input: Input<'mentions.tag'>, report: JobReport) {
  const project = context.session.need();
  const layer = new Layer(context);
  const model = modelOf(layer, input.annotationId, true);
  const byArticle = new Map<string, Input<'mentions.tag'>['places']>();
  for (const place of input.places) {
    const own = byArticle.get(place.articleId);
    if (own) own.push(place);
    else byArticle.set(place.articleId, [place]);
  }
  const changes = new Map<string, Change>();
  const sum = { tagged: 0, linked: 0, already: input.already ?? 0, articles: 0 };
  const coding = firstCoding(project.db, model.annotation.kind);
  // Somebody else may begin to code while it runs: what was begun in one layer doesn’t end in another’s history.
  const isOther = () => context.session.project !== project || context.user.coder().id !== layer.coderId;
  let done = 0;
  for (const [articleId, places] of byArticle) {
    await report.progress(done, input.places.length, 'Tagging');
    if (isOther()) throw changed();
    const here = changesIn(context, project, layer, model, coding, articleId, places);
    for (const change of here.changes) changes.set(`${change.record} ${change.id}`, change);
    sum.tagged += here.tagged;
    sum.linked += here.linked;
    sum.already += here.already;
    if (here.changes.length > 0) sum.articles++;
    done += places.length;
  }
  await report.progress(done, input.places.length, 'Keeping them');
  if (isOther()) throw changed();
  const what = layer.name(model.annotation);
  const label =
    sum.tagged > 0
      ? `tag ${counted(sum.tagged, 'mention')} of ${what}`
      : `link ${counted(sum.linked, 'mention')} of ${what}`;
  return project.commit(label, [...changes.values()], { notice: noticeOf(sum, model.entity) });
}

function changesIn(
  context: Context,
  project: Project,
  layer: Layer,
  model: Model,
  coding: Coding,
  articleId: string,
  places: Input<'mentions.tag'>['places'],
): { changes: Change[]; tagged: number; linked: number; already: number } {
  const { kind, entityId } = model.annotation;
  const article = layer.article(articleId);
  const text = layer.text(article);
  const tagged = mentionPlaces(project.db).tagged(articleId, layer.coderId, kind);
  const known = new Set(model.names.map(({ words }) => comparable(words, LOOSE)));
  const bare = new Set(model.names.map((name) => comparable(words(name), LOOSE)));
  const seen = new Set<number>();
  const out: Change[] = [];
  const sum = { tagged: 0, linked: 0, already: 0 };
  for (const { start, end } of places) {
    const key = comparable(text.slice(start, end), LOOSE);
    if (end > text.length || (!known.has(key) && !bare.has(key))) throw changed();
    const there = tagged.find((one) => one.start === start && one.end === end && one.pieces === 1);
    const now = context.now();
    if (seen.has(start) || (there && (entityId === null || there.entityId !== null))) {
      sum.already++;
    } else if (there) {
      const before = annotationTable(project.db).get(there.id);
      if (!before) throw changed();
      out.push(edit('annotation', before, { ...before, entityId, updatedAt: now }));
      sum.linked++;
    } else {
      const span = layer.span(article, [{ start, end }]);
      const base = { id: context.newId(), articleId, kind, coderId: layer.coderId, memo: '', attributes: {} };
      const times = { createdAt: now, updatedAt: now };
      out.push(creation('annotation', { ...base, ...coding, ...times, fragments: span, entityId }));
      sum.tagged++;
    }
    seen.add(start);
  }
  return { changes: out.length === 0 ? [] : [...layer.beginnings(article), ...out], ...sum };
}

const LOOSE = { matchCase: false, matchAccents: false };

/** A name without the signs at its ends. */
function words({ words: all, before, after }: Name): string {
  return all.slice(before.length, all.length - after.length);
}

interface Sum {
  readonly tagged: number;
  readonly linked: number;
  readonly already: number;
  readonly articles: number;
}

/** `214 mentions tagged in 38 articles; 3 were there already.` */
function noticeOf({ tagged, linked, already, articles }: Sum, entity: Entity | null): string {
  const where = `in ${counted(articles, 'article')}`;
  const parts: string[] = [];
  if (tagged > 0) parts.push(`${counted(tagged, 'mention')} tagged ${linked > 0 ? '' : where}`.trim());
  if (linked > 0) parts.push(`${counted(linked, 'mention')} linked to ${entity?.name ?? 'the entity'} ${where}`);
  if (parts.length === 0) parts.push('Nothing was left to tag');
  const joined = parts.join(' and ');
  return already === 0
    ? `${joined}.`
    : `${joined}; ${already.toLocaleString('en')} ${already === 1 ? 'was' : 'were'} there already.`;
}

function changed(): ParleyError {
  return new ParleyError(
    'conflict',
    'The project has changed since these mentions were found, so nothing was tagged.',
    'Look for them again.',
  );
}
