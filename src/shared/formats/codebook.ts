import { KINDS, type Kind } from '../model/kind.ts';
import { ROLE_KINDS, ROLE_WORD, ROLES, type Role } from '../model/role.ts';
import type { Book } from './book.ts';

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

/** The name of the file with the codebook that goes with the dataset of every format. */
export const CODEBOOK = 'codebook.json';

/** Raised when a codebook written so can't be read by an older Parley. */
export const CODEBOOK_LAYOUT = 1;

/**
 * The codebook as JSON: kinds, roles, codes and variables with their definitions, and the entities of the authority list.
 * Formats that have no place for these of their own write it beside their files and read it back (`read-codebook.ts`).
 */
export function codebookText(book: Book): string {
  const codebook = {
    parley: { codebook: CODEBOOK_LAYOUT },
    kinds: KINDS.map((kind) => ({ name: kind, definition: KIND_DEFINITIONS[kind] })),
    roles: ROLES.map((role) => ({
      name: role,
      word: ROLE_WORD[role],
      filled_by: ROLE_KINDS[role],
      definition: ROLE_DEFINITIONS[role],
    })),
    codes: codesOf(book),
    variables: [...book.variables.values()].map((variable) => ({
      id: variable.id,
      name: variable.name,
      kind: variable.kind,
      column: book.columns.get(variable.id) ?? '',
      type: variable.type,
      options: variable.options,
      initial: variable.initial,
      required: variable.required,
      definition: variable.definition,
      retired: variable.retired,
      position: variable.position,
      created_at: variable.createdAt,
      updated_at: variable.updatedAt,
    })),
    entities: [...book.entities.values()].map((entity) => ({
      id: entity.id,
      kind: entity.kind,
      category: entity.category,
      name: entity.name,
      aliases: entity.aliases,
      country: entity.country,
      party: entity.party,
      parent: entity.parentId,
      note: entity.note,
      created_at: entity.createdAt,
      updated_at: entity.updatedAt,
    })),
  };
  return `${JSON.stringify(codebook, null, 2)}\n`;
}

/** The codes as a list, each behind the code above it: a hierarchy of any depth, in a file that isn't nested deeply. */
function codesOf(book: Book): readonly object[] {
  return [...book.codes.values()].map((code) => ({
    id: code.id,
    path: book.paths.get(code.id) ?? code.name,
    name: code.name,
    parent: code.parentId,
    definition: code.definition,
    colour: code.colour,
    retired: code.retired,
    examples: code.examples,
    position: code.position,
    created_at: code.createdAt,
    updated_at: code.updatedAt,
  }));
}
