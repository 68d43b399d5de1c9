import type { Kind } from '../../../shared/model/kind.ts';
import { Chip, type ChipProps } from '../../ui/Chip.tsx';
import css from './KindChip.module.css';

/** A chip in the colours of a kind; null: of none. */
export function KindChip({ kind, ...chip }: Omit<ChipProps, 'className'> & { readonly kind: Kind | null }) {
  return <Chip {...chip} className={kind === null ? undefined : css[kind]} />;
}
