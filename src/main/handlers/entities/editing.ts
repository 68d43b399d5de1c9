import type { Handlers } from '../../../shared/api/dispatch.ts';
import type { Change } from '../../../shared/change/change.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import { counted } from '../../../shared/text/counted.ts';
import { isDeepStrictEqual } from 'node:util';
import { annotationTable } from '../../db/annotations.ts';
import { entityTable } from '../../db/entities.ts';
import { linkTable } from '../../db/links.ts';
import { mentionTable } from '../../db/mentions.ts';
import type { Context } from '../context.ts';
import { removedWith } from '../labels.ts';
import { edit, removal } from '../layer.ts';
import { linkRemovals } from '../link-changes.ts';
import { coderCounts, codersOf, type Database, named, needEntity, othersNotice, sumOf } from './common.ts';
import { checkedEntity } from './fields.ts';

/** Changing and removing single entities. */
export const entityEditing: Pick<
  Handlers<Context>,
  'entities.update' | 'entities.remove' | 'entities.removePreview'
> = {
  'entities.update'(context, { id, fields }) {
    const project = context.session.need();
    const before = needEntity(project.db, id);
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    const checked = checkedEntity(project.db, { ...before, ...given });
    if (isDeepStrictEqual(checked, before)) return project.commit('', []);
    const after: Entity = { ...checked, updatedAt: context.now() };
    const label = before.name === after.name ? `edit ${named(before)}` : `rename ${named(before)} to ${named(after)}`;
    return project.commit(label, [edit('entity', before, after)]);
  },

  'entities.removePreview'(context, { ids }) {
    const { db } = context.session.need();
    const entities = all(db, ids);
    const coders = codersOf(db, ids);
    return {
      names: entities.map(({ name }) => name),
      mentions: sumOf(coders),
      coders,
      links: ids.flatMap((id) => linkTable(db).ofEntity(id)).length,
      parts: partsLeft(db, ids).length,
    };
  },

  'entities.remove'(context, { ids }) {
    const project = context.session.need();
    const { db } = project;
    const now = context.now();
    const entities = all(db, ids);
    const mentions = mentionsOf(db, ids);
    const links = entities.flatMap(({ id }) => linkTable(db).ofEntity(id));
    const changes: Change[] = [
      ...mentions.map((mention) => edit('annotation', mention, { ...mention, entityId: null, updatedAt: now })),
      ...linkRemovals(db, links),
      ...partsLeft(db, ids).map((part) => edit('entity', part, { ...part, parentId: null, updatedAt: now })),
      ...entities.map((entity) => removal('entity', entity)),
    ];
    const [only, ...others] = entities;
    const what = only && others.length === 0 ? named(only) : counted(entities.length, 'name');
    const refers =
      mentions.length === 0
        ? ''
        : `${counted(mentions.length, 'mention')} ${mentions.length === 1 ? 'refers' : 'refer'} to nothing now.`;
    const notice = [
      refers,
      removedWith(links.length, 'link', entities.length),
      othersNotice(
        coderCounts(
          db,
          mentions.map(({ coderId }) => coderId),
        ),
        context.user.coder().id,
      ),
    ]
      .filter((part) => part !== '')
      .join(' ');
    return project.commit(`remove ${what} from the entities`, changes, { notice });
  },
};

function all(db: Database, ids: readonly string[]): Entity[] {
  return [...new Set(ids)].map((id) => needEntity(db, id));
}

/** Everybody's mentions of these entities, article by article: an article's text is then read once. */
export function mentionsOf(db: Database, entityIds: readonly string[]): Annotation[] {
  return annotationsOf(
    db,
    [...new Set(entityIds)].flatMap((id) => mentionTable(db).idsOf(id)),
  );
}

/** Annotations by id, article by article. */
export function annotationsOf(db: Database, ids: readonly string[]): Annotation[] {
  const found = ids.map((id) => annotationTable(db).get(id)).filter((one) => one !== null);
  return found.sort((a, b) => (a.articleId < b.articleId ? -1 : a.articleId > b.articleId ? 1 : 0));
}

/** The entities outside that are part of one of these. */
export function partsLeft(db: Database, ids: readonly string[]): Entity[] {
  const gone = new Set(ids);
  return [...gone].flatMap((id) => entityTable(db).partsOf(id)).filter(({ id }) => !gone.has(id));
}
