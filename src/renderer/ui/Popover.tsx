import { Popover as Base } from '@base-ui/react/popover';
import { type ReactElement, type ReactNode, useRef } from 'react';
import css from './Popover.module.css';

export interface PopoverProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  /** What it holds, for screen readers and as its heading. */
  readonly title: string;
  readonly children: ReactNode;
  readonly open: boolean;
  onOpenChange(open: boolean): void;
}

/** A small panel behind a button, drawn where the button stands. Escape closes it and gives the focus back. */
export function Popover({ trigger, title, children, open, onOpenChange }: PopoverProps) {
  const here = useRef<HTMLSpanElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Trigger render={trigger} />
      <span ref={here} className={css.here} />
      <Base.Portal container={here}>
        <Base.Positioner className={css.positioner} sideOffset={6} align="start" collisionPadding={8}>
          <Base.Popup className={css.popup} data-own-keys>
            <Base.Title className={css.title}>{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
