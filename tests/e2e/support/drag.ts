import type { Locator } from '@playwright/test';

/**
 * One thing of the window dragged onto another, event by event as a browser sends them: a mouse that a driver moves drags in
 * Electron only most of the time. Whether it may be let go there is up to what it is over.
 * @returns the words that it carries.
 */
export async function drag(what: Locator, where: Locator): Promise<string> {
  const target = await where.elementHandle();
  return what.evaluate(async (source, over) => {
    const data = new DataTransfer();
    Object.defineProperty(data, 'dropEffect', { value: 'none', writable: true });
    const send = (element: Element, type: string): boolean => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const at = { clientX: x + width / 2, clientY: y + height / 2 };
      const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data, ...at });
      element.dispatchEvent(event);
      return event.defaultPrevented;
    };
    if (!over) throw new Error('there is nothing to drag it onto');
    send(source, 'dragstart');
    await new Promise((done) => setTimeout(done));
    send(over, 'dragenter');
    // Let go before anything of the hovering has been drawn, as in a busy window.
    if (send(over, 'dragover')) {
      data.dropEffect = 'move';
      send(over, 'drop');
    }
    send(source, 'dragend');
    return data.getData('text/plain');
  }, target);
}
