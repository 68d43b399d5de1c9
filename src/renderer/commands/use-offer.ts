import { useStore } from '../store/store.ts';
import { useCommands } from './context.tsx';
import { currentOffer } from './offer-commands.ts';
import type { Offer } from './offers.ts';

/** What is offered now, or null; the component draws anew when something else is. */
export function useOffer(): Offer | null {
  const context = useCommands();
  return useStore(() => currentOffer(context));
}
