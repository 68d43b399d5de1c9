import { acronym } from './rules/acronym.ts';
import { bareName } from './rules/bare.ts';
import { initials } from './rules/initials.ts';
import { aliasName, exactName, foldedName } from './rules/name.ts';
import { givenName, surname } from './rules/part-of-name.ts';
import { renamed } from './rules/renamed.ts';
import type { ResolveRule } from './rules/rule.ts';
import { sameWords } from './rules/same-words.ts';
import { otherSpelling } from './rules/spelling.ts';
import { titledName } from './rules/title.ts';

/** Every rule. Of two that find the same entity the one with the higher score is named. */
export const resolveRules: readonly ResolveRule[] = [
  sameWords,
  exactName,
  aliasName,
  foldedName,
  bareName,
  titledName,
  surname,
  acronym,
  renamed,
  initials,
  otherSpelling,
  givenName,
];
