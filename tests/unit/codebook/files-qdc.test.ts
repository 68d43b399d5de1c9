import { describe, expect, it } from 'vitest';
import { guidOf } from '../../../src/shared/codebook/files/guid.ts';
import { readBook } from '../../../src/shared/codebook/files/read.ts';

const qdc = (inside: string) =>
  `<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Other 2.1">${inside}</CodeBook>`;
const GUID = 'guid="0000aaaa-0000-0000-0000-000000000000"';

describe('a .qdc of another program', () => {
  it('is read with its sets, odd colours and headings named', () => {
    const text = qdc(`<Codes>
      <Code ${GUID} name="War" isCodable="false"><Description>
          Fighting.
        </Description><Code ${GUID} name="Truce" isCodable="true" color="#f00"/></Code>
      <Code ${GUID} name="Old" isCodable="false" color="red"/>
    </Codes><Sets><Set ${GUID} name="S"><MemberCode ${GUID}/></Set></Sets>`);
    const book = readBook(text);
    expect(book.what).toBe('REFI-QDA codebook (Other 2.1)');
    expect(book.codes).toMatchObject([
      { name: 'War', retired: false, definition: 'Fighting.', under: [{ name: 'Truce', colour: '#ff0000' }] },
      { name: 'Old', retired: true, colour: null },
    ]);
    expect(book.losses.map(({ what, count }) => [what, count])).toEqual([
      ['Headings that aren’t coded with', 1],
      ['Colours that can’t be read', 1],
      ['Sets of codes', 1],
    ]);
  });

  it.each([
    ['cut off', '<CodeBook><Codes><Code name="A">', 'The file is broken: line 1'],
    ['of another kind', '<html></html>', 'there is no codebook in it'],
    [
      'with a document type',
      qdc('<Codes/>').replace('?>', '?>\n<!DOCTYPE CodeBook [<!ENTITY a "aaaa">]>'),
      'The file is not read: line 2 brings a document type, which a codebook doesn’t need and can misuse.',
    ],
    ['empty', qdc('<Codes></Codes>'), 'The codebook in the file is empty.'],
    ['with a code without a name', qdc(`<Codes><Code ${GUID}/></Codes>`), 'Line 1: a code has no name.'],
    ['with a blank name', qdc(`<Codes><Code name=" "/></Codes>`), 'Line 1: A code needs a name.'],
    [
      'with a code twice',
      qdc(`<Codes><Code name="A"/><Code name="a"/></Codes>`),
      'The code “a” is there twice at the top.',
    ],
    [
      'with entities of its own',
      '<!DOCTYPE a [<!ENTITY x "y">]><CodeBook><Codes><Code name="&x;"/></Codes></CodeBook>',
      'brings a document type',
    ],
    [
      'without end',
      `<CodeBook><Codes>${'<Code name="A">'.repeat(70)}${'</Code>'.repeat(70)}</Codes></CodeBook>`,
      'more than 60 levels deep',
    ],
  ])('is refused when it is %s', (_, text, message) => {
    expect(() => readBook(text)).toThrow(message);
  });
});

it('GUIDs are the ids where those are GUIDs, and else always the same, of the right shape, one each', () => {
  const own = '019A0000-0000-7000-8000-0123456789ab';
  expect(guidOf(own)).toBe(own.toLowerCase());
  const made = Array.from({ length: 500 }, (_, i) => guidOf(`id-${i}`));
  for (const guid of made)
    expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(made).size).toBe(500);
  expect(guidOf('id-7')).toBe(made[7]);
});
