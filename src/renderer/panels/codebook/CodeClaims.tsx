import { Star } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { CodedClaim } from '../../../shared/api/methods/codebook.ts';
import type { Code } from '../../../shared/model/code.ts';
import { counted } from '../../../shared/text/counted.ts';
import { useClient } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { DetailPart } from '../../ui/Detail.tsx';
import { Checkbox } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { plainList } from '../../ui/Rows.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { CodedRow } from './CodedRow.tsx';
import { useAct } from './use-act.ts';
import { useWithKeys } from '../../commands/key-words.ts';

const PAGE = 20;

interface Page {
  readonly total: number;
  readonly rows: readonly CodedClaim[];
}

/** Where a code is used: claims of all coders, a page at a time. */
export function CodeClaims(props: { readonly code: Code; readonly used: number; readonly under: number }) {
  const withKeys = useWithKeys();
  const { code, used, under } = props;
  const client = useClient();
  const act = useAct();
  const project = useStore((store) => store.project);
  const [withUnder, setWithUnder] = useState(false);
  const [page, setPage] = useState(0);
  const [found, setFound] = useState<Page | null>(null);
  useEffect(() => {
    let isWanted = true;
    client.call('codes.claims', { id: code.id, withUnder, offset: page * PAGE, limit: PAGE }).then(
      (answer) => isWanted && setFound(answer),
      () => isWanted && setFound({ total: 0, rows: [] }),
    );
    return () => {
      isWanted = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- a new project object means that something changed
  }, [client, code.id, withUnder, page, project]);

  const total = found?.total ?? used;
  const pages = Math.ceil(total / PAGE);
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
