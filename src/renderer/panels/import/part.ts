import type { RefObject } from 'react';
import type { Drop } from './dropped.ts';

/** What each part of the import dialog is given. */
export interface PartProps {
  /** Where the focus is to be at first. */
  readonly first: RefObject<HTMLButtonElement | null>;
  /** What was dropped on the window and nobody has taken yet. */
  readonly dropped: Drop | null;
  onDropTaken(): void;
  /** Told what closing now would lose, in a sentence; null when nothing would be lost. */
  onLoss(loss: string | null): void;
  /** Told whether there is work that switching to the other part would lose. */
  onBusy(busy: boolean): void;
  /** Closes at once. */
  onClose(): void;
  /** Closes, asking when something would be lost. */
  onCancel(): void;
}
