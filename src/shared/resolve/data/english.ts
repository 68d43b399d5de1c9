import type { LanguageWords } from './language.ts';

/** Words between commas. */
function listed(words: string): readonly string[] {
  return words.split(',').map((word) => word.trim());
}

/** English: what stands before names, and what tells the category of one. Folded words. */
export const english: LanguageWords = {
  language: 'en',
  titles: listed(`
    mr, mrs, ms, miss, mx, dr, prof, professor, sir, dame, lord, lady, madam, president, vice president,
    vice-president, prime minister, premier, chancellor, taoiseach, minister, secretary, under-secretary,
    secretary of state, home secretary, foreign secretary, foreign minister, defence minister,
    defense minister, interior minister, finance minister, justice minister, trade minister, health minister,
    energy minister, environment minister, economy minister, transport minister, education minister,
    agriculture minister, labour minister, secretary general, secretary-general, director general,
    director-general, commissioner, ambassador, envoy, special envoy, consul, delegate, representative,
    spokesman, spokeswoman, spokesperson, negotiator, chief negotiator, mediator, adviser, advisor, aide,
    chief of staff, senator, congressman, congresswoman, mp, mep, deputy, member, councillor, alderman,
    governor, mayor, speaker, chair, chairman, chairwoman, chairperson, leader, party leader,
    opposition leader, director, chief, head, chief executive, ceo, founder, economist, analyst, judge,
    justice, chief justice, prosecutor, attorney general, attorney-general, lawyer, general, gen, major, maj,
    major general, lieutenant, lt, lieutenant general, colonel, col, captain, capt, commander, sergeant, sgt,
    admiral, adm, marshal, brigadier, corporal, king, queen, prince, princess, crown prince, emperor, sultan,
    emir, sheikh, shah, tsar, pope, cardinal, archbishop, bishop, father, sister, brother, reverend, rev,
    rabbi, imam, ayatollah, patriarch, saint, journalist, reporter, correspondent, editor, author, activist,
    former, acting, interim, then, ex, late, outgoing, incoming, president-elect`),
  after: listed(`mp, mep, jr, sr, phd, md, esq, kc, qc`),
  organisation: listed(`
    ministry, department, office, agency, authority, commission, committee, council, cabinet, government,
    parliament, senate, congress, assembly, court, tribunal, police, army, navy, forces, party, union,
    league, alliance, front, movement, coalition, federation, confederation, association, society,
    foundation, institute, university, college, school, hospital, church, bank, company, corporation, corp,
    inc, ltd, plc, group, holdings, motors, airlines, organisation, organization, nations, secretariat,
    staff, bureau, service, board, fund, centre, center, network, watch, forum, electric, mills, embassy,
    mission, delegation, chamber`),
  group: listed(`
    people, residents, protesters, demonstrators, workers, farmers, students, women, men, voters, refugees,
    migrants, families, islanders, fishermen, villagers, officials, ministers, diplomats, negotiators,
    activists, rebels, critics, supporters, experts, analysts, sources`),
  forum: listed(`
    forum, council, parliament, assembly, senate, congress, court, committee, commission, chamber, house,
    tribunal, board, nations, union`),
  medium: listed(`
    times, post, herald, tribune, gazette, daily, news, newspaper, magazine, journal, radio, tv, television,
    broadcast, broadcaster, podcast, blog, website, twitter, facebook, telegram, instagram, youtube, wire,
    agency, statement, letter, tweet, report, editorial, column, book`),
  event: listed(`
    conference, summit, meeting, talks, session, rally, interview, briefing, hearing, debate, ceremony,
    visit, dinner, congress, speech, call, protest, demonstration, march, negotiations, consultations, round,
    press conference, gathering, anniversary, funeral, campaign`),
  linking: listed(`and, or, of, for, the, in, on, de, la, du, des, der, und, e, y`),
};
