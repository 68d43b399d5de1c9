import { Eye } from 'lucide-react';
import { useMemo } from 'react';
import type { CoderState } from '../../../shared/api/contract.ts';
import type { OpenState } from '../../store/state.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import css from './ArticlePane.module.css';

/**
 * Whose annotations are shown. Quiet: it is there only while another coder's layer is shown, or while one's own is empty
 * and others have coded.
 */
export function LayerStrip() {
  const coder = useStore((store) => store.app?.coder);
  // Told without counting: this is asked with every tag, and an article may have thousands.
  const open = useStore(({ open, app }) => (open && open.layer === app?.coder.id && open.index.size > 0 ? null : open));
  if (!open || !coder) return null;
  return <Strip open={open} coder={coder} />;
}

function Strip({ open, coder }: { readonly open: OpenState; readonly coder: CoderState }) {
  const names = useStore((store) => store.project?.coders);
  const showLayer = useStore((store) => store.showLayer);
  const { everyone, version } = open;
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const { coderId } of everyone.values()) found.set(coderId, (found.get(coderId) ?? 0) + 1);
    return found;
    // The map changes in place; its version tells.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [everyone, version]);
  const own = open.layer === coder.id;
  const others = [...counts.keys()].filter((id) => id !== coder.id);
  if (own && others.length === 0) return null;

  const nameOf = (id: string) => names?.find((one) => one.id === id)?.name || 'Another coder';
  const options = [
    { value: coder.id, label: `My own (${counts.get(coder.id) ?? 0})` },
    ...others.map((id) => ({ value: id, label: `${nameOf(id)} (${counts.get(id) ?? 0})` })),
  ];
  return (
    <div className={css.strip} role="note">
      <Eye size={15} aria-hidden />
      <span className={css.stripWords}>
        {own
          ? `You have not coded this article yet. ${listed(others.map(nameOf))} ${others.length === 1 ? 'has' : 'have'}.`
          : `You are reading what ${nameOf(open.layer)} coded. It can’t be changed here.`}
      </span>
      {own && others.length === 1 && others[0] ? (
        <Button onClick={() => showLayer(others[0] as string)}>Show theirs</Button>
      ) : (
        <Select label="Whose annotations" hideLabel value={open.layer} options={options} onChange={showLayer} />
      )}
      {!own && <Button onClick={() => showLayer(coder.id)}>Back to mine</Button>}
    </div>
  );
}

/** `Ana, Bo and Cem`; more than three: `Ana, Bo and 4 others`. */
function listed(names: readonly string[]): string {
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} others`] : names;
  return new Intl.ListFormat('en-GB').format(shown);
}
