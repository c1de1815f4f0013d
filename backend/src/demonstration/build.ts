import { addDays, weekday } from '#domain/iso-week.ts';
import { dayIn, meetingDays, type Day, type Year } from './calendar.ts';
import { addMunicipality, type Municipality } from './frame.ts';
import { addHistory } from './history.ts';
import { Staff, type DemoPerson } from './people.ts';
import { chanceOf, idOf, type Chance } from './random.ts';
import { addRole, addSchool, addTeam, CLUSTERS, crew, teamPlan, type DemoSchool, type DemoTeam } from './schools.ts';
import { DEMONSTRATION_SIGN_INS } from './sign-ins.ts';
import { addTemplates } from './templates.ts';
import { Rows } from './write.ts';

/** The names that a demonstration's other parts need: ids that never change. */
export const MAIN_SCHOOL = 'soebakke';
export const MAIN_TEAM = '5. årgang';

/** Everything of the demonstration, built in memory from the rules and the given clock; the same clock gives the same rows. */
export function buildDemonstration(now: Date, passwordHash: string): Rows {
  const rows = new Rows();
  const today = dayIn(now);
  const people = new Map<string, DemoPerson>();
  const home = addMunicipality(rows, { key: 'fjordby', name: 'Fjordby Kommune', number: 1 }, today);
  const schools = addSchools(rows, home);
  const office = addOffice(rows, home);
  const helle = schools[0]!.coach;
  for (const person of [...office, schools[0]!.leader, helle]) people.set(person.name, person);
  for (const school of schools) {
    const chance = chanceOf(`teams/${school.key}`);
    const plans = teamPlan(school.key, school.kind, chance);
    for (const plan of plans) {
      const members = namedCrew(school, plan[0]) ?? crew(school, plan, chance);
      members.forEach((one) => people.set(one.name, one));
      if (school.key === MAIN_SCHOOL) fullYears(rows, home, school, plan, members, now);
      else quietYear(rows, home, school, addTeam(rows, school, home.id, plan, home.years[1], false, members), now);
    }
  }
  const [main] = schools.filter((school) => school.key === MAIN_SCHOOL);
  addTemplates(rows, home, { schoolId: main!.id, team: MAIN_TEAM, otherTeam: '6. årgang', today });
  addNeighbour(rows, now, people);
  DEMONSTRATION_SIGN_INS.forEach((signIn, n) => {
    const person = people.get(signIn.displayName);
    if (!person) throw new Error(`nobody is called ${signIn.displayName}`);
    const owner = rows.of('person').find((row) => row.id === person.id)!;
    rows.add('account', {
      id: idOf(`account/${signIn.signInName}`),
      municipality_id: owner.municipality_id,
      person_id: person.id,
      sign_in_name: signIn.signInName,
      password_hash: passwordHash,
      is_demonstration: true,
      created_at: `${home.years[0].startsOn}T09:00:${String(n).padStart(2, '0')}Z`,
    });
  });
  return rows;
}

function addSchools(rows: Rows, home: Municipality): DemoSchool[] {
  let number = 100;
  return CLUSTERS.flatMap(([clusterName, members]) => {
    const clusterId = idOf(`cluster/${clusterName}`);
    rows.add('school_cluster', { id: clusterId, municipality_id: home.id, name: clusterName });
    return members.map(([key, name]) => {
      const kind = key === 'laerkerede' ? 'SPECIALSKOLE' : key === 'ungdomsskole' ? 'UNGDOMSSKOLE' : 'FOLKESKOLE';
      const known = key === MAIN_SCHOOL ? { leader: 'Birgitte Dam', coach: 'Helle Ravn' } : {};
      return addSchool(
        rows,
        home,
        { key, name, kind, clusterId, number: (number += 1) },
        known,
        home.years[0].startsOn,
      );
    });
  });
}

