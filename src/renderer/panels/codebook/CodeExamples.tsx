import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { CodedClaim } from '../../../shared/api/methods/codebook.ts';
import type { Code } from '../../../shared/model/code.ts';
import { useClient } from '../../store/context.tsx';
import { useStore } from '../../store/store.ts';
import { DetailPart } from '../../ui/Detail.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { plainList } from '../../ui/Rows.tsx';
import { CodedRow } from './CodedRow.tsx';
import { useAct } from './use-act.ts';

const NONE: readonly CodedClaim[] = [];

/** A code's examples: claims of this project, by their words. */
export function CodeExamples({ code }: { readonly code: Code }) {
  const client = useClient();
  const act = useAct();
  const project = useStore((store) => store.project);
  const [rows, setRows] = useState(NONE);
  const has = code.examples.length > 0;
  useEffect(() => {
    if (!has) return;
    let isWanted = true;
    client.call('codes.examples', { id: code.id }).then(
      (found) => isWanted && setRows(found.rows),
      () => isWanted && setRows(NONE),
    );
    return () => {
      isWanted = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- a new project object means that something changed
  }, [client, code, project, has]);
  const shown = rows.filter((row) => code.examples.includes(row.annotationId));
  return (
    <DetailPart title="Examples">
      {shown.length === 0 ? (
        <p className="soft">None yet. Make one of a claim below: it shows what is meant, and is exported with it.</p>
      ) : (
        <ul className={plainList}>
          {shown.map((claim) => (
            <CodedRow key={claim.annotationId} claim={claim}>
              <IconButton
                small
                label={`No longer an example: ${claim.words}`}
                onClick={() =>
                  void act(
                    'codes.example',
                    { id: code.id, annotationId: claim.annotationId, is: false },
                    'No longer an example',
                  )
                }
              >
                <X size={14} aria-hidden />
              </IconButton>
            </CodedRow>
          ))}
        </ul>
      )}
    </DetailPart>
  );
}
