/**
 * As a `ref`: takes the focus when the control appears, where what had the focus has just left the dialog. A stable function,
 * so that drawing anew doesn't take the focus again.
 */
export function focusFirst(element: HTMLElement | null): void {
  element?.focus();
}
