import type { Applied, Input } from '../../shared/api/contract.ts';
import type { Handlers } from '../../shared/api/dispatch.ts';
import { ParleyError } from '../../shared/api/errors.ts';
import type { Change } from '../../shared/change/change.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import { counted } from '../../shared/text/counted.ts';
import { normaliseSpan, sameSpan } from '../../shared/text/span.ts';
import { annotationTable } from '../db/annotations.ts';
import { type Recoding, firstCoding, recoded } from './coding.ts';
import { codingPhrase, joinPhrases, type Phrase, phrased } from './coding-labels.ts';
import { codingLosses, lossNotice } from './coding-losses.ts';
import { givenUp, mergedCoding } from './coding-merge.ts';
import type { Context } from './context.ts';
import { creation, edit, Layer, removal } from './layer.ts';
import { linkMoves, linkRemovals, linksAt, linksLostAs } from './link-changes.ts';

/** Tagging: acts on the current coder's own annotations. */
export const annotationHandlers: Pick<
  Handlers<Context>,
  | 'annotations.add'
  | 'annotations.update'
  | 'annotations.code'
  | 'annotations.remove'
  | 'annotations.merge'
  | 'annotations.split'
> = {
  'annotations.add'(context, { id, articleId, kind, fragments, memo }) {
    const project = context.session.need();
    const layer = new Layer(context);
    const article = layer.article(articleId);
    const span = layer.span(article, fragments);
    const same = annotationTable(project.db)
      .alike(articleId, layer.coderId, kind, span)
      .find((other) => sameSpan(other.fragments, span));
    if (same) return { id: same.id, applied: project.commit('', []) };

    if (id !== undefined && annotationTable(project.db).get(id)) {
      throw new ParleyError('conflict', 'The id of this annotation is taken.', 'Tag it again.');
    }

    const now = context.now();
    const annotation: Annotation = {
      id: id ?? context.newId(),
      articleId,
      kind,
      coderId: layer.coderId,
      fragments: span,
      memo: memo ?? '',
      attributes: {},
      ...firstCoding(project.db, kind),
      createdAt: now,
      updatedAt: now,
    };
    const changes = [...layer.beginnings(article), creation('annotation', annotation)];
    return { id: annotation.id, applied: project.commit(`tag ${layer.name(annotation)}`, changes) };
  },

  'annotations.update'(context, { id, fragments, kind, memo, ...recoding }) {
    const project = context.session.need();
    const layer = new Layer(context);
    const before = layer.own(id);
    const span = fragments ? layer.span(layer.article(before.articleId), fragments) : before.fragments;
    const isRetyped = kind !== undefined && kind !== before.kind;
    const shaped: Annotation = {
      ...before,
      fragments: sameSpan(span, before.fragments) ? before.fragments : span,
      // What the other kind was coded with means nothing for this one.
      ...(isRetyped ? { ...firstCoding(project.db, kind), kind } : {}),
      memo: memo ?? before.memo,
      updatedAt: context.now(),
    };
    const after = recoded(layer, shaped, recoding);
    const label = updateLabel(layer, before, after);
    if (label === '') return project.commit('', []);
    const lost = isRetyped ? linksLostAs(project.db, id, kind) : [];
    const changes = [...linkRemovals(project.db, lost), edit('annotation', before, after)];
    const notice = isRetyped ? lossNotice({ links: lost.length, ...codingLosses(project.db, [before]) }, 1) : '';
    return project.commit(label, changes, { notice });
  },

  'annotations.code'(context, { ids, change }) {
    const project = context.session.need();
    const layer = new Layer(context);
    const now = context.now();
    const changes: Change[] = [];
    const phrases: Phrase[] = [];
    const changed: Annotation[] = [];
    for (const id of new Set(ids)) {
      const before = layer.own(id);
      const after = recoded(layer, before, recodingOf(before, change));
      if (after === before) continue;
      const phrase = phraseOf(layer, before, after);
      if (phrase) phrases.push(phrase);
      changes.push(edit('annotation', before, { ...after, updatedAt: now }));
      changed.push(before);
    }
    const [only, ...others] = changed;
    if (!only) return project.commit('', []);
    const what = others.length === 0 ? layer.name(only) : countedKinds(changed);
    return project.commit(phrased(joinPhrases(phrases), what), changes);
  },

  'annotations.remove'(context, { ids }) {
    const project = context.session.need();
    const layer = new Layer(context);
    const annotations = [...new Set(ids)].map((id) => layer.own(id));
    const links = linksAt(
      project.db,
      annotations.map((annotation) => annotation.id),
    );
    const [only, ...others] = annotations;
    const what = only && others.length === 0 ? layer.name(only) : counted(annotations.length, 'annotation');
    const changes = [
      ...linkRemovals(project.db, links),
      ...annotations.map((annotation) => removal('annotation', annotation)),
    ];
    const losses = { links: links.length, ...codingLosses(project.db, annotations) };
    return project.commit(`remove ${what}`, changes, { notice: lossNotice(losses, annotations.length) });
  },

  'annotations.merge'(context, { keepId, otherId }): Applied {
    const project = context.session.need();
    const layer = new Layer(context);
    const keep = layer.own(keepId);
    const other = layer.own(otherId);
    refuseMerge(keep, other);
    const coding = mergedCoding(project.db, keep, other);
    const after: Annotation = {
      ...keep,
      fragments: normaliseSpan([...keep.fragments, ...other.fragments]),
      memo: joinMemos(keep.memo, other.memo),
      attributes: { ...other.attributes, ...keep.attributes },
      ...coding,
      updatedAt: context.now(),
    };
    const links = linkMoves(project.db, otherId, keepId);
    const changes = [edit('annotation', keep, after), ...links.changes, removal('annotation', other)];
    return project.commit(`merge ${layer.name(keep)} with ${layer.words(other)}`, changes, {
      notice: mergeNotice(links.dropped, givenUp(project.db, other, coding)),
    });
  },

  'annotations.split'(context, { id }) {
    const project = context.session.need();
    const layer = new Layer(context);
    const before = layer.own(id);
    const [first, ...rest] = before.fragments;
    if (!first || rest.length === 0) return project.commit('', []);
    const now = context.now();
    const parts: Change[] = rest.map((fragment) =>
      creation('annotation', {
        ...before,
        id: context.newId(),
        fragments: [fragment],
        memo: '',
        attributes: {},
        // The record stays with the first: nobody has said yet that the others are coded so too.
        ...firstCoding(project.db, before.kind),
        createdAt: now,
        updatedAt: now,
      }),
    );
    const kept = edit('annotation', before, { ...before, fragments: [first], updatedAt: now });
    return project.commit(`split ${layer.name(before)}`, [kept, ...parts]);
  },
};

