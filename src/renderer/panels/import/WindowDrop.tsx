import { useEffect, useEffectEvent, useState } from 'react';
import css from './drop.module.css';
import { droppedFiles } from './dropped.ts';

export interface WindowDropProps {
  /** Whether files can be taken now. */
  readonly enabled: boolean;
  onFiles(files: readonly File[]): void;
  onFailed(error: unknown): void;
}

/** Takes files that are dropped anywhere on the window; says so while they hover over it. */
export function WindowDrop({ enabled, onFiles, onFailed }: WindowDropProps) {
  const [over, setOver] = useState(false);

  const taken = useEffectEvent((transfer: DataTransfer) => {
    if (!enabled) return;
    droppedFiles(transfer).then((files) => files.length > 0 && onFiles(files), onFailed);
  });
  const hover = useEffectEvent(() => setOver(enabled));

  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event) || !event.dataTransfer) return;
      // Without this the browser would leave the workbench and show the file.
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      hover();
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      taken(event.dataTransfer);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);

  if (!over) return null;
  return (
    <div className={css.overlay} aria-hidden>
      <p>Drop the articles to import them</p>
    </div>
  );
}
