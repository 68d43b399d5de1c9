import { foldWords } from '../../src/shared/text/fold.ts';
import type { NamedEntity, OtherMention } from '../../src/shared/resolve/resolve.ts';

/*
 * Gold for the resolver: an authority list, and mentions in articles with what each refers to, as an analyst would say. Names
 * are invented but for spellings that real sources disagree on.
 */

const entity = (name: string, category: NamedEntity['category'], ...aliases: string[]): NamedEntity => ({
  id: name,
  kind: ['place', 'forum', 'medium', 'event'].includes(category) ? 'venue' : 'actor',
  category,
  name,
  aliases,
});

export const GOLD_ENTITIES: readonly NamedEntity[] = [
  entity('Adra Solène', 'person'),
  entity('Corin Smith', 'person'),
  entity('Della Smith', 'person'),
  entity('Sergey Lavrin', 'person'),
  entity('Volodymyr Zelenskyy', 'person', 'Zelenskyy'),
  entity('Maria Oster', 'person'),
  entity('Mario Tenn', 'person'),
  entity('Maria Tenn', 'person'),
  entity('Ilse van der Moor', 'person'),
  entity('Tomas Easter', 'person'),
  entity('Dmitri Vashenko', 'person'),
  entity('Nadia Ivanova', 'person'),
  entity('Yuri Halik', 'person'),
  entity('Omar al-Rasid', 'person', 'Abu Karim'),
  entity('Velia', 'state', 'Republic of Velia', 'Velian government'),
  entity('Oster', 'state', 'Republic of Oster'),
  entity('Türkiye', 'state'),
  entity('Czechia', 'state', 'Czech Republic'),
  entity('United States', 'state', 'U.S.'),
  entity('Guinea', 'state'),
  entity('Guyana', 'state'),
  entity('Austria', 'state'),
  entity('Australia', 'state'),
  entity('Iran', 'state'),
  entity('Kestrel Bay Forum', 'organisation'),
  entity('Ministry of Foreign Affairs of Velia', 'organisation', 'Velian foreign ministry'),
  entity('Union of Lain Fishermen', 'organisation', 'ULF'),
  entity('Prime Minister’s Office', 'organisation'),
  entity('General Motors', 'organisation'),
  entity('Harbour Workers’ Union', 'organisation'),
  entity('Lain islanders', 'group', 'people of Lain'),
  entity('Port Maren', 'place'),
  entity('The Hague', 'place'),
  entity('Kyiv', 'place'),
  entity('Saint-Aubin', 'place'),
  entity('Oster City', 'place'),
  entity('Straits Conference', 'event', 'Conference on the Straits'),
  entity('Harbour Post', 'medium'),
  entity('Assembly of Velia', 'forum', 'Velian Assembly'),
  entity('Velia', 'place'),
];
// One name for a state and a place: ids tell them apart.
export const GOLD_LIST: readonly NamedEntity[] = GOLD_ENTITIES.map((one) =>
  one.name === 'Velia' && one.kind === 'venue' ? { ...one, id: 'Velia (place)' } : one,
);

export interface GoldMention {
  readonly kind: 'actor' | 'venue';
  readonly words: string;
  /** Id of what it refers to; null: nothing in the list, nothing may be offered; several: none may be offered alone. */
  readonly is: string | readonly string[] | null;
  readonly text?: string;
  readonly others?: readonly OtherMention[];
  readonly linked?: readonly { readonly entityId: string; readonly articles: number }[];
}

const actor = (words: string, is: GoldMention['is'], more: Partial<GoldMention> = {}): GoldMention => ({
  kind: 'actor',
  words,
  is,
  ...more,
});
const venue = (words: string, is: GoldMention['is'], more: Partial<GoldMention> = {}): GoldMention => ({
  kind: 'venue',
  words,
  is,
  ...more,
});
export const other = (words: string, entityId: string | null = null): OtherMention => ({
  kind: 'actor',
  words,
  key: foldWords(words),
  entityId,
  count: 1,
});

const TALKS =
  'Foreign Minister Adra Solène flew to Port Maren. Solène met the Kestrel Bay Forum (KBF) there. The KBF had asked Adra to come.';
const SMITHS = 'Corin Smith and his sister Della Smith both spoke. Smith said that nothing was agreed.';
const ONE_SMITH = 'The delegate Della Smith spoke last. Smith said that nothing was agreed.';
const KYIV = 'President Volodymyr Zelensky spoke at noon. Zelensky did not take questions.';
const MOOR = 'Ilse van der Moor chairs the board. “We wait,” van der Moor said, and Moor smiled.';