/** The municipality's own people: with a role each, and one without, who is invited to a meeting as a guest. */
function addOffice(rows: Rows, home: Municipality): DemoPerson[] {
  const office = new Staff(rows, home, { id: null, path: 'forvaltningen' }, chanceOf('office'));
  const since = home.years[0].startsOn;
  const roles: [string, string | null, string[]][] = [
    ['Kirsten Holm', 'MUNICIPAL_CONSULTANT', ['Konsulent']],
    ['Jens Overgaard', 'MUNICIPAL_CONSULTANT', ['Ledelse']],
    ['Asta Riis', 'MUNICIPAL_ADMIN', ['TAP']],
    ['Poul Munk', 'READER', []],
    ['Dorthe Vinter', 'DPO', ['TAP']],
    ['Gitte Holst', null, ['Konsulent']],
  ];
  return roles.map(([name, role, professions]) => {
    const person = office.named(name, professions);
    if (role) addRole(rows, home.id, person, role, 'MUNICIPALITY', home.id, since);
    return person;
  });
}

/** The people who are known by name; everybody else is chance's. */
function namedCrew(school: DemoSchool, team: string): DemoTeam['members'] | null {
  if (school.key === MAIN_SCHOOL && team === MAIN_TEAM) {
    const named = (
      name: string,
      profession: string,
      fn: DemoTeam['members'][number]['function'],
      initials: string,
    ) => ({ ...school.staff.named(name, [profession], initials), function: fn });
    return [
      named('Anne Kjær', 'Lærer', 'FACILITATOR', 'AK'),
      named('Mads Juhl', 'Lærer', 'MEMBER', 'MJ'),
      named('Trine Skov', 'Lærer', 'MEMBER', 'TS'),
      named('Lone Nygaard', 'Lærer', 'COORDINATOR', 'LN'),
      named('Sidsel Aagaard', 'Pædagog', 'MEMBER', 'SA'),
      named('Bo Hougaard', 'Lærer', 'MEMBER', 'BH'),
    ];
  }
  if (school.key === 'aabrink' && team === MAIN_TEAM) {
    const jonas = { ...school.staff.named('Jonas Thygesen', ['Lærer']), function: 'FACILITATOR' as const };
    return [
      jonas,
      ...Array.from({ length: 5 }, (_, n) => ({
        ...school.staff.anybody(['Lærer']),
        function: n === 0 ? ('COORDINATOR' as const) : ('MEMBER' as const),
      })),
    ];
  }
  return null;
}

const WEIGHTS: readonly (readonly number[])[] = [
  [4, 5, 4, 1, 2],
  [3, 5, 3, 2, 2],
  [5, 3, 4, 2, 1],
  [2, 4, 5, 0.6, 3],
  [4, 3, 3, 2, 2],
];

/** The main school: two school years of meetings, actions and what came of them. */
function fullYears(
  rows: Rows,
  home: Municipality,
  school: DemoSchool,
  plan: Parameters<typeof addTeam>[3],
  members: DemoTeam['members'],
  now: Date,
): void {
  const chance = chanceOf(`rhythm/${school.key}/${plan[0]}`);
  const main = plan[0] === MAIN_TEAM;
  const onWeekday = main ? 1 : chance.whole(1, 4);
  const every = main ? 2 : plan[0] === 'Ledelsesteamet' ? 4 : chance.whole(2, 3);
  const weights = WEIGHTS[main ? 1 : chance.whole(0, WEIGHTS.length - 1)]!;
  const place = plan[0].includes('årgang') ? `Lokale ${plan[0].slice(0, 1)}.b` : 'Personalerummet';
  home.years.forEach((year: Year, n) => {
    const team = addTeam(rows, school, home.id, plan, year, n === 0, members);
    const until = n === 0 ? year.endsOn : lastDay(now, main);
    const days =
      main && n === 1
        ? backFrom(year.startsOn, until)
        : meetingDays(addDays(year.startsOn, 10), until, onWeekday, every, chance.whole(0, 1));
    addHistory(rows, {
      team,
      days,
      time: main ? [14, 30] : [14, chance.pick([0, 15, 30])],
      place,
      markerIds: home.markerIds,
      coach: school.coach,
      weights,
      pace: main ? 1.2 : 0.4 + chance.next() * 0.7,
      asksForHelp: n === 1 && !main && chance.happens(0.3),
      hasMaterial: n === 1,
      over: n === 0,
      now,
    });
  });
}

