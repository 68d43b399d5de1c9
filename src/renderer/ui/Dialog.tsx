import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
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
  /** Nothing but words inside: they get a place in the order of Tab, so that they can be scrolled by key. */
  readonly wordsOnly?: boolean;
  /**
   * Whether something was entered here that isn't kept yet (`typed`: whether anything was typed or chosen in a field): a press
   * outside then doesn't close it, and Escape only when pressed again. The cross and the buttons mean what they say.
   */
  readonly unkept?: boolean | 'typed';
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
    wordsOnly = false,
    unkept = false,
    dismissable = true,
  } = props;
  const [typed, setTyped] = useState(false);
  const [warned, setWarned] = useState(false);
  const holds = unkept === 'typed' ? typed : unkept;
  const [wasOpen, setWasOpen] = useState(open);
  if (open !== wasOpen) {
    setWasOpen(open);
    setTyped(false);
    setWarned(false);
  }
  const leave = (reason: string): void => {
    if (!dismissable) return;
    const isSlip = holds && (reason === 'outside-press' || (reason === 'escape-key' && !warned));
    if (isSlip) setWarned(true);
    else onClose();
  };
  const body = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLElement>(null);
  /** What can't have the focus yet doesn't get it: it would stay behind, in what the dialog covers. */
  const wanted = () => {
    const first = initialFocus?.current;
    return first && !first.matches(':disabled') ? first : firstControl();
  };
  const firstControl = () =>
    body.current?.querySelector<HTMLElement>(':is(input, select, textarea, button):not(:disabled)') ??
    (wordsOnly ? body.current : foot.current?.querySelector<HTMLElement>('button:last-of-type:not(:disabled)')) ??
    true;
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, { reason }) => !next && leave(reason)}
      disablePointerDismissal={!dismissable}
    >
      <Base.Portal>
        {/* A dialog over another one dims it too. */}
        <Base.Backdrop className={css.backdrop} forceRender />
        <Base.Popup
          className={classes(css.popup, css[width])}
          initialFocus={wanted}
          onInput={() => {
            setTyped(true);
            setWarned(false);
          }}
        >
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
          {/* A region that scrolls has to be reachable by key: WCAG 2.1.1. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div ref={body} className={css.body} tabIndex={wordsOnly ? 0 : undefined}>
            {children}
          </div>
          {warned && holds && (
            <p role="alert" className={css.warning}>
              What you entered here isn’t kept yet. Escape again leaves it.
            </p>
          )}
          {actions && (
            <footer ref={foot} className={css.actions}>
              {actions}
            </footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
