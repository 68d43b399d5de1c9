/** A program to run tests in, or why there is none. */
export type Found =
  | { readonly path: string; readonly args: string[] }
  | { readonly path: null; readonly reason: string };

export interface Programs {
  readonly chromium: Found;
  readonly electron: Found;
}

/** Hands what was found to the processes that run tests. */
export function publish(found: Programs): void {
  process.env['PARLEY_TEST_PROGRAMS'] = JSON.stringify(found);
}

/** What was found before the first test. */
export function programs(): Programs {
  return JSON.parse(process.env['PARLEY_TEST_PROGRAMS'] ?? '{}') as Programs;
}
