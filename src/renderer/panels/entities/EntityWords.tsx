import type { EntityRow } from '../../../shared/api/methods/entities.ts';
import { classes } from '../../ui/classes.ts';
import tone from '../parts/kind.module.css';
import css from './EntityWords.module.css';

/** An entity on two lines: its name with how often it is meant, and what else is known of it. */
export function EntityWords({ row }: { readonly row: EntityRow }) {
  const about = [
    row.category,
    row.country,
    row.party,
    row.parentName && `part of ${row.parentName}`,
    row.aliases.join(', '),
  ];
  return (
    <span className={css.entity}>
      <bdi className={classes(css.name, tone[row.kind])}>{row.name}</bdi>
      <span className={css.count} title="Mentions">
        {row.mentions > 0 && row.mentions.toLocaleString('en')}
        <span className="sr-only">{row.mentions === 0 ? 'no mentions' : ' mentions'}</span>
      </span>
      <span className={css.about} dir="auto">
        {about.filter((part) => part !== '').join(' · ')}
      </span>
    </span>
  );
}
