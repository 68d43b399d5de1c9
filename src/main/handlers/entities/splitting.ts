import type { Input } from '../../../shared/api/contract.ts';
import type { SplitPreview } from '../../../shared/api/methods/entities.ts';
import type { Handlers } from '../../../shared/api/dispatch.ts';
import { ParleyError } from '../../../shared/api/errors.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import { counted } from '../../../shared/text/counted.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { oneLine } from '../../../shared/text/shorten.ts';
import { wordsKey } from '../../db/mention-keys.ts';
import { mentionTable } from '../../db/mentions.ts';
import type { Context } from '../context.ts';
import { creation, edit } from '../layer.ts';
import { coderCounts, type Database, named, nameOf, needEntity, othersNotice } from './common.ts';
import { annotationsOf } from './editing.ts';
import { checkedEntity, cleanAliases, refuseFields } from './fields.ts';

type SplitInput = Input<'entities.split'>;

const EXAMPLES = 6;

/** Handing some of an entity's mentions over to another one. */
export const entitySplitting: Pick<Handlers<Context>, 'entities.splitPreview' | 'entities.split'> = {
  'entities.splitPreview'(context, input): SplitPreview {
    const { db } = context.session.need();
    const { from, to, mentions, aliases } = plan(context, input);
    const all = mentionTable(db).count(from.id);
    return {
      from: nameOf(from),
      toName: to.name,
      mentions: mentions.length,
      staying: all - mentions.length,
      coders: coderCounts(
        db,
        mentions.map(({ coderId }) => coderId),
      ),
      examples: mentionTable(db).some(
        mentions.map(({ id }) => id),
        EXAMPLES,
      ),
      aliases,
    };
  },

  'entities.split'(context, input) {
    const project = context.session.need();
    const now = context.now();
    const { from, to, isNew, mentions, aliases } = plan(context, input);
    const left = from.aliases.filter((alias) => !aliases.includes(alias));
    const target: Entity = { ...to, aliases: cleanAliases(to.name, [...to.aliases, ...aliases]), updatedAt: now };
    refuseFields(target);
    const changes = [
      ...(left.length === from.aliases.length
        ? []
        : [edit('entity', from, { ...from, aliases: left, updatedAt: now })]),
      ...(isNew
        ? [creation('entity', target)]
        : target.aliases.length === to.aliases.length
          ? []
          : [edit('entity', to, target)]),
      ...mentions.map((mention) => edit('annotation', mention, { ...mention, entityId: to.id, updatedAt: now })),
    ];
    const coders = coderCounts(
      project.db,
      mentions.map(({ coderId }) => coderId),
    );
    const what = mentions.length === 0 ? counted(aliases.length, 'name') : counted(mentions.length, 'mention');
    return project.commit(`split ${what} off ${named(from)} to ${isNew ? 'the new ' : ''}${named(to)}`, changes, {
      notice: othersNotice(coders, context.user.coder().id),
    });
  },
};

interface Plan {
  readonly from: Entity;
  readonly to: Entity;
  readonly isNew: boolean;
  readonly mentions: readonly Annotation[];
  readonly aliases: readonly string[];
}

/** Errors: `not-found`, `already-exists`, `bad-input` when nothing moves, to itself, or to another kind. */
function plan(context: Context, input: SplitInput): Plan {
  const { db } = context.session.need();
  const from = needEntity(db, input.id);
  const { to, isNew } = target(context, db, input, from);
  const ids = new Set(input.spellings.length === 0 ? [] : mentionTable(db).idsOf(from.id, input.spellings));
  for (const id of input.annotationIds) ids.add(id);
  const mentions = annotationsOf(db, [...ids]);
  const stray = mentions.length < ids.size || mentions.some(({ entityId }) => entityId !== from.id);
  if (stray) {
    throw new ParleyError(
      'bad-input',
      `Some of these mentions don’t refer to ${inQuotes(from.name)}.`,
      'Look at it as it is now, and choose again.',
    );
  }
  const keys = new Set(input.spellings);
  const given = new Set(input.aliases.map(oneLine));
  const aliases = from.aliases.filter((alias) => given.has(alias) || keys.has(wordsKey(alias)));
  if (mentions.length === 0 && aliases.length === 0) {
    throw new ParleyError(
      'bad-input',
      `Nothing of ${inQuotes(from.name)} is chosen to be split off.`,
      'Choose spellings, mentions or other names.',
    );
  }
  return { from, to, isNew, mentions, aliases };
}

function target(context: Context, db: Database, { to }: SplitInput, from: Entity): { to: Entity; isNew: boolean } {
  if ('entityId' in to) {
    const other = needEntity(db, to.entityId);
    const reason =
      other.id === from.id
        ? `${inQuotes(from.name)} can’t be split off to itself.`
        : other.kind !== from.kind
          ? `${inQuotes(other.name)} is of another kind.`
          : null;
    if (reason !== null) throw new ParleyError('bad-input', reason, 'Choose another one, or a new one.');
    return { to: other, isNew: false };
  }
  const now = context.now();
  const fresh = {
    aliases: [],
    country: '',
    party: '',
    parentId: null,
    note: '',
    ...Object.fromEntries(Object.entries(to.entity).filter(([, value]) => value !== undefined)),
    kind: from.kind,
    id: context.newId(),
    createdAt: now,
    updatedAt: now,
  } as unknown as Entity;
  return { to: checkedEntity(db, fresh), isNew: true };
}
