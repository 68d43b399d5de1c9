import { indexText } from '../../shared/search/words.ts';
import { perDatabase } from './prepared.ts';

/** How the full-text indexes read what they are given, as their tables are made. */
export const TOKENIZER = `tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"`;

/** Gives a connection the SQL function `index_text`: a text as the full-text indexes are given it. Made before the statements that use it. */
export const withIndexText = perDatabase((db) =>
  db.function('index_text', { deterministic: true, directOnly: true }, (text) => indexText(text as string)),
);
