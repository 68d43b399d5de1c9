import { useCallback, useEffect, useState } from 'react';
import type { ArticleFindings } from '../../../shared/api/methods/lint.ts';
import type { Finding } from '../../../shared/model/finding.ts';
import { type ErrorInfo, errorInfo } from '../../../shared/api/errors.ts';
import { useClient } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';

/** What tells one finding of an article from another. */
export function findingName({ rule, key }: Finding): string {
  return `${rule} ${key}`;
}

/** How long changes have to rest, in milliseconds, before the article is looked at again. */
const REST = 150;

export interface Looked {
  /** What was found last; null before the first answer. Of another article never. */
  readonly found: ArticleFindings | null;
  readonly error: ErrorInfo | null;
}

/** What is found in an article, looked at anew after each change. */
export function useFindings(articleId: string): Looked {
  const client = useClient();
  const coderId = useStore((store) => store.app?.coder.id);
  // Every act, undo and redo gives another one.
  const history = useStore((store) => store.project?.history);
  const [answer, setAnswer] = useState<{ readonly articleId: string; readonly found: ArticleFindings } | null>(null);
  const [error, setError] = useState<ErrorInfo | null>(null);
  const look = useCallback(
    async (current: () => boolean) => {
      try {
        const found = await client.call('lint.article', { articleId });
        if (current()) {
          setAnswer({ articleId, found });
          setError(null);
        }
      } catch (thrown) {
        if (current()) setError(errorInfo(thrown));
      }
    },
    [client, articleId],
  );
  const known = answer?.articleId === articleId;
  useEffect(() => {
    let here = true;
    const timer = setTimeout(() => void look(() => here), known ? REST : 0);
    return () => {
      here = false;
      clearTimeout(timer);
    };
    // What has changed tells when to look, not what is seen.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [look, coderId, history]);
  return { found: known ? answer.found : null, error };
}
