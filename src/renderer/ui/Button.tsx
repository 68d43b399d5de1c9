import type { ComponentProps } from 'react';
import css from './Button.module.css';
import { classes } from './classes.ts';

export interface ButtonProps extends ComponentProps<'button'> {
  /** primary: the one thing to do here; plain: the others; quiet: no edge until pointed at; danger: destroys something; link: within words. */
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger' | 'link';
}

/** A button with words. Never submits a form unless `type="submit"` is said. */
export function Button({ look = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={classes(look !== 'link' && css.button, css[look], className)} {...rest} />;
}
