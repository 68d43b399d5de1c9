import { KINDS, type Kind } from '../model/kind.ts';
import { ROLE_KINDS, ROLE_WORD, ROLES, type Role } from '../model/role.ts';

/** What each kind marks, in plain words. */
export const KIND_DEFINITIONS: Readonly<Record<Kind, string>> = {
  actor:
    'Someone who speaks or is spoken of or to: a person, an organisation, a state, or the words that stand for one.',
  claim: 'Words that report what somebody claimed: quoted or told, in one piece or broken by other words.',
  venue: 'Where a claim was made: a place, a meeting, a programme, a document.',
};

/** What part each role is of a claim record, in plain words. */
export const ROLE_DEFINITIONS: Readonly<Record<Role, string>> = {
  claimant: 'Who makes the claim.',
  addressee: 'To whom the claim is made.',
  about: 'Whom or what the claim is about.',
  relay: 'Who passes on what the claimant said, the outermost first: in “X said that Y told Z”, X.',
  venue: 'Where the claim is made.',
  'venue-proposed': 'Where the claim proposes that something be held.',
  'venue-held': 'Where what the claim tells of was held.',
};

/** The codebook as a JSON-safe value: kinds and roles with their definitions. */
export function codebook(): object {
  return {
    kinds: KINDS.map((kind) => ({ name: kind, definition: KIND_DEFINITIONS[kind] })),
    roles: ROLES.map((role) => ({
      name: role,
      word: ROLE_WORD[role],
      filled_by: ROLE_KINDS[role],
      definition: ROLE_DEFINITIONS[role],
    })),
  };
}
