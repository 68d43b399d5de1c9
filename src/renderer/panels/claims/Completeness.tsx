import { CircleCheck } from 'lucide-react';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { missingOf, missingWords } from '../../../shared/model/completeness.ts';
import type { Link } from '../../../shared/model/link.ts';
import { useStore } from '../../store/store.ts';
import css from './ClaimCard.module.css';

/** What a record lacks, in words: `2 missing: claimant, Stance`. */
export function Completeness({ record, links }: { readonly record: Annotation; readonly links: readonly Link[] }) {
  const codebook = useStore((store) => store.codebook);
  const missing = missingOf(record, links, codebook);
  if (missing.length > 0) return <span className={css.missing}>{missingWords(missing)}</span>;
  // An actor or venue of which nothing is required has nothing to be complete in.
  if (record.kind !== 'claim') return null;
  return (
    <span className={css.complete}>
      <CircleCheck size={14} aria-hidden /> Complete
    </span>
  );
}
