import type { ErrorInfo } from '../../../shared/api/errors.ts';
import { count } from '../parts/words.ts';
import css from './import.module.css';

/** Files that are shown; the others are counted. */
const SHOWN = 100;

export interface ProblemListProps {
  readonly title: string;
  readonly problems: readonly { readonly fileName: string; readonly error: Pick<ErrorInfo, 'message' | 'hint'> }[];
}

/** Files that could not be taken, each with the reason and what to do. */
export function ProblemList({ title, problems }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <section className={css.problems} role="alert">
      <h3>
        {title} ({count(problems.length)})
      </h3>
      <ul>
        {problems.slice(0, SHOWN).map(({ fileName, error }) => (
          <li key={`${fileName} ${error.message}`}>
            {error.message} <span className={css.quiet}>{error.hint}</span>
          </li>
        ))}
      </ul>
      {problems.length > SHOWN && <p className={css.quiet}>and {count(problems.length - SHOWN)} more</p>}
    </section>
  );
}