/** '' when nothing changes. */
function updateLabel(layer: Layer, before: Annotation, after: Annotation): string {
  if (after.kind !== before.kind) return `retype ${layer.name(before)} as ${after.kind}`;
  if (after.fragments !== before.fragments) return `change the words of ${layer.name(before)}`;
  if (after.memo !== before.memo) return `edit the memo of ${layer.name(before)}`;
  const phrase = phraseOf(layer, before, after);
  return phrase ? phrased(phrase, layer.name(before)) : '';
}

function phraseOf(layer: Layer, before: Annotation, after: Annotation): Phrase | null {
  return codingPhrase(layer.db, before, after, (cue) => layer.words({ ...before, fragments: cue }));
}

/** What a bulk act asks of one annotation: codes are added and taken, the rest is set. */
function recodingOf(
  { codes }: Annotation,
  { addCodes = [], removeCodes = [], ...rest }: Input<'annotations.code'>['change'],
): Recoding {
  if (addCodes.length === 0 && removeCodes.length === 0) return rest;
  const gone = new Set(removeCodes);
  return { ...rest, codes: [...new Set([...codes, ...addCodes])].filter((id) => !gone.has(id)) };
}

/** `3 claims`, `5 annotations` for several kinds. */
function countedKinds(annotations: readonly Annotation[]): string {
  const [kind, ...others] = new Set(annotations.map((annotation) => annotation.kind));
  return counted(annotations.length, kind !== undefined && others.length === 0 ? kind : 'annotation');
}

function refuseMerge(keep: Annotation, other: Annotation): void {
  const reason =
    keep.id === other.id
      ? 'An annotation can’t be merged with itself.'
      : keep.articleId !== other.articleId
        ? 'Annotations of two articles can’t be merged.'
        : keep.kind !== other.kind
          ? `A ${keep.kind} and a ${other.kind} can’t be merged.`
          : null;
  if (reason !== null) throw new ParleyError('bad-input', reason, 'Choose two annotations of one kind in one article.');
}

function mergeNotice(doubled: number, up: readonly string[]): string {
  const notices: string[] = [];
  if (doubled > 0) notices.push(`${counted(doubled, 'link')} that both had ${doubled === 1 ? 'is' : 'are'} now one.`);
  if (up.length > 0) notices.push(`Both had ${up.join(', ')}: the first one’s stays.`);
  return notices.join(' ');
}

function joinMemos(first: string, second: string): string {
  return first === second ? first : [first, second].filter((memo) => memo !== '').join('\n\n');
}