/** The day before which history ends: the running week is left to the meetings that are rolled forward. */
const lastDay = (now: Date, main: boolean): Day => addDays(dayIn(now), main ? -weekday(dayIn(now)) - 6 : -1);

/** Every other Monday, counted back from the last, so that the coming meeting keeps the rhythm. */
function backFrom(from: Day, last: Day): Day[] {
  const monday = addDays(last, 1 - weekday(last));
  const weeks = Math.floor((Date.parse(monday) - Date.parse(from)) / (14 * 86_400_000));
  return meetingDays(addDays(from, 10), last, 1, 2, 0).length === 0 ? [] : evenWeeks(monday, weeks, from, last);
}

function evenWeeks(monday: Day, weeks: number, from: Day, last: Day): Day[] {
  const days = Array.from({ length: weeks + 1 }, (_, n) => addDays(monday, -14 * (weeks - n))).filter(
    (day) => day >= addDays(from, 10) && day <= last,
  );
  return [...new Set(days.flatMap((day) => meetingDays(day, addDays(day, 0), 1, 1)))];
}

/** Another school: some meetings and a few trials since the school year began. */
function quietYear(rows: Rows, home: Municipality, school: DemoSchool, team: DemoTeam, now: Date): void {
  const chance = chanceOf(`quiet/${team.path}`);
  const until = addDays(dayIn(now), -1);
  const all = meetingDays(
    addDays(team.year.startsOn, 12),
    until,
    chance.whole(1, 4),
    chance.whole(3, 4),
    chance.whole(0, 2),
  );
  addHistory(rows, {
    team,
    days: someOf(all, chance),
    time: [14, chance.pick([0, 15, 30, 45])],
    place: 'Personalerummet',
    markerIds: home.markerIds,
    coach: school.coach,
    weights: chance.pick(WEIGHTS),
    pace: 0.3 + chance.next() * 0.8,
    asksForHelp: chance.happens(0.12),
    hasMaterial: false,
    over: false,
    now,
  });
}

/** Two to five of the days, most often to this day. */
function someOf(days: readonly Day[], chance: Chance): Day[] {
  const wanted = chance.whole(2, 5);
  const kept = new Set(chance.shuffle(chance.happens(0.75) ? days.slice(-wanted) : days).slice(0, wanted));
  return days.filter((day) => kept.has(day));
}

/** A second municipality with one school and two teams, to prove that nothing leaks. */
function addNeighbour(rows: Rows, now: Date, people: Map<string, DemoPerson>): void {
  const home = addMunicipality(rows, { key: 'havnsoe', name: 'Havnsø Kommune', number: 2 }, dayIn(now));
  const clusterId = idOf('cluster/havnsoe');
  rows.add('school_cluster', { id: clusterId, municipality_id: home.id, name: 'Havnsamarbejdet' });
  const school = addSchool(
    rows,
    home,
    { key: 'havnsoe-skole', name: 'Havnsø Skole', kind: 'FOLKESKOLE', clusterId, number: 201 },
    { leader: 'Lis Nyborg' },
    home.years[0].startsOn,
  );
  const nis = { ...school.staff.named('Nis Aabo', ['Lærer']), function: 'FACILITATOR' as const };
  for (const person of [school.leader, nis]) people.set(person.name, person);
  const chance = chanceOf('havnsoe');
  (['2. årgang', '7. årgang'] as const).forEach((name, n) => {
    const plan: Parameters<typeof addTeam>[3] = [name, 'AARGANGSTEAM', n === 0 ? 'INDSKOLING' : 'UDSKOLING'];
    const members = n === 0 ? [nis, ...crew(school, plan, chance).slice(1)] : crew(school, plan, chance);
    quietYear(rows, home, school, addTeam(rows, school, home.id, plan, home.years[1], false, members), now);
  });
}
