const MARKS = '“”„‟"«»‹›‘’「」『』';
const IN_MARKS = new RegExp(`^\\s*[${MARKS}]([^${MARKS}]*)[${MARKS}]?\\s*$`, 'u');
/** Single ones aren't looked for: most of them are apostrophes. */
const OWN = /["“”„‟«»「」『』]/u;

/** Words that stand in quotation marks as a whole, without them; others as they are. */
export function withoutOuterQuotes(words: string): string {
  return IN_MARKS.exec(words)?.[1] ?? words;
}

/** Whether words have double quotation marks in them: a second pair around them would only be puzzling. */
export function bringsQuotes(words: string): boolean {
  return OWN.test(words);
}

/** Words in “ ”, as a sentence of Parley's quotes them; words that bring quotation marks of their own as they are. */
export function inQuotes(words: string): string {
  return bringsQuotes(words) ? words : `“${words}”`;
}
