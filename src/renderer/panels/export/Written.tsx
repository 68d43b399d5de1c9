import { CircleCheck } from 'lucide-react';
import type { ExportResult } from '../../../shared/api/contract.ts';
import { counted } from '../../../shared/text/counted.ts';
import { LossList } from '../parts/LossList.tsx';
import { ScrollRegion } from '../parts/ScrollRegion.tsx';
import { count, fileSize, moment } from '../parts/words.ts';
import css from './export.module.css';

/** Files that are listed; the others are counted. */
const SHOWN = 100;

/** What was written, and where. */
export function Written({ result }: { readonly result: ExportResult }) {
  const { location, files, losses, replaced } = result;
  const counts = files.some((file) => file.rows !== null);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <div className={css.written} role="status">
      <p className={css.done}>
        <CircleCheck size={20} aria-hidden />
        <strong>
          {counted(files.length, 'file')} written ({fileSize(bytes)})
        </strong>
      </p>
      <p>
        <span className={css.quiet}>In</span> <code className={css.where}>{location}</code>
        {replaced !== null && (
          <>
            {' '}
            <span className={css.quiet}>
              It replaced the export of <time dateTime={replaced}>{moment(replaced)}</time>.
            </span>
          </>
        )}
      </p>
      <ScrollRegion label="Files written" className={css.fileList}>
        <table className={css.files}>
          <thead>
            <tr>
              <th scope="col">File</th>
              {counts && <th scope="col">Rows</th>}
              <th scope="col">Size</th>
            </tr>
          </thead>
          <tbody>
            {files.slice(0, SHOWN).map((file) => (
              <tr key={file.name}>
                <th scope="row">{file.name}</th>
                {counts && <td>{file.rows === null ? '' : count(file.rows)}</td>}
                <td>{fileSize(file.bytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {files.length > SHOWN && (
        <p className={css.quiet}>and {counted(files.length - SHOWN, 'more file', 'more files')}</p>
      )}
      {losses.length > 0 && (
        <details className={css.lossDetails}>
          <summary>What this format left behind ({losses.length})</summary>
          <LossList losses={losses} label="Left behind" />
        </details>
      )}
    </div>
  );
}
