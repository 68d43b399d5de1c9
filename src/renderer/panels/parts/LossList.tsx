import type { Loss } from '../../../shared/model/exchange.ts';
import { count } from './words.ts';
import css from './parts.module.css';

/** What is dropped, how often and why: one line a loss. */
export function LossList({ losses, label }: { readonly losses: readonly Loss[]; readonly label: string }) {
  return (
    <ul className={css.losses} aria-label={label}>
      {losses.map((loss) => (
        <li key={loss.what} className={css.loss}>
          <span className={css.lossCount}>{count(loss.count)}</span>
          <span>
            <strong>{loss.what}</strong>
            {loss.detail && <span className={css.lossDetail}>{loss.detail}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
