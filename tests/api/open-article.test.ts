import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/shared/change/change.ts';
import type { Input, OpenArticle } from '../../src/shared/api/contract.ts';
import { fromWire } from '../../src/shared/api/wire.ts';
import { type Annotation, REPORTINGS, UNCODED } from '../../src/shared/model/annotation.ts';
import { type Kind, KINDS } from '../../src/shared/model/kind.ts';
import type { Link } from '../../src/shared/model/link.ts';
import type { Fragment } from '../../src/shared/text/span.ts';
import { addArticle, makeCoded, refusal, type TestCore } from './support/core.ts';

/* The database writes an open article for the window by itself: it has to say the same as the records do. */

const TEXT =
  `“Velia” will \u{1F600} reopen the bridge\\ at Port Maren,\r\nsaid e\u0301lan — \u0645\u0631\u064a\u0645 agreed.\n\n`.repeat(
    4,
  );
const AT = '2031-03-14T08:00:00.000Z';
const CODERS = ['ana', 'ben', 'eva'];

/** What may be tagged: fragments that no pair is cut by, a gap between each. */
const fragments: fc.Arbitrary<Fragment[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: TEXT.length - 1 }), { minLength: 2, maxLength: 6 })
  .map((places) => {
    const safe = places.map((at) => (/[\uDC00-\uDFFF]/.test(TEXT[at] ?? '') ? at - 1 : at));
    const sorted = [...new Set(safe)].toSorted((a, b) => a - b);
    const found: Fragment[] = [];
    for (let i = 0; i + 1 < sorted.length; i += 2) {
      const [start, end] = [sorted[i] as number, sorted[i + 1] as number];
      if ((found.at(-1)?.end ?? -1) < start) found.push({ start, end });
    }
    return found;
  })
  .filter((found) => found.length > 0);
/** Few places, so that many stand in the same one. */
const spans = fc.oneof(fc.constantFrom([{ start: 0, end: 7 }], [{ start: 1, end: 6 }]), fragments);
const words = fc.oneof(fc.constant(''), fc.constantFrom('a "note"\n\\ \u{1F600} \u2028', '\u0007', 'née'));

const annotation = fc.record({
  kind: fc.constantFrom(...KINDS),
  coderId: fc.constantFrom(...CODERS),
  fragments: spans,
  memo: words,
  attributes: fc.constantFrom<Annotation['attributes']>({}, {}, { Sure: true, 'He said "so"': 'ein\tWort' }),
  isCoded: fc.boolean(),
  reporting: fc.constantFrom(...REPORTINGS),
  utteredOn: fc.constantFrom('', '2031-03-12'),
  cue: fc.constantFrom<Annotation['cue']>([], [{ start: 2, end: 5 }]),
  note: words,
  later: fc.boolean(),
});

interface Coders extends TestCore {
  readonly articleId: string;
  readonly code: string;
  /** Whom an annotation of each kind may be linked with. */
  readonly entities: Readonly<Record<Kind, string | null>>;
}

type Drawn = typeof annotation extends fc.Arbitrary<infer T> ? T : never;

function toAnnotation(drawn: Drawn, i: number, { articleId, code, entities }: Coders): Annotation {
  const { kind, coderId, fragments: span, memo, attributes } = drawn;
  const isClaim = kind === 'claim';
  const coding = drawn.isCoded && {
    codes: isClaim ? [code] : [],
    values: isClaim ? { heat: 3, note: drawn.note } : {},
    reporting: isClaim ? drawn.reporting : ('' as const),
    cue: isClaim ? drawn.cue : [],
    utteredOn: isClaim ? drawn.utteredOn : '',
    entityId: entities[kind],
  };
  return {
    // Not in the order in which they are made.
    id: `n "${(i * 7) % 31}`,
    articleId,
    kind,
    coderId,
    fragments: span,
    memo,
    attributes,
    ...UNCODED,
    ...coding,
    createdAt: AT,
    updatedAt: drawn.later ? '2031-03-15T08:00:00.000Z' : AT,
  };
}

