import { startPage } from './page.ts';

/*
 * The floor: an article's paragraphs as plain elements, nothing marked, nothing to be edited.
 */

let scroller: HTMLElement | null = null;

void startPage({
  open(place, { text }) {
    scroller = document.createElement('div');
    scroller.id = 'scroller';
    const column = document.createElement('div');
    column.className = 'column';
    for (const paragraph of text.split('\n\n')) {
      const element = document.createElement('p');
      element.textContent = paragraph;
      column.append(element);
    }
    scroller.append(column);
    place.append(scroller);
  },
  close: () => scroller?.remove(),
});
