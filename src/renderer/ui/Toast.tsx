import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { classes } from './classes.ts';
import { IconButton } from './IconButton.tsx';
import css from './Toast.module.css';

export interface ToastProps {
  readonly tone: 'info' | 'good' | 'bad';
  readonly title: string;
  readonly detail?: string | undefined;
  /** What to do about it. */
  readonly hint?: string | undefined;
  readonly actions?: ReactNode;
  /** Milliseconds after which it leaves by itself, counted anew while it is pointed at or focused; 0: it stays. */
  readonly stay: number;
  onClose(): void;
}

const ICONS = { info: Info, good: CircleCheck, bad: CircleAlert } as const;

/** One message in a corner. Put it inside a live region. */
export function Toast({ tone, title, detail, hint, actions, stay, onClose }: ToastProps) {
  const held = useRef(false);
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (stay === 0) return;
    const timer = setInterval(() => !held.current && close(), stay);
    return () => clearInterval(timer);
  }, [stay]);
  const Icon = ICONS[tone];
  const hold = (on: boolean) => () => {
    held.current = on;
  };
  return (
    <div
      className={classes(css.toast, css[tone])}
      onPointerEnter={hold(true)}
      onPointerLeave={hold(false)}
      onFocus={hold(true)}
      onBlur={hold(false)}
    >
      <Icon size={18} className={css.icon} aria-hidden />
      <div className={css.words}>
        <p className={css.title}>{title}</p>
        {detail && <p>{detail}</p>}
        {hint && <p className={css.hint}>{hint}</p>}
        {actions && <div className={css.actions}>{actions}</div>}
      </div>
      <IconButton label="Dismiss" small onClick={onClose}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
