import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type pg from 'pg';
import { copenhagenDate } from '#domain/copenhagen.ts';
import { addDays } from '#domain/iso-week.ts';
import type { Town } from './relations.ts';

/** The day on which a generated municipality is looked at. */
export const today = copenhagenDate(Date.now());
const span = fc
  .tuple(fc.constantFrom(-30, -1, 0, 1), fc.constantFrom(null, -1, 0, 1, 30))
  .map(([from, to]) => ({ from: addDays(today, from), to: to === null || to < from ? null : addDays(today, to) }));
const ROLES = ['MUNICIPAL_ADMIN', 'MUNICIPAL_CONSULTANT', 'SCHOOL_LEADER', 'PLC_COACH', 'READER', 'DPO'];
const index = fc.nat({ max: 5 });
/** What a municipality is generated from. */
export const drawn = fc.record({
  schools: fc.array(fc.option(index), { minLength: 2, maxLength: 4 }),
  people: fc.array(fc.option(index), { minLength: 3, maxLength: 4 }),
  teams: fc.array(fc.tuple(fc.option(index), fc.option(index)), { minLength: 2, maxLength: 4 }),
  memberships: fc.array(
    fc.record({ team: index, person: index, span, fn: fc.constantFrom('MEMBER', 'COORDINATOR', 'FACILITATOR') }),
    { maxLength: 5 },
  ),
  roles: fc.array(
    fc.record({ person: index, role: fc.constantFrom(...ROLES), kind: fc.nat({ max: 3 }), scope: index, span }),
    { maxLength: 6 },
  ),
  meetings: fc.array(
    fc.record({
      team: index,
      state: fc.constantFrom('DRAFT', 'CONVENED', 'IN_PROGRESS', 'HELD', 'CLOSED', 'CANCELLED'),
      minutes: fc.constantFrom(null, 'OPEN', 'PROPOSED', 'APPROVED'),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  participants: fc.array(
    fc.record({
      meeting: index,
      person: index,
      isGuest: fc.boolean(),
      role: fc.constantFrom(null, 'FACILITATOR', 'NOTE_TAKER'),
    }),
    { maxLength: 5 },
  ),
  actions: fc.array(fc.record({ team: index, meeting: fc.option(index) }), { minLength: 1, maxLength: 3 }),
});
export type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

/** A municipality as rules see it, of what was drawn. */
export function build(d: Drawn): Town {
  const id = randomUUID();
  const clusters = [{ id: randomUUID() }, { id: randomUUID() }];
  const schools = d.schools.map((c) => ({ id: randomUUID(), clusterId: c === null ? null : pick(clusters, c).id }));
  const people = d.people.map((s) => ({ id: randomUUID(), schoolId: s === null ? null : pick(schools, s).id }));
  const teams = d.teams.map(([s, c]) => ({
    id: randomUUID(),
    schoolId: s === null ? null : pick(schools, s).id,
    clusterId: s !== null || c === null ? null : pick(clusters, c).id,
  }));
  const meetings = d.meetings.map((one) => ({
    id: randomUUID(),
    teamId: pick(teams, one.team).id,
    state: one.state,
    isApproved: one.minutes === 'APPROVED',
  }));
  const once = <T>(list: T[], key: (one: T) => string) => [...new Map(list.map((one) => [key(one), one])).values()];
  return {
    id,
    clusters,
    schools,
    people,
    teams,
    meetings,
    memberships: once(
      d.memberships.map((one) => ({
        teamId: pick(teams, one.team).id,
        personId: pick(people, one.person).id,
        function: one.fn as Town['memberships'][number]['function'],
        ...one.span,
      })),
      (one) => `${one.teamId} ${one.personId} ${one.from}`,
    ),
    roles: once(
      d.roles.map((one) => ({
        personId: pick(people, one.person).id,
        role: one.role,
        scopeId: pick([[{ id }], clusters, schools, teams][one.kind]!, one.scope).id,
        ...one.span,
      })),
      (one) => `${one.personId} ${one.role} ${one.scopeId} ${one.from}`,
    ),
    participants: once(
      d.participants.map((one) => ({
        meetingId: pick(meetings, one.meeting).id,
        personId: pick(people, one.person).id,
        isGuest: one.isGuest,
        role: one.role,
      })),
      (one) => `${one.meetingId} ${one.personId}`,
    ),
    actions: d.actions.map((one) => ({
      id: randomUUID(),
      teamId: pick(teams, one.team).id,
      originMeetingId: one.meeting === null ? null : pick(meetings, one.meeting).id,
    })),
  };
}

/** Writes a municipality as the owner. @param minutes the state of each meeting's minutes */
export async function write(admin: pg.Client, town: Town, minutes: (string | null)[]): Promise<void> {
  const m = { municipality_id: town.id };
  const rows = async (table: string, list: Record<string, unknown>[]) => {
    if (list.length === 0) return;
    const columns = Object.keys(list[0]!).join(', ');
    await admin.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(list)],
    );
  };
  const scopes = new Map<string, string>([
    [town.id, 'MUNICIPALITY'],
    ...town.clusters.map((one) => [one.id, 'CLUSTER'] as const),
    ...town.schools.map((one) => [one.id, 'SCHOOL'] as const),
    ...town.teams.map((one) => [one.id, 'TEAM'] as const),
  ]);
  await rows('municipality', [{ id: town.id, name: 'By', is_demonstration: false, created_at: '2026-01-01' }]);
  await rows(
    'school_cluster',
    town.clusters.map((one) => ({ ...m, id: one.id, name: 'Samarbejde' })),
  );
  await rows(
    'school',
    town.schools.map((one) => ({ ...m, id: one.id, cluster_id: one.clusterId, name: 'S', kind: 'OTHER' })),
  );
  await rows(
    'person',
    town.people.map((one) => ({
      ...m,
      id: one.id,
      school_id: one.schoolId,
      display_name: 'P',
      initials: 'P',
      professions: [],
    })),
  );
  await rows(
    'team',
    town.teams.map((one) => ({
      ...m,
      id: one.id,
      school_id: one.schoolId,
      cluster_id: one.clusterId,
      name: 'T',
      kind: 'NETVAERK',
      school_year: '2026-2027',
    })),
  );
  await rows(
    'team_membership',
    town.memberships.map((one) => ({
      ...m,
      id: randomUUID(),
      team_id: one.teamId,
      person_id: one.personId,
      function: one.function,
      valid_from: one.from,
      valid_to: one.to,
    })),
  );
  await rows(
    'role_assignment',
    town.roles.map((one) => ({
      ...m,
      id: randomUUID(),
      person_id: one.personId,
      role: one.role,
      scope_kind: scopes.get(one.scopeId),
      scope_id: one.scopeId,
      valid_from: one.from,
      valid_to: one.to,
    })),
  );
  const series = new Map(town.teams.map((one) => [one.id, randomUUID()]));
  await rows(
    'meeting_series',
    town.teams.map((one) => ({ ...m, id: series.get(one.id), team_id: one.id, name: 'M' })),
  );
  await rows(
    'meeting',
    town.meetings.map((one) => ({
      ...m,
      id: one.id,
      team_id: one.teamId,
      series_id: series.get(one.teamId),
      title: 'M',
      starts_at: '2026-11-24T10:00:00Z',
      duration_min: 60,
      place: '',
      purpose: '',
      bring: '',
      state: one.state,
      revision: 1,
      ended_by_clock: false,
      extended_min: 0,
    })),
  );
  await rows(
    'minutes',
    town.meetings.flatMap((one, n) =>
      minutes[n]
        ? [
            {
              ...m,
              id: randomUUID(),
              meeting_id: one.id,
              snapshot: minutes[n] === 'APPROVED' ? {} : null,
              fingerprint: minutes[n] === 'APPROVED' ? 'x' : null,
              state: minutes[n],
              revision: 1,
            },
          ]
        : [],
    ),
  );
  await rows(
    'meeting_participant',
    town.participants.map((one) => ({
      ...m,
      id: randomUUID(),
      meeting_id: one.meetingId,
      person_id: one.personId,
      attendance: 'INVITED',
      is_guest: one.isGuest,
      meeting_role: one.role,
    })),
  );
  await rows(
    'action',
    town.actions.map((one) => ({
      ...m,
      id: one.id,
      team_id: one.teamId,
      kind: 'TASK',
      title: 'A',
      why: '',
      state: 'AGREED',
      expected_signs: [],
      origin_meeting_id: one.originMeetingId,
      created_by: town.people[0]!.id,
      created_at: '2026-11-24T10:00:00Z',
      revision: 1,
    })),
  );
}
