import { describe, expect, it } from 'vitest';
import { planBook } from '../../src/main/exchange/import-book.ts';
import { type BookRecords, EMPTY_RECORDS } from '../../src/shared/formats/book.ts';
import { code, entity, variable } from '../formats/books.ts';

const OWN_ID = '0190a1b2-0000-7000-8000-0000000000a1';

function plan(read: Partial<BookRecords>, own: Partial<BookRecords> = {}) {
  let next = 0;
  const there = { ...EMPTY_RECORDS, ...own };
  const view = { codes: () => there.codes, variables: () => there.variables, entities: () => there.entities };
  const maker = { newId: () => `n${++next}`, now: () => '2031-05-01T00:00:00.000Z' };
  return planBook({ ...EMPTY_RECORDS, ...read }, view, maker);
}

const made = (laid: ReturnType<typeof plan>) => laid.changes(() => null).map((change) => change.after);

describe('codes laid over a codebook', () => {
  it('are found by id, else by name under the same code, and never changed', () => {
    const own = [code('p', null, 'Talks'), code('a', 'p', 'Offer'), code('b', 'p', 'Blame')];
    const read = [
      code('x', null, 'TALKS'),
      code('a', 'x', 'Offers to host', { definition: 'more' }),
      code('y', 'x', 'blame'),
      code('z', 'x', 'Place'),
    ];
    const laid = plan({ codes: read }, { codes: own });
    expect(['x', 'a', 'y'].map((id) => laid.code(id))).toEqual(['p', 'a', 'b']);
    expect(made(laid)).toEqual([expect.objectContaining({ name: 'Place', parentId: 'p', position: 1 })]);
    expect(laid.losses()).toEqual([
      expect.objectContaining({ what: 'Codes that differ from the project’s', count: 3 }),
    ]);
  });

  it('have the same name as in the codebook: without case and accents', () => {
    const laid = plan({ codes: [code('x', null, 'Negociation')] }, { codes: [code('a', null, 'Négociation')] });
    expect(laid.code('x')).toBe('a');
    expect(made(laid)).toEqual([]);
  });

  it('keep ids of Parley’s, get others, and stand where they stood', () => {
    const read = [code(OWN_ID, null, 'Talks', { position: 3 }), code('k', OWN_ID, 'Offer', { position: 2 })];
    const laid = plan({ codes: read });
    expect(made(laid)).toMatchObject([
      { id: OWN_ID, position: 3, parentId: null },
      { id: 'n1', position: 2, parentId: OWN_ID },
    ]);
    expect(plan({ codes: read }, { codes: [code(OWN_ID, null, 'Renamed since')] }).code(OWN_ID)).toBe(OWN_ID);
  });

  it('are not taken for a code that another of them is', () => {
    const own = [code('a', null, 'New name')];
    const laid = plan({ codes: [code('a', null, 'Old name'), code('b', null, 'new name')] }, { codes: own });
    expect(laid.code('a')).toBe('a');
    expect(laid.code('b')).toBe('n1');
    expect(made(laid)).toMatchObject([{ id: 'n1', name: 'new name (2)' }]);
  });

  it('show the annotations that were made of their examples', () => {
    const laid = plan({ codes: [code('k', null, 'Talks', { examples: ['s1', 'gone'] })] });
    const [change] = laid.changes((key) => (key === 's1' ? 'own1' : null));
    expect(change?.after).toMatchObject({ examples: ['own1'] });
  });
});

it('names are kept on one line, without the mark of a path; one that is too long is refused', () => {
  const [first, long] = [code('k', null, ' Talks ›\n now ', { colour: '#AABBCC' }), 'x'.repeat(5000)];
  expect(made(plan({ codes: [first] }))).toMatchObject([{ name: 'Talks > now', colour: '#aabbcc' }]);
  expect(made(plan({ entities: [entity('e', 'actor', 'Adra\n Solène')] }))).toMatchObject([{ name: 'Adra Solène' }]);
  for (const read of [
    { codes: [code('k', null, long)] },
    { variables: [variable('v', 'claim', long, 'boolean')] },
    { entities: [entity('e', 'actor', long)] },
  ]) {
    expect(() => plan(read)).toThrow(/of the files has a name of 5,000 characters; it may have/);
  }
});

