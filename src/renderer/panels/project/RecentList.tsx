import type { RecentProject } from '../../../shared/api/contract.ts';
import { moment } from '../parts/words.ts';
import css from './project.module.css';

export interface RecentListProps {
  readonly recents: readonly RecentProject[];
  /** Id of the location that is open now, so that it can be said. */
  readonly openLocation: string | null;
  readonly disabled: boolean;
  onOpen(recent: RecentProject): void;
}

/** The projects opened lately, the latest first. One whose file is gone is shown with the reason. */
export function RecentList({ recents, openLocation, disabled, onOpen }: RecentListProps) {
  return (
    <ul className={css.recents} aria-label="Recent projects">
      {recents.map((recent) => {
        const open = recent.location === openLocation;
        return (
          <li key={recent.file}>
            <button
              type="button"
              className={css.recent}
              disabled={disabled || recent.missing || open}
              onClick={() => onOpen(recent)}
            >
              <span className={css.recentName}>{recent.name}</span>
              <span className={css.recentWhen}>{state(recent, open)}</span>
              <span className={css.recentWhere}>{recent.location}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function state(recent: RecentProject, open: boolean): string {
  if (recent.missing) return 'Not there any more: moved, renamed or on a drive that isn’t connected';
  if (open) return 'Open now';
  return moment(recent.openedAt);
}
