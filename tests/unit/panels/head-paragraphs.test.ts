import { describe, expect, it } from 'vitest';
import { headParagraphs } from '../../../src/renderer/panels/article/headline.ts';

const article = { title: 'Velia repeats its offer', outlet: 'Harbour Post' };
const BODY = 'Velia on Friday repeated that it would host talks, and Oster waited for an answer.';
const text = (...lines: string[]) => [...lines, BODY, ''].join('\n\n');

describe('the paragraphs that only say what stands above the text', () => {
  it('are title, outlet, date and byline, as far as they come one after another', () => {
    expect(
      headParagraphs(article, text(article.title, 'Harbour  Post', '14 March 2031', 'By Ines Corvo, Port Maren')),
    ).toBe(4);
    expect(
      headParagraphs(article, text('Title: Velia repeats its offer', 'Source: Harbour Post', 'Date: 2031-03-14')),
    ).toBe(3);
    expect(headParagraphs(article, text())).toBe(0);
  });

  it('are no subheading, and nothing behind one', () => {
    expect(headParagraphs(article, text(article.title, 'A chair is kept for each side', '14 March 2031'))).toBe(1);
  });

  it('are none where nothing else stands in the text', () => {
    expect(headParagraphs(article, `${article.title}\n\n14 March 2031\n`)).toBe(0);
    expect(headParagraphs({ title: '', outlet: '' }, text('Ministers meet'))).toBe(0);
    expect(headParagraphs(article, '')).toBe(0);
  });
});