describe('variables laid over a codebook', () => {
  const own = [variable('v', 'claim', 'Stance', 'category', { options: ['for', 'against'] })];

  it('are found by name in any case, and get the choices that are coded and no others', () => {
    const read = [variable('x', 'claim', 'stance', 'category', { options: ['for', 'torn', 'never used'] })];
    const laid = plan({ variables: read }, { variables: own });
    expect(laid.variable('x')).toBe('v');
    expect([laid.admit('x', 'for'), laid.admit('x', 'torn'), laid.admit('x', 'torn'), laid.admit('x', 3)]).toEqual([
      'for',
      'torn',
      'torn',
      null,
    ]);
    expect(laid.changes(() => null)).toEqual([
      expect.objectContaining({
        before: own[0],
        after: expect.objectContaining({ options: ['for', 'against', 'torn'] }),
      }),
    ]);
  });

  it('have the same choices but for case, accents and blanks', () => {
    const laid = plan({ variables: [variable('x', 'claim', 'Stance', 'category')] }, { variables: own });
    expect(['For', ' against', 'FÓR', 'Torn', 'torn  ', 'tórn'].map((value) => laid.admit('x', value))).toEqual([
      'for',
      'against',
      'for',
      'Torn',
      'Torn',
      'Torn',
    ]);
    expect(laid.meant('x', 'AGAINST')).toBe('against');
    expect(made(laid)).toMatchObject([{ options: ['for', 'against', 'Torn'] }]);
  });

  it('that the files name alone are the project’s, of whatever type', () => {
    const bare = { createdAt: '', updatedAt: '' };
    const there = [...own, variable('n', 'claim', 'Number', 'integer')];
    const read = [
      variable('x', 'claim', 'Stance', 'short-text', bare),
      variable('y', 'claim', 'number', 'short-text', bare),
    ];
    const laid = plan({ variables: read }, { variables: there });
    expect([laid.variable('x'), laid.variable('y')]).toEqual(['v', 'n']);
    expect([laid.admit('x', 'FOR'), laid.admit('y', '12'), laid.admit('y', 'twelve')]).toEqual(['for', 12, null]);
    expect(laid.losses()).toEqual([]);
  });

  it('of another type are added under another name, and told', () => {
    const laid = plan({ variables: [variable('x', 'claim', 'Stance', 'integer')] }, { variables: own });
    expect(made(laid)).toMatchObject([{ name: 'Stance (2)', type: 'integer', position: 1 }]);
    expect(laid.losses()).toMatchObject([{ what: 'Variables that were renamed', count: 1 }]);
    expect(laid.admit('x', 2)).toBe(2);
  });

  it('of another kind are others', () => {
    const laid = plan({ variables: [variable('x', 'actor', 'Stance', 'category')] }, { variables: own });
    expect(laid.variable('x')).toBe('n1');
    expect(laid.losses()).toEqual([]);
  });
});

describe('entities laid over an authority list', () => {
  it('are found by kind and folded name, and keep their parents', () => {
    const own = [entity('e', 'actor', 'Néa Maren'), entity('p', 'venue', 'Nea Maren')];
    const read = [
      entity('x', 'actor', 'NEA MAREN', { aliases: ['N. M.'] }),
      entity('y', 'actor', 'Office of Néa Maren', { parentId: 'x' }),
    ];
    const laid = plan({ entities: read }, { entities: own });
    expect(laid.entity('x')).toMatchObject({ id: 'e', kind: 'actor' });
    expect(made(laid)).toMatchObject([{ name: 'Office of Néa Maren', parentId: 'e' }]);
    expect(laid.losses()).toMatchObject([{ what: 'Entities that differ from the project’s', count: 1 }]);
  });

  it('of one name stay two, and the likelier one is found', () => {
    const own = [entity('e', 'actor', 'Georgia', { category: 'state', country: 'Georgia' })];
    const read = [
      entity('x', 'actor', 'Georgia', { category: 'state', country: 'Georgia' }),
      entity('y', 'actor', 'Georgia', { category: 'other', country: 'United States' }),
    ];
    for (const order of [read, read.toReversed()]) {
      const laid = plan({ entities: order }, { entities: own });
      expect(laid.entity('x')?.id).toBe('e');
      expect(laid.entity('y')?.id).toBe('n1');
    }
  });

  it('read a second time make nothing', () => {
    const read = [entity(OWN_ID, 'actor', 'Velia'), entity('y', 'venue', 'Velia')];
    const first = made(plan({ entities: read })) as (typeof read)[number][];
    expect(plan({ entities: read }, { entities: first }).changes(() => null)).toEqual([]);
  });
});
