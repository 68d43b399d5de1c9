import { ArrowUp, ChevronRight } from 'lucide-react';
import { Fragment } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import css from './chooser.module.css';
import { crumbs } from './location.ts';

/** Where the open folder lies: each folder above it is a button. */
export function LocationBar({ location, onUp }: { readonly location: string; onUp(steps: number): void }) {
  const steps = crumbs(location);
  return (
    <nav className={css.location} aria-label="Location">
      <IconButton label="Up to the folder above (Backspace)" disabled={steps.length < 2} onClick={() => onUp(1)}>
        <ArrowUp size={16} aria-hidden />
      </IconButton>
      <div className={css.crumbs}>
        {steps.map((crumb, index) => (
          <Fragment key={crumb.up}>
            {index > 0 && <ChevronRight size={14} aria-hidden className={css.between} />}
            {crumb.up === 0 ? (
              <span className={css.here} aria-current="location">
                {crumb.name}
              </span>
            ) : (
              <button type="button" className={css.crumb} onClick={() => onUp(crumb.up)}>
                {crumb.name}
              </button>
            )}
          </Fragment>
        ))}
      </div>
    </nav>
  );
}
