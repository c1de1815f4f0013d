import { Staff, type DemoPerson, type MemberFunction } from './people.ts';
import { chanceOf, idOf, type Chance } from './random.ts';
import type { Year } from './calendar.ts';
import type { Rows } from './write.ts';

export type Band = 'INDSKOLING' | 'MELLEMTRIN' | 'UDSKOLING';

export interface DemoTeam {
  id: string;
  path: string;
  name: string;
  kind: string;
  band: Band | null;
  year: Year;
  schoolId: string;
  municipalityId: string;
  members: (DemoPerson & { function: MemberFunction })[];
}

export interface DemoSchool {
  id: string;
  key: string;
  name: string;
  kind: 'FOLKESKOLE' | 'SPECIALSKOLE' | 'UNGDOMSSKOLE';
  clusterId: string | null;
  staff: Staff;
  leader: DemoPerson;
  coach: DemoPerson;
}

export const CLUSTERS: readonly (readonly [string, readonly (readonly [key: string, name: string])[]])[] = [
  [
    'Fjordsamarbejdet',
    [
      ['soebakke', 'Søbakkeskolen'],
      ['aabrink', 'Aabrinkens Skole'],
      ['strandeng', 'Strandengens Skole'],
      ['moellesoe', 'Møllesøskolen'],
    ],
  ],
  [
    'Bysamarbejdet',
    [
      ['kirkebakke', 'Kirkebakkens Skole'],
      ['praestegaard', 'Præstegårdshaveskolen'],
      ['havneplads', 'Havnepladsens Skole'],
      ['engdrag', 'Engdragets Skole'],
    ],
  ],
  [
    'Skovsamarbejdet',
    [
      ['egeskovvang', 'Egeskovvangskolen'],
      ['birkeholt', 'Birkeholtskolen'],
      ['ravnsbjerg', 'Ravnsbjergskolen'],
      ['skovkant', 'Skovkantens Skole'],
    ],
  ],
  [
    'Nordsamarbejdet',
    [
      ['noerremark', 'Nørremarkskolen'],
      ['hoejager', 'Højagerskolen'],
      ['tranebakke', 'Tranebakkeskolen'],
    ],
  ],
  [
    'Ådalssamarbejdet',
    [
      ['aakande', 'Åkandeskolen'],
      ['mosevraa', 'Mosevrå Skole'],
      ['engblomme', 'Engblommeskolen'],
    ],
  ],
  [
    'Klitsamarbejdet',
    [
      ['klitrose', 'Klitroseskolen'],
      ['vesterlund', 'Vesterlundeskolen'],
      ['hedelyng', 'Hedelyngskolen'],
    ],
  ],
  [
    'Sundsamarbejdet',
    [
      ['soenderenge', 'Sønderengeskolen'],
      ['lyngbjerg', 'Lyngbjergskolen'],
      ['oestervig', 'Østervigskolen'],
    ],
  ],
  [
    'Samarbejdet for særlige tilbud',
    [
      ['laerkerede', 'Lærkeredens Specialskole'],
      ['ungdomsskole', 'Fjordby Ungdomsskole'],
    ],
  ],
];

type TeamPlan = [name: string, kind: string, band: Band | null];

const bandOf = (grade: number): Band => (grade <= 3 ? 'INDSKOLING' : grade <= 6 ? 'MELLEMTRIN' : 'UDSKOLING');
const grades = (from: number, to: number): TeamPlan[] =>
  Array.from({ length: to - from + 1 }, (_, i) => [`${from + i}. årgang`, 'AARGANGSTEAM', bandOf(from + i)]);

/** The teams of a school: the main school has all of them, the others what their size asks for. */
export function teamPlan(key: string, kind: DemoSchool['kind'], chance: Chance): TeamPlan[] {
  const common: TeamPlan[] = [
    ['Ressourceteamet', 'RESSOURCETEAM', null],
    ['Ledelsesteamet', 'LEDELSESTEAM', null],
  ];
  if (kind === 'SPECIALSKOLE') {
    const halves: TeamPlan[] = [
      ['Indskoling', 'AFDELINGSTEAM', 'INDSKOLING'],
      ['Mellemtrin', 'AFDELINGSTEAM', 'MELLEMTRIN'],
      ['Udskoling', 'AFDELINGSTEAM', 'UDSKOLING'],
    ];
    return [...halves, ['SFO', 'AFDELINGSTEAM', 'INDSKOLING'], ...common];
  }
  if (kind === 'UNGDOMSSKOLE')
    return [
      ['Heltidsundervisningen', 'KLASSETEAM', 'UDSKOLING'],
      ['10. klasse', 'KLASSETEAM', 'UDSKOLING'],
      ['Fritidsteamet', 'AFDELINGSTEAM', null],
      ...common,
    ];
  const base: TeamPlan[] = [...grades(0, 9), ['SFO', 'AFDELINGSTEAM', 'INDSKOLING'], ...common];
  if (key === 'soebakke')
    return [...base, ['Dansk, mellemtrin', 'FAGTEAM', 'MELLEMTRIN'], ['Matematik', 'FAGTEAM', null]];
  if (chance.happens(0.35)) return [...grades(0, 6), ['SFO', 'AFDELINGSTEAM', 'INDSKOLING'], ...common];
  return chance.happens(0.4) ? [...base, ['Naturfag', 'FAGTEAM', 'UDSKOLING']] : base;
}

