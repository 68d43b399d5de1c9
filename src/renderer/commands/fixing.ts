import type { Fix } from '../../shared/model/finding.ts';
import { alter, change, inThisArticle, mayChange } from './acting.ts';
import { removal } from './ahead.ts';
import type { CommandContext } from './command.ts';
import { link, removeLink } from './link-commands.ts';
import { addTag } from './tag-commands.ts';
import { named, quoted } from './text.ts';

/** What the program asks the analyst by means of its own: who or what an annotation is. */
export type ChooseEntity = (annotationId: string) => void | Promise<void>;

/** Does what a finding offers in the open article, as one act, and says what it did; or asks who it is. */
export async function applyFix(context: CommandContext, fix: Fix, chooseEntity: ChooseEntity): Promise<void> {
  if (!mayChange(context)) return;
  const { open, select, say, showPicker } = context.store.getState();
  if (!open) return;
  if (fix.act === 'choose-role') {
    select(fix.claimId);
    showPicker({ claimId: fix.claimId, role: fix.role });
    return;
  }
  if (fix.act === 'choose-entity') {
    select(fix.id, 'text');
    await chooseEntity(fix.id);
    return;
  }
  await inThisArticle(context, async () => {
    const { index, text } = open;
    switch (fix.act) {
      case 'tag':
        await addTag(context, open, fix.kind, fix.fragments[0] ?? { start: 0, end: 0 });
        return;
      case 'link':
        await link(context, fix.claimId, fix.role, fix.targetId);
        return;
      case 'unlink':
        await removeLink(context, fix.linkId);
        return;
      case 'merge': {
        const other = index.get(fix.otherId);
        const words = other ? quoted(text, other.fragments) : 'the other';
        const { keepId, otherId } = fix;
        await change(
          context,
          'annotations.merge',
          { keepId, otherId },
          { select: fix.keepId, say: `Made one with ${words}` },
        );
        return;
      }
      default:
    }
    const annotation = index.get(fix.id);
    if (!annotation) say('This annotation isn’t there any more.');
    else if (fix.act === 'remove') {
      const said = { say: `Removed ${named(text, annotation)}` };
      await change(context, 'annotations.remove', { ids: [fix.id] }, said, [removal(annotation)]);
    } else if (fix.act === 'retype') {
      await alter(
        context,
        annotation,
        { kind: fix.kind },
        { select: fix.id, say: `Now ${fix.kind}: ${quoted(text, annotation.fragments)}` },
      );
    } else {
      await alter(
        context,
        annotation,
        { fragments: fix.fragments },
        { select: fix.id, say: `Now ${quoted(text, fix.fragments)}` },
      );
    }
  });
}
