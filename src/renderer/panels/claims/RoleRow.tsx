import { ChevronLeft, Contact, Plus } from 'lucide-react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Kind } from '../../../shared/model/kind.ts';
import type { Link } from '../../../shared/model/link.ts';
import { type Role, ROLE_KINDS, ROLE_NAME, ROLE_WORD } from '../../../shared/model/role.ts';
import { foldWords } from '../../../shared/text/fold.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { useCommands } from '../../commands/context.tsx';
import { relink, removeLink } from '../../commands/link-commands.ts';
import { useKeysOf } from '../../commands/use-keys.ts';
import type { EntitiesState } from '../../store/entities.ts';
import type { OpenState } from '../../store/state.ts';
import { useStore } from '../../store/store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { KindChip } from '../parts/KindChip.tsx';
import css from './ClaimCard.module.css';
import { wordsOf } from './words.ts';

export interface RoleRowProps {
  readonly claim: Annotation;
  readonly role: Role;
  /** The links that fill this role. */
  readonly links: readonly Link[];
  readonly own: boolean;
}

/** One role of a claim: its word, who or what fills it, and a slot for (one more of) it. */
export function RoleRow({ claim, role, links, own }: RoleRowProps) {
  const context = useCommands();
  const keysOf = useKeysOf();
  // The words of what fills it. The open article is another one with every tag: a row that is empty isn't drawn anew for that.
  const open = useStore((store) => (links.length > 0 ? store.open : null));
  const names = useStore((store) => store.entities.names);
  const select = useStore((store) => store.select);
  const goToEntity = useStore((store) => store.goToEntity);
  const showPicker = useStore((store) => store.showPicker);
  if (!own && links.length === 0) return null;
  const fill = () => {
    select(claim.id);
    showPicker({ claimId: claim.id, role });
  };
  return (
    <div className={css.role}>
      <span className={css.word} title={ROLE_NAME[role]}>
        {ROLE_WORD[role]}
      </span>
      <div className={css.filled}>
        {links.map((link, i) => {
          const filler = open && fillerOf(open, names, link);
          if (!filler) return null;
          const { words, kind } = filler;
          const isChained = role === 'relay' && i > 0;
          return (
            <span key={link.id} className={css.filler}>
              {isChained && own && (
                <IconButton
                  small
                  className={css.more}
                  label={`Put ${inQuotes(words)} one place earlier in the chain`}
                  onClick={() => void context.turn(() => relink(context, link.id, { position: i - 1 }))}
                >
                  <ChevronLeft size={14} aria-hidden />
                </IconButton>
              )}
              {isChained && <span className={css.chain}>›</span>}
              <KindChip
                kind={kind}
                onPress={() => (filler.isEntity ? goToEntity(link.targetId) : select(link.targetId, 'text'))}
                pressLabel={
                  filler.isEntity
                    ? `Show ${inQuotes(words)} in the list of entities: it has no words in this article`
                    : `Go to ${inQuotes(words)} in the text${filler.stands}`
                }
                onRemove={own ? () => void context.turn(() => removeLink(context, link.id)) : undefined}
                removeLabel={`Take ${inQuotes(words)} out of the claim’s ${ROLE_NAME[role]}`}
              >
                {filler.isEntity ? <EntityWords name={words} /> : <bdi>{words}</bdi>}
              </KindChip>
            </span>
          );
        })}
        {own && links.length === 0 && (
          <button type="button" className={css.slot} onClick={fill}>
            add {ROLE_NAME[role]} <Kbd keys={keysOf(`link-${role}`)} />
          </button>
        )}
        {own && links.length > 0 && (
          <IconButton
            small
            className={css.more}
            label={`Add another ${ROLE_KINDS[role].join(' or ')} (${keysOf(`link-${role}`)})`}
            onClick={fill}
          >
            <Plus size={14} aria-hidden />
          </IconButton>
        )}
      </div>
    </div>
  );
}

/** An entity that fills a role without words in the article. */
function EntityWords({ name }: { readonly name: string }) {
  return (
    <span className={css.entity}>
      <Contact size={13} role="img" aria-label="entity" /> <bdi>{name}</bdi>
    </span>
  );
}

interface Filler {
  readonly kind: Kind;
  readonly words: string;
  readonly isEntity: boolean;
  /** ` (Adra Solène)`: who or what a mention stands for; '' when nobody has said, or its words say so. */
  readonly stands: string;
}

/** What fills a role; null for what isn't there (any more). */
function fillerOf(open: OpenState, names: EntitiesState['names'], { targetIs, targetId }: Link): Filler | null {
  if (targetIs === 'entity') {
    const entity = names.get(targetId);
    return entity ? { kind: entity.kind, words: entity.name, isEntity: true, stands: '' } : null;
  }
  const target = open.everyone.get(targetId);
  if (!target) return null;
  const words = wordsOf(open.text, target);
  const name = target.entityId === null ? undefined : names.get(target.entityId)?.name;
  const stands = name === undefined || foldWords(name) === foldWords(words) ? '' : ` (${name})`;
  return { kind: target.kind, words, isEntity: false, stands };
}
