import { counted } from '../../../shared/text/counted.ts';
import { ChevronDown, ChevronRight, CircleAlert, Copy } from 'lucide-react';
import { memo } from 'react';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { fileSize } from '../parts/words.ts';
import { type FieldName, fieldProblem, type ImportRow } from './candidates.ts';
import css from './import.module.css';

/** The fields in the order of the columns. */
export const FIELD_HEADS: readonly { readonly field: FieldName; readonly label: string }[] = [
  { field: 'title', label: 'Title' },
  { field: 'outlet', label: 'Outlet' },
  { field: 'date', label: 'Date' },
  { field: 'author', label: 'Author' },
  { field: 'language', label: 'Language' },
  { field: 'url', label: 'Address' },
];

export interface CandidateRowProps {
  readonly row: ImportRow;
  readonly index: number;
  readonly disabled: boolean;
  readonly expanded: boolean;
  onField(index: number, field: FieldName, value: string): void;
  onIncluded(index: number, included: boolean): void;
  onExpand(file: string): void;
  /** To the same field of the next (1) or previous (-1) file. */
  onStep(index: number, field: FieldName, step: 1 | -1): void;
}

/** One file: whether to import it, what was found in it, and its first words on demand. */
export const CandidateRow = memo(function CandidateRow(props: CandidateRowProps) {
  const { row, index, disabled, expanded, onField, onIncluded, onExpand, onStep } = props;
  const { candidate, fields, included } = row;
  const { fileName, problem, duplicateOf } = candidate;
  return (
    <>
      <div role="presentation" className={classes(css.row, !included && css.leftOut)}>
        <span role="cell" className={css.tick}>
          <input
            type="checkbox"
            aria-label={`Import ${fileName}`}
            checked={included}
            disabled={disabled || problem !== null}
            onChange={(event) => onIncluded(index, event.target.checked)}
          />
        </span>
        <span role="cell" className={css.file}>
          <span className={css.fileName} title={fileName}>
            {fileName}
          </span>
          <span className={css.fileFacts}>
            {problem ? fileSize(candidate.bytes) : `${counted(candidate.words, 'word')} · ${candidate.encoding}`}
          </span>
        </span>
        {problem ? (
          <span role="cell" aria-colspan={FIELD_HEADS.length} className={css.trouble}>
            <CircleAlert size={16} aria-hidden />
            <span>
              {problem.message} <span className={css.quiet}>{problem.hint}</span>
            </span>
          </span>
        ) : (
          FIELD_HEADS.map(({ field, label }) => {
            const wrong = fieldProblem(field, fields[field]);
            return (
              <span key={field} role="cell" className={css.cell}>
                <input
                  className={css.cellInput}
                  data-row={index}
                  data-field={field}
                  aria-label={`${label} of ${fileName}`}
                  aria-invalid={wrong ? true : undefined}
                  title={wrong ?? (fields[field] || undefined)}
                  dir="auto"
                  placeholder={field === 'date' ? 'unknown' : '–'}
                  value={fields[field]}
                  disabled={disabled}
                  onChange={(event) => onField(index, field, event.target.value)}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter') return;
                    event.preventDefault();
                    onStep(index, field, event.shiftKey ? -1 : 1);
                  }}
                />
              </span>
            );
          })
        )}
        <span role="cell">
          {!problem && (
            <IconButton
              small
              label={`${expanded ? 'Hide' : 'Show'} the first words of ${fileName}`}
              aria-expanded={expanded}
              onClick={() => onExpand(candidate.file)}
            >
              {expanded ? <ChevronDown size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />}
            </IconButton>
          )}
        </span>
      </div>
      {!problem && duplicateOf !== null && (
        <p role="cell" className={css.duplicate}>
          <Copy size={14} aria-hidden />
          The same text as “{duplicateOf}”.{' '}
          {included
            ? 'Kept only where the other one isn’t: a text is in a project once.'
            : 'Left out, so that nothing is coded twice.'}
        </p>
      )}
      {expanded && !problem && (
        <p role="cell" className={css.excerpt} dir="auto" lang={fields.language || undefined}>
          {candidate.excerpt}
        </p>
      )}
    </>
  );
});
