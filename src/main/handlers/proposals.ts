import type { Input } from '../../shared/api/contract.ts';
import type { Handlers } from '../../shared/api/dispatch.ts';
import { ParleyError } from '../../shared/api/errors.ts';
import type { Change } from '../../shared/change/change.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { Article } from '../../shared/model/article.ts';
import type { Kind } from '../../shared/model/kind.ts';
import type { Link } from '../../shared/model/link.ts';
import type { Role } from '../../shared/model/role.ts';
import type { Outcome, Verdict } from '../../shared/model/verdict.ts';
import { isSameMention } from '../../shared/text/mention.ts';
import { normaliseSpan, sameSpan, type Span, spanEnd, spanLength, spanStart } from '../../shared/text/span.ts';
import { annotationTable } from '../db/annotations.ts';
import { linkTable } from '../db/links.ts';
import { verdictTable } from '../db/verdicts.ts';
import { firstCoding, recoded } from './coding.ts';
import type { Context } from './context.ts';
import { creation, edit, Layer } from './layer.ts';

/** Proposals that the coder takes or waves away. They are found in the window; here is what becomes of them. */
export const proposalHandlers: Pick<
  Handlers<Context>,
  'proposals.accept' | 'proposals.dismiss' | 'proposals.verdicts' | 'proposals.stats'
> = {
  'proposals.accept'(context, input) {
    const project = context.session.need();
    const layer = new Layer(context);
    const article = layer.article(input.articleId);
    const act = new Acceptance(context, layer, article);
    const claim = act.claim(input);
    act.fill(claim.id, 'claimant', 'actor', input.speaker);
    act.fill(claim.id, 'addressee', 'actor', input.addressee);
    act.fill(claim.id, 'relay', 'actor', input.relay);
    act.fill(claim.id, 'venue', 'venue', input.venue);
    const changes = act.changes;
    if (changes.length === 0) return { id: claim.id, applied: project.commit('', []) };
    changes.push(creation('verdict', verdict(context, layer, { ...input, reason: '' })));
    const what = `${input.claimId === undefined ? 'take' : 'complete'} ${layer.name(claim)}`;
    return { id: claim.id, applied: project.commit(what, [...layer.beginnings(article), ...changes]) };
  },

  'proposals.dismiss'(context, { articleId, rule, key, reason }) {
    const project = context.session.need();
    const layer = new Layer(context);
    const article = layer.article(articleId);
    const known = verdictTable(project.db).ofArticle(articleId, layer.coderId);
    const isDismissed = known.some(
      (one) => one.about === 'proposal' && one.key === key && one.rule === rule && one.outcome === 'dismissed',
    );
    if (isDismissed) return project.commit('', []);
    const made = verdict(context, layer, { articleId, rule, key, outcome: 'dismissed', reason: reason ?? '' });
    // Nothing is coded by it: the article stays new.
    const [coder] = layer.beginnings(article).filter((change) => change.record === 'coder');
    return project.commit('dismiss a proposal', [...(coder ? [coder] : []), creation('verdict', made)]);
  },

  'proposals.verdicts'(context, { articleId }) {
    const { db } = context.session.need();
    const all = verdictTable(db).ofArticle(articleId, context.user.coder().id);
    return { verdicts: all.filter((one) => one.about === 'proposal') };
  },

  'proposals.stats'(context) {
    const { db } = context.session.need();
    const rules = new Map<string, Record<Outcome, number>>();
    for (const { rule, outcome, count } of verdictTable(db).outcomes(context.user.coder().id, 'proposal')) {
      const own = rules.get(rule) ?? { accepted: 0, changed: 0, dismissed: 0 };
      own[outcome] = count;
      rules.set(rule, own);
    }
    return { rules: [...rules].map(([rule, outcomes]) => ({ rule, outcomes })) };
  },
};

function verdict(
  context: Context,
  layer: Layer,
  given: Pick<Verdict, 'articleId' | 'rule' | 'key' | 'outcome' | 'reason'>,
): Verdict {
  const { articleId, rule, key, outcome, reason } = given;
  return {
    id: context.newId(),
    articleId,
    coderId: layer.coderId,
    about: 'proposal',
    rule,
    key,
    outcome,
    reason,
    createdAt: context.now(),
  };
}

