import { useEffect, useEffectEvent, useState } from 'react';
import css from './drop.module.css';
import { type Drop, droppedFiles } from './dropped.ts';

export interface WindowDropProps {
  /** Whether files can be taken now. */
  readonly enabled: boolean;
  onDrop(drop: Drop): void;
  onFailed(error: unknown): void;
}

/** Takes files that are dropped anywhere on the window; says so while they hover over it. What can't be taken isn't let go here. */
export function WindowDrop({ enabled, onDrop: onTaken, onFailed }: WindowDropProps) {
  const [over, setOver] = useState(false);

  const taken = useEffectEvent((transfer: DataTransfer) => {
    if (!enabled) return;
    droppedFiles(transfer).then((drop) => (drop.files.length > 0 || drop.name !== '') && onTaken(drop), onFailed);
  });
  const hover = useEffectEvent((event: DragEvent, transfer: DataTransfer) => {
    setOver(enabled);
    // Without this the browser would leave the workbench and show the file.
    event.preventDefault();
    transfer.dropEffect = enabled ? 'copy' : 'none';
  });

  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent): void => {
      if (!event.dataTransfer) return;
      if (hasFiles(event)) hover(event, event.dataTransfer);
      else if (isLink(event)) {
        // The same for an address, which only a field takes.
        event.preventDefault();
        event.dataTransfer.dropEffect = 'none';
      }
    };
    const isLink = (event: DragEvent): boolean =>
      !event.defaultPrevented &&
      event.dataTransfer?.types.includes('text/uri-list') === true &&
      !(event.target instanceof Element && event.target.closest('input, textarea'));
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
