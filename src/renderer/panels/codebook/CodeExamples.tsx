import { X } from 'lucide-react';
import type { CodedClaim } from '../../../shared/api/methods/codebook.ts';
import type { Code } from '../../../shared/model/code.ts';
import { DetailPart } from '../../ui/Detail.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { plainList } from '../../ui/Rows.tsx';
import { ErrorNote } from '../parts/ErrorNote.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import { CodedRow } from './CodedRow.tsx';
import { useAct } from './use-act.ts';

const NONE: readonly CodedClaim[] = [];

/** A code's examples: claims of this project, by their words. */
export function CodeExamples({ code }: { readonly code: Code }) {
  const act = useAct();
  const { answer, error } = useAnswer('codes.examples', code.examples.length > 0 ? { id: code.id } : null);
  const rows = answer?.rows ?? NONE;
  const shown = rows.filter((row) => code.examples.includes(row.annotationId));
  return (
    <DetailPart title="Examples">
      <ErrorNote error={error} />
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
