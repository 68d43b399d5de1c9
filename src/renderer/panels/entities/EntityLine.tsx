import type { Annotation } from '../../../shared/model/annotation.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { useCommands } from '../../commands/context.tsx';
import { linkMention } from '../../commands/entities/linking.ts';
import { useKeysOf } from '../../commands/use-keys.ts';
import { useStore } from '../../store/store.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { KindChip } from '../parts/KindChip.tsx';
import card from '../claims/ClaimCard.module.css';
import { useEntityName } from './use-entity-name.ts';

/** Who or what a mention is, or the slot to say so. */
export function EntityLine({ annotation, own }: { readonly annotation: Annotation; readonly own: boolean }) {
  const context = useCommands();
  const keysOf = useKeysOf();
  const entity = useEntityName(annotation.entityId);
  const goToEntity = useStore((store) => store.goToEntity);
  const showEntities = useStore((store) => store.showEntities);
  const { entityId } = annotation;
  if (entityId === null && !own) return null;
  return (
    <div className={card.role}>
      <span className={card.word}>is</span>
      <div className={card.filled}>
        {entityId !== null ? (
          <KindChip
            kind={annotation.kind === 'claim' ? null : annotation.kind}
            onPress={() => goToEntity(entityId)}
            pressLabel={`Show ${inQuotes(entity?.name ?? '')} in the list of entities`}
            onRemove={own ? () => void context.turn(() => linkMention(context, annotation, null)) : undefined}
            removeLabel={`It isn’t ${inQuotes(entity?.name ?? '')}`}
          >
            <bdi>{entity?.name ?? '…'}</bdi>
          </KindChip>
        ) : (
          <button type="button" className={card.slot} onClick={() => showEntities({ chooser: annotation.id })}>
            who or what <Kbd keys={keysOf('entity')} />
          </button>
        )}
      </div>
    </div>
  );
}
