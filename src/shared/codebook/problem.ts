/** Why an act on the codebook, or a codebook's file, is refused: nothing has been changed. Said in the analyst's words. */
export class CodebookProblem extends Error {
  /** What to do about it. */
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'CodebookProblem';
    this.hint = hint;
  }
}
