/** What the resolver knows of a language, as words folded by `foldWords`. A further language is one more file. */
export interface LanguageWords {
  /** BCP 47, the first part. */
  readonly language: string;
  /** What stands before a name: titles, offices, ranks, and words that go with them (`former`). */
  readonly titles: readonly string[];
  /** What stands behind a name. */
  readonly after: readonly string[];
  /** A name with one of these is that of an organisation, or group, and no person’s. */
  readonly organisation: readonly string[];
  readonly group: readonly string[];
  /** A venue with one of these is of that category. */
  readonly forum: readonly string[];
  readonly medium: readonly string[];
  readonly event: readonly string[];
  /** Small words that an acronym may leave out. */
  readonly linking: readonly string[];
}
