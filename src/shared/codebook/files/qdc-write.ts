import type { Loss } from '../../model/exchange.ts';
import type { Code } from '../../model/code.ts';
import type { Variable } from '../../model/variable.ts';
import { CodebookProblem } from '../problem.ts';
import type { CodeTree } from '../tree.ts';
import { LossCounter } from './book.ts';
import { guidOf } from './guid.ts';

/**
 * The codebook as REFI-QDA has it (`.qdc`, namespace `urn:QDA-XML:codebook:1.0`). A retired code is one that can't be coded
 * with. GUIDs are the same each time, so that another program knows the codes again.
 */
export function writeQdc(tree: CodeTree, version: string): string {
  if (tree.size === 0) {
    throw new CodebookProblem(
      'There are no codes, and a REFI-QDA codebook has to have one at least.',
      'Start a code, or export the variables as JSON.',
    );
  }
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="${attribute(`Parley ${version}`)}">`,
    '  <Codes>',
  ];
  const write = (code: Code, indent: string): void => {
    const open = `${indent}<Code guid="${guidOf(code.id)}" name="${attribute(code.name)}" isCodable="${!code.retired}" color="${code.colour}"`;
    const under = tree.children(code.id);
    if (under.length === 0 && code.definition === '') {
      lines.push(`${open}/>`);
      return;
    }
    lines.push(`${open}>`);
    if (code.definition !== '') lines.push(`${indent}  <Description>${text(code.definition)}</Description>`);
    for (const child of under) write(child, `${indent}  `);
    lines.push(`${indent}</Code>`);
  };
  for (const code of tree.children(null)) write(code, '    ');
  return [...lines, '  </Codes>', '</CodeBook>', ''].join('\n');
}

/** What a .qdc can't carry of a codebook. @param examples how many examples its codes have. */
export function qdcLoses(variables: readonly Variable[], examples: number): readonly Loss[] {
  const losses = new LossCounter();
  if (variables.length > 0) {
    losses.add('Variables', 'A REFI-QDA codebook has codes alone. Export as JSON to keep them.', variables.length);
  }
  if (examples > 0) losses.add('Examples', 'The format has no place for them. Export as JSON to keep them.', examples);
  return losses.all();
}

/** What XML can't hold: control characters, half characters, and two that are none. */
const NOT_XML =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function text(words: string): string {
  return words
    .replace(NOT_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

function attribute(words: string): string {
  return text(words).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
