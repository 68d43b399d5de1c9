/** Whether nothing has the focus, as when what had it has just gone: then it may be put somewhere without taking it from anything. */
export function isFocusLost(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body;
}
