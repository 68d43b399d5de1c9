import { Star } from 'lucide-react';
import { useState } from 'react';
import type { Code } from '../../../shared/model/code.ts';
import { counted } from '../../../shared/text/counted.ts';
import { Button } from '../../ui/Button.tsx';
import { DetailPart } from '../../ui/Detail.tsx';
import { Checkbox } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { plainList } from '../../ui/Rows.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import { CodedRow } from './CodedRow.tsx';
import { useAct } from './use-act.ts';
import { useWithKeys } from '../../commands/key-words.ts';

const PAGE = 20;

/** Where a code is used: claims of all coders, a page at a time. */
export function CodeClaims(props: { readonly code: Code; readonly used: number; readonly under: number }) {
  const withKeys = useWithKeys();
  const { code, used, under } = props;
  const act = useAct();
  const [withUnder, setWithUnder] = useState(false);
  const [page, setPage] = useState(0);
  const asked = { id: code.id, withUnder, offset: page * PAGE, limit: PAGE };
  const { answer: found, error, isNow } = useAnswer('codes.claims', asked, { keep: true });

  const total = found?.total ?? used;
  const pages = Math.max(1, Math.ceil(total / PAGE));
  // What was undone may have taken the last page along.
  if (isNow && found && page >= pages) setPage(pages - 1);
  return (
    <DetailPart
      title="Where it is used"
      note={counted(total, 'claim')}
      tools={
        under > 0 && (
          <Checkbox
            label={`with the ${counted(under, 'code')} under it`}
            checked={withUnder}
            onChange={(event) => {
              setWithUnder(event.target.checked);
              setPage(0);
            }}
          />
        )
      }
    >
      <ErrorNote error={error} />
      {found && total === 0 && (
        <p className="soft">
          {withKeys('On no claim yet. Select a claim in an article and press {codes} to give it a code.')}
        </p>
      )}
      <ul className={plainList}>
        {(found?.rows ?? []).map((claim) => {
          const isExample = code.examples.includes(claim.annotationId);
          return (
            <CodedRow key={claim.annotationId} claim={claim}>
              <IconButton
                small
                label={isExample ? 'An example: press to take it away' : 'Make it an example'}
                aria-pressed={isExample}
                onClick={() =>
                  void act(
                    'codes.example',
                    { id: code.id, annotationId: claim.annotationId, is: !isExample },
                    isExample ? 'No longer an example' : 'An example now',
                  )
                }
              >
                <Star size={14} aria-hidden fill={isExample ? 'currentColor' : 'none'} />
              </IconButton>
            </CodedRow>
          );
        })}
      </ul>
      {pages > 1 && (
        <Toolbar>
          <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
            Newer
          </Button>
          <span className="soft">
            Page {page + 1} of {pages.toLocaleString('en')}
          </span>
          <Button disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
            Older
          </Button>
        </Toolbar>
      )}
    </DetailPart>
  );
}
