import { KINDS } from '../../model/kind.ts';
import { ROLES } from '../../model/role.ts';
import { type Book, bookOf } from '../book.ts';
import { CODEBOOK, KIND_DEFINITIONS, ROLE_DEFINITIONS } from '../codebook.ts';
import type { Corpus } from '../format.ts';
import { TABLES } from '../tables.ts';
import type { Counts } from './counts.ts';
import { type Choice, PACKAGE_TABLES, tableFile, writtenColumns } from './layout.ts';
import { oneLine } from '../../text/shorten.ts';

/** `README.md`: what the package holds, every column, how offsets count and how to join, for people. */
export function readmeText(corpus: Corpus, choice: Choice, counts: Counts): string {
  const book = bookOf(corpus);
  return [
    `# ${oneLine(corpus.project.name) || 'Dataset'}`,
    `News articles coded by hand with Parley: who claimed what, to whom, where. Written ${corpus.exportedAt}.`,
    holding(corpus, counts),
    '## Files',
    files(counts),
    '## Kinds and roles',
    definitions(counts),
    '## How the tables belong together',
    JOINS,
    '## How offsets count',
    OFFSETS,
    choice.text === 'omit' ? WITHOUT_TEXTS : WITH_TEXTS,
    '## How the files are written',
    choice.flavour === 'spreadsheet' ? SPREADSHEET : PROGRAM,
    '## What isn’t in the package',
    NOT_IN_IT,
    ...PACKAGE_TABLES.flatMap((table) => columns(table, choice, book)),
    '',
  ].join('\n\n');
}

const JOINS = `claims.csv can be read by itself. Where a role has several fillers their words are joined with “; ”; words may hold that
too, so count with the ids in the columns that end in _ids, or with links.csv. Who or what the words refer to stands in the columns that end
in _entities: one name however it is spelled in the articles.

- A claim and its span: claims.claim_id = spans.span_id
- A claim and its codes: claim_codes.claim_id = claims.claim_id, then claim_codes.code_id = codes.code_id; a code and the code above it:
  codes.parent_id = codes.code_id
- A claim and its fillers: links.claim_id = claims.claim_id, then links.target_id = spans.span_id. Where target_is is entity there are no
  words: links.entity_id = entities.entity_id
- A span and who it refers to: spans.entity_id = entities.entity_id
- The variables of claims are columns of claims.csv, those of actors and venues columns of spans.csv; variables.csv says which column is
  which. Their names begin with var_
- Anything and its article: article_id`;

const NOT_IN_IT = `What a coder accepted, changed or dismissed of Parley’s proposals and findings, and the history of changes, stay in the project
file: they are of the work and not of the data.`;

const OFFSETS = `Offsets count from 0 and the end is exclusive: 12–15 are the characters 12, 13 and 14. Each is given twice. UTF-16 code units are
what JavaScript, Java and C# count; code points are what Python and R count. They differ behind an emoji or another rare
character. A line end of CR LF counts as two in both. A span may have several fragments, as a quotation broken by “he said” has;
start and end then enclose all of them, and the fragments columns name each. Where words stand in a cell, “ … ” stands between
fragments. The words that announce a claim have their own offsets, in cue_utf16 and cue_codepoint.`;

const WITH_TEXTS = `The words of a span are text[start_codepoint:end_codepoint] in Python and
substring(text, start_codepoint + 1, end_codepoint) in R, where text is the column of that name in articles.csv. Read the file
so that line ends inside cells stay as they are (in Python: open(…, newline='')). Python's csv module refuses cells of more than
131,072 characters, and a long article is longer: call csv.field_size_limit(2**31 - 1) first.`;

const WITHOUT_TEXTS = `The articles’ texts were left out of this package. The offsets refer to the texts as the project holds them;
text_sha256 tells whether a text that you have is the same. Without the texts Parley can’t read the package back.`;

const PROGRAM = `UTF-8 without a byte order mark, RFC 4180: commas, cells in double quotes where needed, lines ending with CR LF. An empty cell
means that there is no value. Nothing in a cell is altered. datapackage.json describes all of it for programs, with a SHA-256 of each
file.`;

const SPREADSHEET = `For spreadsheet programs: UTF-8 with a byte order mark, RFC 4180: commas, cells in double quotes where needed, lines ending with
CR LF. A cell that a spreadsheet could run as a formula (one that begins with =, +, -, @, a tab or a line end, or with ' before one
of these) has a ' put before it. Spreadsheet programs cut cells at 32,767 characters when they save. datapackage.json describes all of
it for programs, with a SHA-256 of each file.`;

function holding(corpus: Corpus, counts: Counts): string {
  const coders = corpus.coders.map((coder) => `${oneLine(coder.name)} (${counts.coders.get(coder.id) ?? 0})`);
  const { rows } = counts;
  const coded = `It holds ${rows.articles} articles, ${rows.spans} spans, ${rows.claims} claims and ${rows.links} filled roles`;
  const book = `${rows.codes} codes (given ${rows.claim_codes} times), ${rows.variables} variables and ${rows.entities} entities`;
  return `${coded}; ${book}. ${
    coders.length > 0 ? `Coders, with the number of their spans: ${coders.join(', ')}.` : 'Nobody has coded yet.'
  }`;
}

function files(counts: Counts): string {
  const tables = PACKAGE_TABLES.map((table) => [
    `${tableFile(table)}`,
    TABLES[table].description,
    `${counts.rows[table]}`,
  ]);
  return markdownTable(
    ['File', 'What it is', 'Rows'],
    [
      ...tables,
      [CODEBOOK, 'Kinds, roles, codes, variables and entities with their definitions, in one file.', ''],
      ['datapackage.json', 'Describes the tables for programs (Frictionless Data Package 2).', ''],
    ],
  );
}

function definitions(counts: Counts): string {
  return markdownTable(
    ['Name', 'What it is', 'Number'],
    [
      ...KINDS.map((kind) => [kind, KIND_DEFINITIONS[kind], `${counts.kinds[kind]}`]),
      ...ROLES.map((role) => [`role ${role}`, ROLE_DEFINITIONS[role], `${counts.roles[role]}`]),
    ],
  );
}

function columns(table: (typeof PACKAGE_TABLES)[number], choice: Choice, book: Book): string[] {
  const rows = writtenColumns(table, choice, book).map(({ name, type, description }) => [name, type, description]);
  return [
    `## Columns of ${tableFile(table)}`,
    TABLES[table].description,
    markdownTable(['Column', 'Type', 'What it holds'], rows),
  ];
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cellText).join(' | ')} |`).join('\n');
}

/** What an analyst wrote may hold what means something in a table. */
function cellText(cell: string): string {
  return oneLine(cell).replaceAll('|', '\\|');
}
