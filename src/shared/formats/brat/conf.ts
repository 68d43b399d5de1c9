import { KINDS } from '../../model/kind.ts';
import { ROLE_KINDS, ROLES } from '../../model/role.ts';
import type { Book } from '../book.ts';
import type { ArticleUnit } from '../format.ts';
import { capital } from './ann.ts';
import { writtenAttributes } from './attributes.ts';
import { CUE } from './coding.ts';

/** More different values than this aren't listed: they are free text and no choice. */
const MOST_VALUES = 50;

/** Collects, while texts are written, what brat's `annotation.conf` has to name. */
export interface ConfBuilder {
  add(unit: ArticleUnit): void;
  text(): string;
}

/** An `annotation.conf` of a corpus with this codebook. */
export function confBuilder(book: Book): ConfBuilder {
  const attributes = new Map<string, Set<string>>();
  return {
    add({ annotations }) {
      for (const annotation of annotations) {
        for (const [name, value] of writtenAttributes(annotation, book)) {
          const values = attributes.get(name) ?? new Set();
          if (value !== true && values.size <= MOST_VALUES) values.add(value);
          attributes.set(name, values);
        }
      }
    },
    text: () =>
      [
        '[entities]',
        ...KINDS.map(capital),
        CUE,
        '',
        '[relations]',
        '',
        '[events]',
        `Claim\t${[...ROLES.map((role) => `${capital(role)}*:${ROLE_KINDS[role].map(capital).join('|')}`), `${CUE}?:${CUE}`].join(', ')}`,
        '',
        '[attributes]',
        ...[...attributes].filter(([name]) => isSimple(name)).map(([name, values]) => attributeLine(name, values)),
        '',
      ].join('\n'),
  };
}

function attributeLine(name: string, values: ReadonlySet<string>): string {
  const listed = values.size > 0 && values.size <= MOST_VALUES && [...values].every(isSimple);
  return `${name}\tArg:<ENTITY>${listed ? `, Value:${[...values].join('|')}` : ''}`;
}

/** The configuration gives other characters a meaning of their own. */
function isSimple(name: string): boolean {
  return /^[\p{L}\p{N}_.-]+$/u.test(name);
}
