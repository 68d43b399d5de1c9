import type { ComponentType } from 'react';
import { FindingsTab } from '../findings/FindingsTab.tsx';
import { ProgressTab } from './ProgressTab.tsx';
import { QueuesTab } from './QueuesTab.tsx';

/** The tabs of the Work place, in order. Another feature adds its own here. */
export const WORK_TABS: readonly { readonly value: string; readonly label: string; readonly Content: ComponentType }[] =
  [
    { value: 'queues', label: 'Queues', Content: QueuesTab },
    { value: 'progress', label: 'Progress', Content: ProgressTab },
    { value: 'findings', label: 'Findings', Content: FindingsTab },
  ];