/** Writes a school with its leader and its coach. */
export function addSchool(
  rows: Rows,
  municipality: { id: string; domain: string },
  school: { key: string; name: string; kind: DemoSchool['kind']; clusterId: string | null; number: number },
  known: { leader?: string; coach?: string },
  since: string,
): DemoSchool {
  const id = idOf(`school/${school.key}`);
  rows.add('school', {
    id,
    municipality_id: municipality.id,
    cluster_id: school.clusterId,
    name: school.name,
    institution_number: `9${String(school.number).padStart(5, '0')}`,
    kind: school.kind,
  });
  const staff = new Staff(rows, municipality, { id, path: school.key }, chanceOf(`staff/${school.key}`));
  const leader = known.leader ? staff.named(known.leader, ['Leder']) : staff.anybody(['Leder']);
  const coach = known.coach ? staff.named(known.coach, ['Lærer', 'Konsulent']) : staff.anybody(['Lærer']);
  addRole(rows, municipality.id, leader, 'SCHOOL_LEADER', 'SCHOOL', id, since);
  addRole(rows, municipality.id, coach, 'PLC_COACH', 'SCHOOL', id, since);
  return {
    id,
    key: school.key,
    name: school.name,
    kind: school.kind,
    clusterId: school.clusterId,
    staff,
    leader,
    coach,
  };
}

export function addRole(
  rows: Rows,
  municipalityId: string,
  person: DemoPerson,
  role: string,
  scopeKind: string,
  scopeId: string,
  since: string,
): void {
  rows.add('role_assignment', {
    id: idOf(`role/${person.id}/${role}/${scopeId}`),
    municipality_id: municipalityId,
    person_id: person.id,
    role,
    scope_kind: scopeKind,
    scope_id: scopeId,
    valid_from: since,
    valid_to: null,
  });
}

/** Writes a team with its memberships; those of a year that is over end with it. */
export function addTeam(
  rows: Rows,
  school: { id: string; key: string },
  municipalityId: string,
  plan: TeamPlan,
  year: Year,
  over: boolean,
  members: DemoTeam['members'],
): DemoTeam {
  const [name, kind, band] = plan;
  const path = `${school.key}/${name}/${year.key}`;
  const id = idOf(`team/${path}`);
  rows.add('team', {
    id,
    municipality_id: municipalityId,
    school_id: school.id,
    cluster_id: null,
    name,
    kind,
    school_year: year.key,
    grade_band: band,
  });
  for (const member of members) {
    rows.add('team_membership', {
      id: idOf(`member/${path}/${member.id}`),
      municipality_id: municipalityId,
      team_id: id,
      person_id: member.id,
      function: member.function,
      valid_from: year.startsOn,
      valid_to: over ? year.endsOn : null,
    });
  }
  return { id, path, name, kind, band, year, schoolId: school.id, municipalityId, members };
}

/** Who stands in a team of this kind when nobody is named. */
export function crew(school: DemoSchool, plan: TeamPlan, chance: Chance): DemoTeam['members'] {
  const [name, kind, band] = plan;
  const size =
    kind === 'AARGANGSTEAM'
      ? chance.whole(6, 9)
      : kind === 'LEDELSESTEAM'
        ? 3
        : kind === 'RESSOURCETEAM'
          ? 4
          : chance.whole(5, 8);
  const people: DemoPerson[] = [];
  if (kind === 'LEDELSESTEAM') people.push(school.leader);
  if (kind === 'RESSOURCETEAM') people.push(school.coach);
  while (people.length < size) {
    const carer = name === 'SFO' || (band === 'INDSKOLING' && chance.happens(0.35)) || chance.happens(0.12);
    people.push(
      school.staff.anybody([
        kind === 'LEDELSESTEAM' ? 'Ledelse' : carer ? 'Pædagog' : chance.happens(0.05) ? 'Vikar' : 'Lærer',
      ]),
    );
  }
  return people.map((person, i) => ({
    ...person,
    function: i === 0 ? 'FACILITATOR' : i === 1 ? 'COORDINATOR' : 'MEMBER',
  }));
}
