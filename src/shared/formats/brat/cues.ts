import type { ReadMapping } from '../format.ts';
import { kindOf, roleOf } from '../mapping.ts';
import { CUE } from './coding.ts';
import type { AnnFile, Event } from './grammar.ts';

/** An .ann file without its cues, and the cues of each claim by ids of text-bound annotations. */
export interface Cues {
  readonly file: AnnFile;
  readonly ofClaim: ReadonlyMap<string, readonly string[]>;
}

/**
 * Takes the cues as Parley writes them out of a file: `Cue:T9` in an event around a claim, where the mapping doesn't say
 * that Cue is something else. Words of saying around which other corpora build their events are left alone (hubs.ts).
 */
export function takeCues(file: AnnFile, mapping: ReadMapping): Cues {
  if (kindOf(CUE, mapping) !== null || roleOf(CUE, mapping) !== null) return { file, ofClaim: new Map() };
  const ofClaim = new Map<string, string[]>();
  const events = new Map<string, Event>();
  for (const [id, event] of file.events) {
    const isClaim = kindOf(file.textbounds.get(event.trigger)?.type ?? '', mapping) === 'claim';
    const isCue = ({ role, ref }: Event['args'][number]): boolean =>
      isClaim && role === CUE && file.textbounds.get(ref)?.type === CUE;
    const cues = event.args.filter(isCue);
    events.set(id, cues.length === 0 ? event : { ...event, args: event.args.filter((arg) => !isCue(arg)) });
    if (cues.length > 0)
      ofClaim.set(event.trigger, [...(ofClaim.get(event.trigger) ?? []), ...cues.map((arg) => arg.ref)]);
  }
  if (ofClaim.size === 0) return { file, ofClaim };
  const left = new Set(
    [...events.values(), ...file.relations].flatMap((one) => [
      ...one.args.map((arg) => arg.ref),
      ...('trigger' in one ? [one.trigger as string] : []),
    ]),
  );
  const taken = new Set([...ofClaim.values()].flat().filter((id) => !left.has(id)));
  const textbounds = new Map([...file.textbounds].filter(([id]) => !taken.has(id)));
  return { file: { ...file, events, textbounds }, ofClaim };
}
