import type { Applied } from '../../shared/api/contract.ts';
import type { Handlers } from '../../shared/api/dispatch.ts';
import { ParleyError } from '../../shared/api/errors.ts';
import type { Change } from '../../shared/change/change.ts';
import { type Annotation, type Coding, UNCODED } from '../../shared/model/annotation.ts';
import { counted } from '../../shared/text/counted.ts';
import { normaliseSpan, sameSpan } from '../../shared/text/span.ts';
import { annotationTable } from '../db/annotations.ts';
import type { Context } from './context.ts';
import { removedWith } from './labels.ts';
import { creation, edit, Layer, removal } from './layer.ts';
import { linkMoves, linkRemovals, linksAt, linksLostAs } from './link-changes.ts';

/** Tagging: acts on the current coder's own annotations. */
export const annotationHandlers: Pick<
  Handlers<Context>,
  'annotations.add' | 'annotations.update' | 'annotations.remove' | 'annotations.merge' | 'annotations.split'
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
      ...UNCODED,
      createdAt: now,
      updatedAt: now,
    };
    const changes = [...layer.beginnings(article), creation('annotation', annotation)];
    return { id: annotation.id, applied: project.commit(`tag ${layer.name(annotation)}`, changes) };
  },

  'annotations.update'(context, { id, fragments, kind, memo }) {
    const project = context.session.need();
    const layer = new Layer(context);
    const before = layer.own(id);
    const span = fragments ? layer.span(layer.article(before.articleId), fragments) : before.fragments;
    const after: Annotation = {
      ...before,
      fragments: sameSpan(span, before.fragments) ? before.fragments : span,
      // What the other kind was coded with means nothing for this one.
      ...(kind !== undefined && kind !== before.kind ? UNCODED : {}),
      kind: kind ?? before.kind,
      memo: memo ?? before.memo,
      updatedAt: context.now(),
    };
    const label = updateLabel(layer, before, after);
    if (label === '') return project.commit('', []);
    const lost = after.kind === before.kind ? [] : linksLostAs(project.db, id, after.kind);
    const changes = [...linkRemovals(project.db, lost), edit('annotation', before, after)];
    return project.commit(label, changes, { notice: removedWith(lost.length, 'link', 1) });
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
    return project.commit(`remove ${what}`, changes, { notice: removedWith(links.length, 'link', annotations.length) });
  },

  'annotations.merge'(context, { keepId, otherId }): Applied {
    const project = context.session.need();
    const layer = new Layer(context);
    const keep = layer.own(keepId);
    const other = layer.own(otherId);
    refuseMerge(keep, other);
    const after: Annotation = {
      ...keep,
      fragments: normaliseSpan([...keep.fragments, ...other.fragments]),
      memo: joinMemos(keep.memo, other.memo),
      attributes: { ...other.attributes, ...keep.attributes },
      ...mergedCoding(keep, other),
      updatedAt: context.now(),
    };
    const links = linkMoves(project.db, otherId, keepId);
    const changes = [edit('annotation', keep, after), ...links.changes, removal('annotation', other)];
    return project.commit(`merge ${layer.name(keep)} with ${layer.words(other)}`, changes, {
      notice:
        links.dropped === 0
          ? ''
          : `${counted(links.dropped, 'link')} that both had ${links.dropped === 1 ? 'is' : 'are'} now one.`,
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
        ...UNCODED,
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
  return '';
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

/** What the kept one is coded with goes before; the other fills what it lacks, and adds its codes. */
function mergedCoding(keep: Annotation, other: Annotation): Coding {
  return {
    entityId: keep.entityId ?? other.entityId,
    codes: [...new Set([...keep.codes, ...other.codes])],
    values: { ...other.values, ...keep.values },
    reporting: keep.reporting || other.reporting,
    cue: keep.cue.length > 0 ? keep.cue : other.cue,
    utteredOn: keep.utteredOn || other.utteredOn,
  };
}

function joinMemos(first: string, second: string): string {
  return first === second ? first : [first, second].filter((memo) => memo !== '').join('\n\n');
}
