import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import css from './Tabs.module.css';

/** How many things are behind a tab: a number, or words such as `200+`; undefined for not known, which shows nothing. */
export type TabCount = number | string | undefined;

export interface TabsProps<V extends string> {
  /** What the tabs choose between, for screen readers. */
  readonly label: string;
  readonly value: V;
  readonly tabs: readonly { readonly value: V; readonly label: string; readonly count?: TabCount }[];
  onChange(value: V): void;
  /** The keyboard rests at them when their place is come to: not at what stands before them. */
  readonly rests?: boolean;
  /** The panel of the chosen tab. */
  readonly children: ReactNode;
}

/** Tabs over one panel. Arrow keys move between them. */
export function Tabs<V extends string>({ label, value, tabs, onChange, rests = false, children }: TabsProps<V>) {
  return (
    <Base.Root className={css.root} value={value} onValueChange={(next) => onChange(next as V)}>
      <Base.List className={css.list} aria-label={label} activateOnFocus>
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className={css.tab}
            data-rest={rests && tab.value === value ? '' : undefined}
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className={css.count}>
                {' '}
                {typeof tab.count === 'number' ? tab.count.toLocaleString('en') : tab.count}
              </span>
            )}
          </Base.Tab>
        ))}
      </Base.List>
      <Base.Panel key={value} value={value} className={css.panel}>
        {children}
      </Base.Panel>
    </Base.Root>
  );
}
