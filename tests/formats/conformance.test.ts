import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Corpus, Format, FormatOptions, ReadMapping, ReadUnit } from '../../src/shared/formats/format.ts';
import { formatById, formats } from '../../src/shared/formats/registry.ts';
import { anyCorpus, hardCorpus } from './corpora.ts';
import { expectedBook, expectedUnits, forget, unitsWithIds } from './expected.ts';
import { makeCorpus, NO_MAPPING, shape, sources, writeAll } from './support.ts';

/** Every choice of every option for writing, all with all. */
function choices(format: Format): FormatOptions[] {
  return format.info.options
    .filter((option) => option.when !== 'read')
    .reduce<FormatOptions[]>(
      (all, option) => all.flatMap((one) => option.choices.map(({ value }) => ({ ...one, [option.id]: value }))),
      [{}],
    );
}

/** The same text for the same value, whatever the order of its keys. */
function canonical(value: object): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Every id of articles, annotations and links, with what it names. */
function idsOf(units: readonly ReadUnit[]): string[] {
  return units
    .flatMap(({ article, annotations, links }) => [
      `article ${article.id}`,
      ...annotations.map(({ key, kind, fragments }) => `${kind} ${key} ${JSON.stringify(fragments)}`),
      ...links.map(({ id, claim, role, target }) => `${claim} –${role}→ ${target}: ${id}`),
    ])
    .sort();
}

function roundTrip(format: Format, corpus: Corpus, options: FormatOptions): void {
  const losses = format.loses(corpus, options);
  expect(losses.every((loss) => loss.count > 0 && loss.what !== '' && loss.detail !== '')).toBe(true);
  const disk = writeAll(format, corpus, options);
  const suffixed = [...disk.keys()].some((path) => path.endsWith('.ann')) && options.coders !== 'merge';
  const mapping: ReadMapping = { ...NO_MAPPING, coderFrom: suffixed ? 'suffix' : 'none' };
  const read = () => format.read?.(sources(disk, format), mapping, {});
  if (options.text === 'omit') {
    expect(losses.find((loss) => loss.what === 'Articles’ texts')?.count ?? 0).toBe([...corpus.units()].length);
    expect(read).toThrow(/without the articles’ texts/);
    return;
  }
  const result = read();
  const lost = new Set(losses.map((loss) => loss.what));
  const found = result?.units.map((unit) => canonical(shape(forget(unit, lost, NO_MAPPING.coder))));
  const expected = expectedUnits(corpus, lost, NO_MAPPING.coder).map((unit) => canonical(shape(unit)));
  expect(found?.sort()).toEqual(expected.sort());
  if (!lost.has('Ids of articles, annotations and links')) {
    expect(idsOf(result?.units ?? [])).toEqual(idsOf(unitsWithIds(corpus)));
  }
  expect(result?.losses).toEqual([]);
  expect(result && expectedBook(result.book, lost)).toEqual(expectedBook(corpus, lost));
}

describe('the registry', () => {
  it('has formats of different ids that do what they say', () => {
    expect(new Set(formats.map((format) => format.info.id)).size).toBe(formats.length);
    for (const format of formats) {
      expect(formatById(format.info.id)).toBe(format);
      expect([format.read !== undefined, format.write !== undefined]).toEqual([format.info.reads, format.info.writes]);
      expect(format.extensions.length).toBeGreaterThan(0);
      for (const option of format.info.options) {
        expect(option.choices.map((choice) => choice.value)).toContain(option.initial);
      }
    }
    expect(formatById('no such')).toBeNull();
  });
});

for (const format of formats.filter((candidate) => candidate.read && candidate.write)) {
  for (const options of choices(format)) {
    describe(`${format.info.id} ${JSON.stringify(options)}`, () => {
      it('gives back what formats get wrong, but for what it says that it loses', () => {
        roundTrip(format, hardCorpus(), options);
        roundTrip(format, hardCorpus(['Ana']), options);
      });

      it('gives back an empty project', () => {
        if (format.info.id !== 'brat') roundTrip(format, makeCorpus([], []), options);
        expect(format.loses(makeCorpus([], []), options)).toEqual([]);
      });

      it('gives back any project, but for what it says that it loses', () => {
        fc.assert(
          fc.property(anyCorpus, (corpus) => roundTrip(format, corpus, options)),
          { numRuns: 150 },
        );
      });

      it('writes the same files twice, and walks the corpus without holding it', () => {
        expect(writeAll(format, hardCorpus(), options)).toEqual(writeAll(format, hardCorpus(), options));
      });
    });
  }

  describe(format.info.id, () => {
    it('refuses a choice that it does not have', () => {
      for (const option of format.info.options.filter((candidate) => candidate.when !== 'read')) {
        expect(() => writeAll(format, hardCorpus(), { [option.id]: 'no such' })).toThrow(/has no “no such”/);
      }
    });
  });
}
