import type { Rule } from '../scene.ts';
import {
  quotationAlone,
  quotationBare,
  quotationBeforeRule,
  quotationBehindRule,
  quotationColon,
  quotationInside,
} from './quotations.ts';
import { accordingTo, called, demanded, headline, quotedAs, saidAfter, saidInside, saidThat, urged } from './speech.ts';

/** The rules in the order in which they are asked of each sentence: what the first one takes the others leave. */
export const RULES: readonly Rule[] = [
  headline,
  quotedAs,
  quotationInside,
  quotationBeforeRule,
  quotationBehindRule,
  quotationColon,
  accordingTo,
  saidInside,
  urged,
  demanded,
  saidThat,
  saidAfter,
  called,
  quotationAlone,
  quotationBare,
];
