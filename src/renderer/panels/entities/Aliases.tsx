import { useRef, useState } from 'react';
import type { Entity } from '../../../shared/model/entity.ts';
import { inQuotes } from '../../../shared/text/quote.ts';
import { DetailPart } from '../../ui/Detail.tsx';
import { useAct } from '../codebook/use-act.ts';
import { KindChip } from '../parts/KindChip.tsx';
import css from './EntityDetails.module.css';

/** Other names and spellings: pressing one makes it the name, its cross takes it away, Enter in the field adds one. */
export function Aliases({ entity }: { readonly entity: Entity }) {
  const act = useAct();
  const [typed, setTyped] = useState('');
  const sent = useRef<string | null>(null);
  const { id, name, aliases } = entity;
  const add = async () => {
    const more = typed.split('|').map((one) => one.trim());
    if (typed.trim() === '' || sent.current === typed) return;
    // Leaving the field doesn't send again what Enter sent.
    sent.current = typed;
    if (await act('entities.update', { id, fields: { aliases: [...aliases, ...more] } }, `Also called ${typed}`))
      setTyped('');
    sent.current = null;
  };
  return (
    <DetailPart title="Other names">
      <div className={css.chips}>
        {aliases.map((alias) => (
          <KindChip
            key={alias}
            kind={entity.kind}
            pressLabel={`Make ${inQuotes(alias)} its name`}
            onPress={() => {
              const rest = aliases.filter((one) => one !== alias);
              void act(
                'entities.update',
                { id, fields: { name: alias, aliases: [name, ...rest] } },
                `Now called ${alias}`,
              );
            }}
            removeLabel={`Not called ${inQuotes(alias)}`}
            onRemove={() =>
              void act(
                'entities.update',
                { id, fields: { aliases: aliases.filter((one) => one !== alias) } },
                `Not called ${alias} any more`,
              )
            }
          >
            <bdi>{alias}</bdi>
          </KindChip>
        ))}
        <input
          className={css.input}
          aria-label={`Another name of ${name}`}
          placeholder="Add a name"
          value={typed}
          maxLength={300}
          dir="auto"
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => void add()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void add();
          }}
        />
      </div>
    </DetailPart>
  );
}
