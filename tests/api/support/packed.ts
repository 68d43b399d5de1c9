import type { OpenArticle } from '../../../src/shared/api/contract.ts';
import { Packed } from '../../../src/shared/api/wire.ts';
import type { MoreWire, OpenArticleWire } from '../../../src/shared/api/wire/open-article.ts';
import { KINDS } from '../../../src/shared/model/kind.ts';
import type { Span } from '../../../src/shared/text/span.ts';

/** An open article in the form in which it crosses, made without a database: everything is told of each annotation. */
export function packed({ article, text, annotations, links }: OpenArticle): Packed {
  const coders = [...new Set(annotations.map((each) => each.coderId))];
  const wire: OpenArticleWire = {
    article,
    text,
    ids: annotations.map((each) => each.id),
    kinds: annotations.map((each) => KINDS.indexOf(each.kind)),
    coders,
    layers: coders.length < 2 ? null : annotations.map((each) => coders.indexOf(each.coderId)),
    starts: annotations.map((each) => each.fragments[0]?.start ?? 0),
    lengths: annotations.map(({ fragments }) => (fragments.at(-1)?.end ?? 0) - (fragments[0]?.start ?? 0)),
    created: annotations.map((each) => each.createdAt),
    more: annotations.map(
      ({
        id,
        fragments,
        memo,
        attributes,
        updatedAt,
        entityId,
        codes,
        values,
        reporting,
        cue,
        utteredOn,
      }): MoreWire => [
        id,
        pairs(fragments),
        memo,
        attributes,
        updatedAt,
        entityId,
        { codes, values, reporting, cue: pairs(cue), utteredOn },
      ],
    ),
    links: links.map((link) => [link.id, link.claimId, link.role, link.targetIs, link.targetId, link.position]),
  };
  return new Packed(JSON.stringify(wire));
}

const pairs = (span: Span): [number, number][] => span.map(({ start, end }) => [start, end]);
