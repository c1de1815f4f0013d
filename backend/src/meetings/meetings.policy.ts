import { policy } from '../access/policy.ts';

export const meetingsPolicy = policy({
  'meeting.draft': {
    sentence: 'A draft and its agenda are seen by the team and its coach.',
    row: 'meeting draft and its agenda',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes' },
  },
  'meeting.read': {
    sentence: 'Time, place, purpose and agenda are seen by the team, its coach and a guest while attending.',
    row: 'meeting convened (time place purpose agenda)',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes', meeting_guest: 'attending' },
  },
  'meeting.roles': {
    sentence: 'Who leads, writes and keeps the time is seen by the team, its coach and a guest while attending.',
    row: 'meeting roles',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes', meeting_guest: 'attending' },
  },
  'meeting.attendance': {
    sentence: 'Who came is seen by the team, and by coach and guest while attending.',
    row: 'attendance and replies',
    viewers: { author: 'own', team_member: 'yes', team_coach: 'attending', meeting_guest: 'attending' },
  },
  'meeting.presence': {
    sentence: 'Who is in the room now is seen by the team, and by coach and guest while attending.',
    row: 'presence hand typing in the room',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'attending', meeting_guest: 'attending' },
  },
  'meeting.notes': {
    sentence: 'Notes stay in the team; coach and guest read them while attending.',
    row: 'item notes and meeting notes',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'attending', meeting_guest: 'attending' },
  },
  'meeting.decisions': {
    sentence: 'Decisions are seen by the team and its coach, and by a guest while attending.',
    row: 'decisions',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes', meeting_guest: 'attending' },
  },
  'series.read': {
    sentence: 'A team’s series and its year are seen by the team and its coach.',
    row: 'meeting series and year wheel of a team',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes' },
  },
  'meeting.plan': {
    sentence: 'Anybody in the team plans, changes the agenda, gives roles and convenes; a coach while attending.',
    viewers: { team_member: 'yes', team_coach: 'attending' },
  },
  'meeting.run': {
    sentence: 'Anybody in the team starts, leads on, extends and finishes a meeting; a coach while attending.',
    viewers: { team_member: 'yes', team_coach: 'attending' },
  },
  'meeting.write': {
    sentence: 'Notes and decisions are written by the team, and by coach and guest while attending.',
    viewers: { team_member: 'yes', team_coach: 'attending', meeting_guest: 'attending' },
  },
  'meeting.come': {
    sentence: 'Who is called says that they have come; so does anybody else in the team.',
    viewers: { team_member: 'yes', team_coach: 'attending', meeting_guest: 'attending' },
  },
  'meeting.clock': {
    sentence: 'A meeting that nobody ended is ended by the clock; no person may ask for it.',
    viewers: {},
  },
  'meeting.cancel': {
    sentence: 'A meeting is cancelled by its facilitator or the team’s coordinator.',
    viewers: { team_member: 'leads' },
  },
});