/** What taking one proposal changes, gathered. */
class Acceptance {
  readonly changes: Change[] = [];
  readonly #context: Context;
  readonly #layer: Layer;
  readonly #article: Article;
  readonly #own: Annotation[];
  readonly #now: string;

  constructor(context: Context, layer: Layer, article: Article) {
    this.#context = context;
    this.#layer = layer;
    this.#article = article;
    this.#own = annotationTable(layer.db)
      .ofArticle(article.id)
      .filter((annotation) => annotation.coderId === layer.coderId);
    this.#now = context.now();
  }

  /** The claim, tagged if it isn't yet, with its cue and reporting. */
  claim({ claimId, claim, cue, reporting }: Input<'proposals.accept'>): Annotation {
    const span = this.#layer.span(this.#article, claim);
    const before = claimId === undefined ? this.#tagged('claim', span, 'same') : this.#named(claimId);
    const shaped = before && !sameSpan(before.fragments, span) ? { ...before, fragments: span } : before;
    const start = shaped ?? this.#fresh('claim', span);
    // What the coder has set stays.
    const coded = recoded(this.#layer, start, {
      ...(cue && start.cue.length === 0 ? { cue } : {}),
      ...(reporting && start.reporting === '' ? { reporting } : {}),
    });
    if (!before) this.changes.push(creation('annotation', coded));
    else if (coded !== before) this.changes.push(edit('annotation', before, { ...coded, updatedAt: this.#now }));
    return coded;
  }

  /** Links a role of the claim with words: with the annotation on them, or a new one. */
  fill(claimId: string, role: Role, kind: Kind, words: Span | undefined): void {
    if (!words) return;
    const span = this.#layer.span(this.#article, words);
    const target = this.#tagged(kind, span, 'nearly') ?? this.#tag(kind, span);
    const links = linkTable(this.#layer.db);
    if (links.find(claimId, role, target.id)) return;
    const position = links.ofClaim(claimId).filter((link) => link.role === role).length;
    const link: Link = {
      id: this.#context.newId(),
      articleId: this.#article.id,
      claimId,
      role,
      targetIs: 'annotation',
      targetId: target.id,
      position,
    };
    this.changes.push(creation('link', link));
  }

  #named(id: string): Annotation {
    const claim = this.#layer.own(id);
    if (claim.kind === 'claim' && claim.articleId === this.#article.id) return claim;
    throw new ParleyError('bad-input', 'Only a claim of this article can be completed.', 'Select a claim first.');
  }

  /** The coder's annotation on these words; `nearly`: else one that mentions the same, with most of the words. */
  #tagged(kind: Kind, span: Span, how: 'same' | 'nearly'): Annotation | null {
    const ofKind = this.#own.filter((annotation) => annotation.kind === kind);
    const same = ofKind.find((annotation) => sameSpan(annotation.fragments, span));
    if (same || how === 'same') return same ?? null;
    const text = this.#layer.text(this.#article);
    const near = ofKind
      .filter(({ fragments }) => isSameMention(text, fragments, span))
      .sort((a, b) => shared(b.fragments, span) - shared(a.fragments, span));
    return near[0] ?? null;
  }

  #tag(kind: Kind, span: Span): Annotation {
    const annotation = this.#fresh(kind, span);
    this.changes.push(creation('annotation', annotation));
    this.#own.push(annotation);
    return annotation;
  }

  #fresh(kind: Kind, fragments: Span): Annotation {
    return {
      id: this.#context.newId(),
      articleId: this.#article.id,
      kind,
      coderId: this.#layer.coderId,
      fragments,
      memo: '',
      attributes: {},
      ...firstCoding(this.#layer.db, kind),
      createdAt: this.#now,
      updatedAt: this.#now,
    };
  }
}

/** How many units both spans cover. */
function shared(a: Span, b: Span): number {
  if (spanEnd(a) <= spanStart(b) || spanEnd(b) <= spanStart(a)) return 0;
  const both = normaliseSpan([...a, ...b]);
  return spanLength(a) + spanLength(b) - spanLength(both);
}