export const GOLD_MENTIONS: readonly GoldMention[] = [
  // Exact names, aliases, capitals and accents.
  actor('Adra Solène', 'Adra Solène'),
  actor('Velia', 'Velia'),
  venue('Velia', 'Velia (place)'),
  venue('Port Maren', 'Port Maren'),
  venue('Port\nMaren', 'Port Maren'),
  actor('Velian government', 'Velia'),
  actor('Abu Karim', 'Omar al-Rasid'),
  actor('Republic of Oster', 'Oster'),
  venue('Conference on the Straits', 'Straits Conference'),
  venue('Velian Assembly', 'Assembly of Velia'),
  actor('Adra Solene', 'Adra Solène'),
  actor('ADRA SOLÈNE', 'Adra Solène'),
  actor('velian Foreign Ministry', 'Ministry of Foreign Affairs of Velia'),
  actor('Turkiye', 'Türkiye'),
  venue('PORT MAREN', 'Port Maren'),
  venue('straits conference', 'Straits Conference'),
  // Without “the”, ’s, stops, hyphens.
  actor('Velia’s', 'Velia'),
  actor("Oster's", 'Oster'),
  actor('the Republic of Velia', 'Velia'),
  actor('US', 'United States'),
  actor('the U.S.', 'United States'),
  actor('the Union of Lain Fishermen', 'Union of Lain Fishermen'),
  actor('Harbour Workers Union', 'Harbour Workers’ Union'),
  venue('Hague', 'The Hague'),
  venue('the Harbour Post', 'Harbour Post'),
  venue('Saint Aubin', 'Saint-Aubin'),
  venue('the Straits Conference’s', 'Straits Conference'),
  // Titles.
  actor('Foreign Minister Adra Solène', 'Adra Solène'),
  actor('Velia’s foreign minister, Adra Solène', 'Adra Solène'),
  actor('Velian Foreign Minister Adra Solene', 'Adra Solène'),
  actor('Adra Solène, the foreign minister', 'Adra Solène'),
  actor('former Prime Minister Omar al-Rasid', 'Omar al-Rasid'),
  actor('Dr. Ilse van der Moor', 'Ilse van der Moor'),
  actor('Corin Smith MP', 'Corin Smith'),
  actor('Deputy Foreign Minister Yuri Halik', 'Yuri Halik'),
  actor('Prime Minister’s Office', 'Prime Minister’s Office'),
  actor('General Motors', 'General Motors'),
  actor('President', null),
  actor('the foreign minister', null),
  // Last and first names of persons in the article.
  actor('Solène', 'Adra Solène', { text: TALKS }),
  actor('Ms Solène', 'Adra Solène', { text: TALKS }),
  actor('Solène', 'Adra Solène', { others: [other('Foreign Minister Adra Solène', 'Adra Solène')] }),
  actor('Adra', 'Adra Solène', { text: TALKS }),
  actor('Adra', 'Adra Solène', { others: [other('Adra Solène', null)] }),
  actor('Smith', 'Della Smith', { text: ONE_SMITH }),
  actor('Smith’s', 'Della Smith', { text: ONE_SMITH }),
  actor('Smith', ['Corin Smith', 'Della Smith'], { text: SMITHS }),
  actor('Smith', null, { text: 'Smith said that nothing was agreed.' }),
  actor('Solène', null, { text: 'Solène is a common name here.' }),
  actor('van der Moor', 'Ilse van der Moor', { text: MOOR }),
  actor('Moor', 'Ilse van der Moor', { text: MOOR }),
  actor('Zelensky', 'Volodymyr Zelenskyy', { text: KYIV }),
  actor('Lavrin', 'Sergey Lavrin', { others: [other('Sergei Lavrin', 'Sergey Lavrin')] }),
  // Acronyms.
  actor('KBF', 'Kestrel Bay Forum', { text: TALKS }),
  actor('the KBF', 'Kestrel Bay Forum', { text: TALKS }),
  actor('Kestrel Bay Forum (KBF)', 'Kestrel Bay Forum', { text: TALKS }),
  actor('KBF', 'Kestrel Bay Forum', { others: [other('Kestrel Bay Forum', 'Kestrel Bay Forum')] }),
  actor('KBF', null, { text: 'The KBF met.' }),
  actor('ULF', 'Union of Lain Fishermen'),
  // Initials.
  actor('A. Solène', 'Adra Solène'),
  actor('Minister Y. Halik', 'Yuri Halik'),
  actor('B. Solène', null),
  // Other spellings.
  actor('Sergei Lavrin', 'Sergey Lavrin'),
  actor('Sergej Lavrin', 'Sergey Lavrin'),
  actor('Volodymyr Zelensky', 'Volodymyr Zelenskyy'),
  actor('Volodymyr Zelenskiy', 'Volodymyr Zelenskyy'),
  actor('Zelensky', 'Volodymyr Zelenskyy'),
  actor('President Volodymyr Zelensky', 'Volodymyr Zelenskyy'),
  actor('Wolodymyr Selenskyj', 'Volodymyr Zelenskyy'),
  actor('Dmitry Vashenko', 'Dmitri Vashenko'),
  actor('Dmitrij Waschenko', 'Dmitri Vashenko'),
  actor('Omar el-Rashid', null),
  actor('Omar el-Rasid', 'Omar al-Rasid'),
  actor('Jurij Halik', 'Yuri Halik'),
  actor('Nadya Ivanova', 'Nadia Ivanova'),
  // Renamed.
  actor('Turkey', 'Türkiye'),
  actor('the Czech Republic', 'Czechia'),
  actor('America', null),
  actor('USA', 'United States'),
  venue('Kiev', 'Kyiv'),
  // The same words elsewhere.
  actor('Lain', 'Lain islanders', { linked: [{ entityId: 'Lain islanders', articles: 3 }] }),
  actor('the minister', 'Adra Solène', { others: [other('the minister', 'Adra Solène')] }),
  actor('the ministry', ['Ministry of Foreign Affairs of Velia', 'Prime Minister’s Office'], {
    linked: [
      { entityId: 'Ministry of Foreign Affairs of Velia', articles: 2 },
      { entityId: 'Prime Minister’s Office', articles: 1 },
    ],
  }),
  // What looks alike and isn’t.
  actor('Easter', null),
  actor('Oster', 'Oster'),
  actor('Tomas Oster', null),
  actor('Maria Easter', null),
  actor('Guiana', null),
  actor('Austria', 'Austria'),
  actor('Australia', 'Australia'),
  actor('Iraq', null),
  actor('Mario Tenn', 'Mario Tenn'),
  actor('Maria Tenn', 'Maria Tenn'),
  actor('Nadia Ivanov', null),
  actor('Port Maren', null),
  venue('Adra Solène', null),
  venue('Oster', null),
  actor('Veli', null),
  actor('Kestrel', null),
  venue('Port', null),
];
