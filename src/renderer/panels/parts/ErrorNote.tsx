import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ErrorInfo } from '../../../shared/api/errors.ts';
import css from './parts.module.css';

/** What went wrong and what to do, where it happened. Read out as soon as it appears. */
export function ErrorNote({
  error,
  actions,
}: {
  readonly error: Pick<ErrorInfo, 'message' | 'hint'> | null;
  readonly actions?: ReactNode;
}) {
  if (error === null) return null;
  return (
    <div role="alert" className={css.problem}>
      <CircleAlert size={18} aria-hidden className={css.problemIcon} />
      <div className={css.problemWords}>
        <p className={css.problemTitle}>{error.message}</p>
        {error.hint && <p>{error.hint}</p>}
        {actions}
      </div>
    </div>
  );
}
