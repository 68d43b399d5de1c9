import { describe, expect, it } from 'vitest';
import { candidates, filtered } from '../../../src/renderer/commands/candidates.ts';
import { type Annotation, UNCODED } from '../../../src/shared/model/annotation.ts';
import type { Kind } from '../../../src/shared/model/kind.ts';
import type { Link } from '../../../src/shared/model/link.ts';
import type { Role } from '../../../src/shared/model/role.ts';

const TEXT = [
  'Oster and Lund met in Port Maren.',
  'Hale said that Oster would not wait, and Velia agreed.',
  'Later Hale spoke to Radio Meridian about Solène.',
].join('\n\n');
const OPEN = { text: TEXT, locale: 'en' };

function annotation(id: string, kind: Kind, words: string, nth = 0): Annotation {
  let start = TEXT.indexOf(words);
  for (let i = 0; i < nth; i++) start = TEXT.indexOf(words, start + 1);
  const fragments = [{ start, end: start + words.length }];
  return {
    id,
    articleId: 'a',
    kind,
    coderId: 'me',
    fragments,
    memo: '',
    attributes: {},
    ...UNCODED,
    createdAt: '',
    updatedAt: '',
  };
}

function link(claimId: string, role: Role, targetId: string): Link {
  return { id: `${claimId}-${targetId}`, articleId: 'a', claimId, role, targetIs: 'annotation', targetId, position: 0 };
}

const claim = annotation('claim', 'claim', 'Oster would not wait');
const all = [
  annotation('oster-1', 'actor', 'Oster'),
  annotation('lund', 'actor', 'Lund'),
  annotation('port', 'venue', 'Port Maren'),
  annotation('hale-1', 'actor', 'Hale'),
  claim,
  annotation('oster-2', 'actor', 'Oster', 1),
  annotation('velia', 'actor', 'Velia'),
  annotation('hale-2', 'actor', 'Hale', 1),
  annotation('radio', 'venue', 'Radio Meridian'),
  annotation('solene', 'actor', 'Solène'),
];
const names = (list: readonly { readonly words: string }[]) => list.map(({ words }) => words);

describe('candidates', () => {
  it('puts the same sentence first, then what is near, and each name once', () => {
    const list = candidates(OPEN, claim, 'claimant', all, []);
    expect(names(list).slice(0, 2)).toEqual(['Velia', 'Hale']);
    expect(names(list).filter((name) => name === 'Hale')).toHaveLength(1);
    expect(list[1]?.annotation?.id).toBe('hale-1');
    expect(list[1]?.why).toBe('same sentence');
  });

  it('offers only the kind that the role takes', () => {
    expect(names(candidates(OPEN, claim, 'venue', all, []))).toEqual(['Port Maren', 'Radio Meridian']);
  });

  it('offers names nearby that aren’t tagged yet, the nearest first, unless the same name is tagged', () => {
    const tagged = all.filter(({ id }) => !['velia', 'hale-1', 'oster-1'].includes(id));
    const list = candidates(OPEN, claim, 'claimant', tagged, []);
    expect(names(list).slice(0, 2)).toEqual(['Velia', 'Hale']);
    expect(list[0]?.annotation).toBeNull();
    expect(list[0]?.why).toBe('same sentence, not tagged yet');
    expect(list[0]?.fragments).toEqual([{ start: TEXT.indexOf('Velia'), end: TEXT.indexOf('Velia') + 5 }]);
    // Hale is tagged in the next paragraph: that mention stands for the name, as near as the name is.
    expect(list[1]?.annotation?.id).toBe('hale-2');
    expect(names(list).filter((name) => name === 'Hale')).toHaveLength(1);
    // Port Maren is tagged as a venue: that was decided.
    expect(names(list)).not.toContain('Port Maren');
  });

  it('offers no name that fills the role already', () => {
    const tagged = all.filter(({ id }) => id !== 'hale-1');
    const list = candidates(OPEN, claim, 'claimant', tagged, [link('claim', 'claimant', 'hale-2')]);
    expect(names(list)).not.toContain('Hale');
  });

  it('brings names that fill the role elsewhere nearer, and leaves out what fills it here', () => {
    const before = names(candidates(OPEN, claim, 'addressee', all, []));
    const links = [link('another', 'addressee', 'solene'), link('claim', 'addressee', 'velia')];
    const after = names(candidates(OPEN, claim, 'addressee', all, links));
    expect(after).not.toContain('Velia');
    expect(after.indexOf('Solène')).toBeLessThan(before.indexOf('Solène'));
  });

  it('narrows by letters, whatever their case and accents', () => {
    const list = candidates(OPEN, claim, 'claimant', all, []);
    expect(names(filtered(list, 'SOLE'))).toEqual(['Solène']);
    expect(filtered(list, 'zz')).toEqual([]);
    expect(filtered(list, ' ')).toBe(list);
  });
});
