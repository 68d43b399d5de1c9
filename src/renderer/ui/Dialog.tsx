import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { classes } from './classes.ts';
import css from './Dialog.module.css';
import iconCss from './IconButton.module.css';

export interface DialogProps {
  readonly open: boolean;
  /** Escape, the cross or a press outside: the caller decides whether to close. */
  onClose(): void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
  /** Buttons at the bottom, the main one last. */
  readonly actions?: ReactNode;
  readonly width?: 'narrow' | 'medium' | 'wide';
  /** What gets the focus at first; otherwise the first control. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** False for a question that has to be answered: no cross, no closing by Escape or by a press outside. */
  readonly dismissable?: boolean;
}

/** A modal dialog: titled, focus kept inside and given back, scrolling inside itself, Escape closes. */
export function Dialog(props: DialogProps) {
  const {
    open,
    onClose,
    title,
    description,
    children,
    actions,
    width = 'medium',
    initialFocus,
    dismissable = true,
  } = props;
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => !next && dismissable && onClose()}
      disablePointerDismissal={!dismissable}
    >
      <Base.Portal>
        <Base.Backdrop className={css.backdrop} />
        <Base.Popup className={classes(css.popup, css[width])} {...(initialFocus ? { initialFocus } : {})}>
          <header className={css.head}>
            <Base.Title className={css.title}>{title}</Base.Title>
            {dismissable && (
              <Base.Close className={iconCss.icon} aria-label="Close" title="Close (Esc)">
                <X size={18} aria-hidden />
              </Base.Close>
            )}
          </header>
          {description && (
            <Base.Description className={css.description} render={<div />}>
              {description}
            </Base.Description>
          )}
          <div className={css.body}>{children}</div>
          {actions && <footer className={css.actions}>{actions}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
