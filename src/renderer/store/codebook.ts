import type { Change } from '../../shared/change/change.ts';
import type { Code } from '../../shared/model/code.ts';
import type { Kind } from '../../shared/model/kind.ts';
import type { Variable, VariableType, VariableValue } from '../../shared/model/variable.ts';
import { byName } from '../../shared/text/by-name.ts';

/** The codebook as every panel needs it: names, colours, order. `codeTree(codes)` is the hierarchy. */
export interface CodebookState {
  /** Every code, retired ones too. The same list until one changes. */
  readonly codes: readonly Code[];
  /** Every variable, retired ones too, by kind and position. The same list until one changes. */
  readonly variables: readonly Variable[];
}

export const emptyCodebook: CodebookState = { codes: [], variables: [] };

/** What can be asked of the Codebook place by name. */
export type CodebookWish =
  | 'new-code'
  | 'new-variable'
  | 'import'
  | 'export-qdc'
  | 'export-csv'
  | 'export-json'
  | CodeWish;

/** What can be asked of the chosen code. */
export type CodeWish = 'rename-code' | 'move-code' | 'merge-code' | 'split-code' | 'retire-code' | 'remove-code';

/** A choice while it is edited, and which choices it was. */
export interface OptionTyped {
  readonly key: number;
  readonly name: string;
  readonly was: readonly string[];
}

/** What stands in the form of a variable, and isn't kept. */
export interface VariableTyped {
  /** What was kept when it was begun: it holds only as long as that is so. */
  readonly base: string;
  readonly name: string;
  readonly definition: string;
  readonly type: VariableType;
  readonly options: readonly OptionTyped[];
  readonly initial: VariableValue | null;
  readonly required: boolean;
}

/** What is in sight in the Codebook place, kept while one is elsewhere. */
export interface CodebookView {
  readonly tab: 'codes' | 'variables' | 'log';
  /** The code or variable that is shown, if it is still there. */
  readonly codeId: string | null;
  readonly variableId: string | null;
  /** What was asked for from elsewhere, by a command: the place does it as soon as it is there. */
  readonly wish: CodebookWish | null;
  /** The codes whose branch is folded. */
  readonly folded: ReadonlySet<string>;
  /** What was changed in forms of variables and isn't kept yet, by the variable's id, or `new claim`. */
  readonly typed: ReadonlyMap<string, VariableTyped>;
}

export const firstView: CodebookView = {
  tab: 'codes',
  codeId: null,
  variableId: null,
  wish: null,
  folded: new Set(),
  typed: new Map(),
};

/** The codebook after these changes; the same object when none concerns it. */
export function applyToCodebook(codebook: CodebookState, changes: readonly Change[]): CodebookState {
  let { codes, variables } = codebook;
  for (const change of changes) {
    if (change.record === 'code') codes = put(codes, change.id, change.after);
    if (change.record === 'variable') variables = put(variables, change.id, change.after);
  }
  if (codes === codebook.codes && variables === codebook.variables) return codebook;
  if (variables !== codebook.variables) variables = [...variables].sort(inOrder);
  return { codes, variables };
}

/** The variables that are recorded of a kind now, in order: not the retired ones. */
export function variablesOf(codebook: CodebookState, kind: Kind): readonly Variable[] {
  return codebook.variables.filter((variable) => variable.kind === kind && !variable.retired);
}

function put<R extends { readonly id: string }>(records: readonly R[], id: string, after: R | null): readonly R[] {
  const at = records.findIndex((record) => record.id === id);
  if (after === null) return at < 0 ? records : records.toSpliced(at, 1);
  return at < 0 ? [...records, after] : records.with(at, after);
}

function inOrder(a: Variable, b: Variable): number {
  return a.kind.localeCompare(b.kind) || a.position - b.position || byName(a.name, b.name);
}
