import { VIEWER_BITS, ATTENDING, LEADS_MEETING, SIGNED_IN } from '../../src/access/viewer-column.ts';

/** From a day to a day (yyyy-mm-dd), both included; open-ended without the second. */
interface Span {
  from: string;
  to: string | null;
}
export interface Town {
  id: string;
  clusters: { id: string }[];
  schools: { id: string; clusterId: string | null }[];
  people: { id: string; schoolId: string | null }[];
  teams: { id: string; schoolId: string | null; clusterId: string | null }[];
  memberships: (Span & { teamId: string; personId: string; function: 'MEMBER' | 'COORDINATOR' | 'FACILITATOR' })[];
  roles: (Span & { personId: string; role: string; scopeId: string })[];
  meetings: { id: string; teamId: string; state: string; isApproved: boolean }[];
  participants: { meetingId: string; personId: string; isGuest: boolean; role: string | null }[];
  actions: { id: string; teamId: string; originMeetingId: string | null }[];
}

const B = VIEWER_BITS;
const holds = (span: Span, today: string): boolean => span.from <= today && (span.to === null || span.to >= today);
const or = (bits: number[]): number => bits.reduce((sum, bit) => sum | bit, 0);

/**
 * Who a person is to a team, as a rule about facts: what access/relations.sql answers with rows. Written from the domain's
 * sentences and not from the SQL, so that the two can be held against each other.
 */
export function toTeam(town: Town, teamId: string, personId: string, today: string): number {
  const team = town.teams.find((one) => one.id === teamId);
  const person = town.people.find((one) => one.id === personId);
  if (!team || !person) return 0;
  const clusterOf = (schoolId: string | null) => town.schools.find((one) => one.id === schoolId)?.clusterId ?? null;
  const cluster = team.clusterId ?? clusterOf(team.schoolId);
  const memberships = town.memberships.filter(
    (one) => one.teamId === teamId && one.personId === personId && holds(one, today),
  );
  const roles = town.roles.filter((one) => one.personId === personId && holds(one, today));
  const is = (role: string, ...scopes: (string | null)[]) =>
    roles.some((one) => one.role === role && scopes.includes(one.scopeId));
  const leadsInCluster = roles.some(
    (one) =>
      one.role === 'SCHOOL_LEADER' &&
      cluster !== null &&
      one.scopeId !== team.schoolId &&
      (one.scopeId === cluster || clusterOf(one.scopeId) === cluster),
  );
  const worksHere = person.schoolId !== null && person.schoolId === team.schoolId;
  return or([
    SIGNED_IN,
    memberships.length > 0 ? B.team_member : 0,
    memberships.some((one) => one.function !== 'MEMBER') ? LEADS_MEETING : 0,
    is('PLC_COACH', team.id, team.schoolId, cluster, town.id) ? B.team_coach : 0,
    worksHere ? B.other_team_same_school : person.schoolId !== null ? B.other_school_staff : 0,
    is('SCHOOL_LEADER', team.schoolId) ? B.school_leader : 0,
    leadsInCluster ? B.cluster_leader : 0,
    is('READER', team.schoolId, town.id) ? B.reader : 0,
    is('MUNICIPAL_CONSULTANT', town.id) ? B.consultant : 0,
    is('MUNICIPAL_ADMIN', town.id) ? B.administrator : 0,
    is('DPO', town.id) ? B.dpo : 0,
  ]);
}

/** Who a person is to a school: in one of its teams, coaching one, working there, leading it, or above it. */
export function toSchool(town: Town, schoolId: string, personId: string, today: string): number {
  const school = town.schools.find((one) => one.id === schoolId);
  const person = town.people.find((one) => one.id === personId);
  if (!school || !person) return 0;
  const teams = town.teams.filter((one) => one.schoolId === schoolId).map((one) => one.id);
  const roles = town.roles.filter((one) => one.personId === personId && holds(one, today));
  const is = (role: string, ...scopes: (string | null)[]) =>
    roles.some((one) => one.role === role && scopes.includes(one.scopeId));
  const beside = town.schools.filter((one) => one.clusterId === school.clusterId && one.id !== schoolId);
  const cluster = school.clusterId === null ? [] : [school.clusterId, ...beside.map((one) => one.id)];
  return or([
    SIGNED_IN,
    town.memberships.some((one) => one.personId === personId && teams.includes(one.teamId) && holds(one, today))
      ? B.team_member
      : 0,
    is('PLC_COACH', school.id, school.clusterId, town.id, ...teams) ? B.team_coach : 0,
    person.schoolId === schoolId ? B.other_team_same_school : person.schoolId !== null ? B.other_school_staff : 0,
    is('SCHOOL_LEADER', schoolId) ? B.school_leader : 0,
    is('SCHOOL_LEADER', ...cluster) ? B.cluster_leader : 0,
    is('READER', school.id, town.id) ? B.reader : 0,
    is('MUNICIPAL_CONSULTANT', town.id) ? B.consultant : 0,
    is('MUNICIPAL_ADMIN', town.id) ? B.administrator : 0,
    is('DPO', town.id) ? B.dpo : 0,
  ]);
}

/** What a person is to the team, and whether they are invited: from the convening until the minutes are approved. */
export function toMeeting(town: Town, meetingId: string, personId: string, today: string): number {
  const meeting = town.meetings.find((one) => one.id === meetingId);
  if (!meeting) return 0;
  const invited = town.participants.find((one) => one.meetingId === meetingId && one.personId === personId);
  const isOpen = ['CONVENED', 'IN_PROGRESS', 'HELD'].includes(meeting.state) && !meeting.isApproved;
  const attends =
    invited && isOpen
      ? or([ATTENDING, invited.isGuest ? B.meeting_guest : 0, invited.role === 'FACILITATOR' ? LEADS_MEETING : 0])
      : 0;
  return toTeam(town, meeting.teamId, personId, today) | attends;
}

/** What a person is to the action's team, and to the meeting that it came from for as long as they attend that. */
export function toAction(town: Town, actionId: string, personId: string, today: string): number {
  const action = town.actions.find((one) => one.id === actionId);
  if (!action) return 0;
  const there = action.originMeetingId ? toMeeting(town, action.originMeetingId, personId, today) : 0;
  return toTeam(town, action.teamId, personId, today) | (there & (ATTENDING | B.meeting_guest));
}
