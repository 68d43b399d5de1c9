import { Menu as Base } from '@base-ui/react/menu';
import { Separator } from '@base-ui/react/separator';
import { Check } from 'lucide-react';
import { type ReactElement, type ReactNode, useRef } from 'react';
import { classes } from './classes.ts';
import css from './Menu.module.css';

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly children: ReactNode;
  readonly align?: 'start' | 'center' | 'end';
}

/** A menu behind a button. Fill it with `MenuItem`, `MenuChoice`, `MenuHeading`, `MenuSeparator`. */
export function Menu({ trigger, children, align = 'start' }: MenuProps) {
  // Drawn where its button stands, not at the end of the page: inside the same landmark.
  const here = useRef<HTMLSpanElement>(null);
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <span ref={here} className={css.here} />
      <Base.Portal container={here}>
        <Base.Positioner className={css.positioner} sideOffset={6} align={align}>
          <Base.Popup className={css.popup}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface MenuItemProps {
  readonly children: ReactNode;
  onPress(): void;
  /** `Ctrl+O`, shown at the end. */
  readonly keys?: string | undefined;
  /** A second line. */
  readonly detail?: string | undefined;
  readonly disabled?: boolean;
}

/** One thing to do. */
export function MenuItem({ children, onPress, keys, detail, disabled = false }: MenuItemProps) {
  return (
    <Base.Item className={css.item} onClick={onPress} disabled={disabled}>
      <span className={css.words}>
        <span>{children}</span>
        {detail && <span className={css.detail}>{detail}</span>}
      </span>
      {keys && <span className={css.keys}>{keys}</span>}
    </Base.Item>
  );
}

export interface MenuChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  onChange(value: V): void;
}

/** One of several, with a tick at the present one. */
export function MenuChoice<V extends string>({ label, value, options, onChange }: MenuChoiceProps<V>) {
  return (
    <Base.Group>
      <Base.GroupLabel className={css.heading}>{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next) => onChange(next as V)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={classes(css.item, css.radio)}>
            <span className={css.tick}>
              <Base.RadioItemIndicator>
                <Check size={14} aria-hidden />
              </Base.RadioItemIndicator>
            </span>
            {option.label}
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

/** Words above a group of items. */
export function MenuGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className={css.heading}>{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

/** A thin line between groups. */
export function MenuSeparator() {
  return <Separator className={css.separator} />;
}