const created = <R extends { readonly id: string }>(record: Change['record'], after: R): Change =>
  ({ record, id: after.id, before: null, after }) as unknown as Change;

/** Puts what was drawn into the project, with its links, as one act. */
function keep(core: Coders, drawn: readonly Drawn[]): void {
  const { articleId } = core;
  const annotations = drawn.map((each, i) => toAnnotation(each, i, core));
  const claim = annotations.find(({ kind }) => kind === 'claim');
  const links = annotations
    .filter(({ kind, coderId }) => claim && kind === 'actor' && coderId === claim.coderId)
    .map(
      ({ id, entityId }, i): Link => ({
        id: `l ${i}`,
        articleId,
        claimId: claim?.id ?? '',
        role: i % 2 ? 'addressee' : 'claimant',
        targetIs: 'annotation',
        targetId: id,
        position: i,
        ...(entityId && i === 0 ? { targetIs: 'entity' as const, targetId: entityId } : {}),
      }),
    );
  core.context.session
    .need()
    .commit('code all', [
      ...annotations.map((each) => created('annotation', each)),
      ...links.map((each) => created('link', each)),
    ]);
}

/** Three coders, an actor and a venue. */
async function withCoders(): Promise<Coders> {
  const core = await makeCoded(TEXT);
  const coders = CODERS.map(
    (id): Change => ({ record: 'coder', id, before: null, after: { id, name: id, createdAt: AT } }),
  );
  core.context.session.need().commit('begin', coders);
  const add = (entity: Input<'entities.add'>['entity']) =>
    core.client.call('entities.add', { entity, annotationIds: [] });
  const { id: actor } = await add({ kind: 'actor', category: 'state', name: 'Velia' });
  const { id: venue } = await add({ kind: 'venue', category: 'place', name: 'Port Maren' });
  const { id: code } = await core.client.call('codes.add', { parentId: null, name: 'Talks' });
  return { ...core, code, entities: { actor, venue, claim: null } };
}

const crossed = async (core: TestCore, id: string): Promise<unknown> =>
  fromWire('articles.open', JSON.parse(await core.answer('articles.open', { id })));

describe('an article that is opened', () => {
  it('crosses to the window as the records have it, however it is coded', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(annotation, { maxLength: 12 }), async (drawn) => {
        const core = await withCoders();
        keep(core, drawn);
        const records = (await core.dispatch('articles.open', { id: core.articleId })) as OpenArticle;
        expect(records.annotations).toHaveLength(drawn.length);
        expect(await crossed(core, core.articleId)).toEqual(JSON.parse(JSON.stringify(records)));
      }),
      { numRuns: 40 },
    );
  });

  it('says once what all its annotations have alike', async () => {
    const core = await withCoders();
    const id = await addArticle(core, 'long.txt', 'Velia waited. '.repeat(1000));
    const changes = Array.from({ length: 1000 }, (_, i): Change => {
      const own = `01a21afc-2efa-734b-ba77-9b42e799${String(i).padStart(4, '0')}`;
      const plain = { articleId: id, kind: 'actor', coderId: 'ana', memo: '', attributes: {}, ...UNCODED } as const;
      const span = [{ start: i * 14, end: i * 14 + 5 }];
      return {
        record: 'annotation',
        id: own,
        before: null,
        after: { ...plain, id: own, fragments: span, createdAt: AT, updatedAt: AT },
      };
    });
    core.context.session.need().commit('tag all', changes);
    const plain = JSON.stringify(await core.dispatch('articles.open', { id })).length;
    expect((await core.answer('articles.open', { id })).length).toBeLessThan(plain / 3);
  });

  it('is refused in the same words by both ways', async () => {
    const core = await withCoders();
    const missing = await refusal(core.answer('articles.open', { id: 'gone' }));
    expect(missing).toMatchObject({ code: 'not-found', hint: 'It may have been removed.' });
    expect(await refusal(core.dispatch('articles.open', { id: 'gone' }))).toEqual(missing);
    expect(await refusal(core.answer('articles.open', { id: 7 }))).toMatchObject({ code: 'bad-input' });
  });
});
