import { useEffect, useState } from 'react';
import type { Input } from '../../../shared/api/contract.ts';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';
import type { MentionPage, MentionPlace } from '../../../shared/api/methods/mentions.ts';
import type { FoundArticle } from '../../../shared/api/methods/search.ts';
import { useClient } from '../../store/context.tsx';

/** The most places that are gathered: no more are tagged in one act. */
export const MOST = 20_000;
/** Places of one answer. */
const PAGE = 400;

/** What a preview has brought so far. */
export interface Mentions {
  readonly first: MentionPage;
  readonly places: readonly MentionPlace[];
  readonly articles: ReadonlyMap<string, FoundArticle>;
  readonly already: number;
  readonly others: number;
  /** Articles that were looked at. */
  readonly looked: number;
  readonly done: boolean;
}

/** What is asked; another object asks anew. */
export type MentionsInput = Omit<Input<'mentions.preview'>, 'after' | 'limit'>;

/** Gathers the places page by page; null before the first page. */
export function useMentions(input: MentionsInput): {
  readonly found: Mentions | null;
  readonly error: ErrorInfo | null;
} {
  const client = useClient();
  const [state, setState] = useState<{ input: MentionsInput; found: Mentions } | null>(null);
  const [failed, setFailed] = useState<{ input: MentionsInput; error: ErrorInfo } | null>(null);
  useEffect(() => {
    let live = true;
    const gather = async (): Promise<void> => {
      let found: Mentions | null = null;
      let after: number | null = null;
      do {
        const page: MentionPage = await client.call('mentions.preview', { ...input, after, limit: PAGE });
        if (!live) return;
        found = join(found, page);
        after = page.next;
        setState({ input, found });
      } while (after !== null && !found.done);
    };
    gather().catch((thrown: unknown) => live && setFailed({ input, error: errorInfo(thrown) }));
    return () => {
      live = false;
    };
  }, [client, input]);
  return {
    found: state?.input === input ? state.found : null,
    error: failed?.input === input ? failed.error : null,
  };
}

function join(before: Mentions | null, page: MentionPage): Mentions {
  const articles = new Map(before?.articles);
  for (const article of page.articles) articles.set(article.id, article);
  const places = [...(before?.places ?? []), ...page.places];
  return {
    first: before?.first ?? page,
    places: places.slice(0, MOST),
    articles,
    already: (before?.already ?? 0) + page.already,
    others: (before?.others ?? 0) + page.others,
    looked: (before?.looked ?? 0) + page.looked,
    done: page.next === null || places.length >= MOST,
  };
}
