import { policy } from '../access/policy.ts';

export const actionsPolicy = policy({
  'action.read': {
    sentence:
      'What an action is, where it stands and what came of it is seen by the team and its coach, and by a guest while attending.',
    row: 'action (title kind marker state outcome signs week)',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes', meeting_guest: 'attending' },
  },
  'action.why': {
    sentence: 'Why it is tried stays with the team, its coach and a guest while attending.',
    row: 'action why and description',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes', meeting_guest: 'attending' },
  },
  'action.responsible': {
    sentence: 'Who does it, and by which day, is never seen above the team.',
    row: 'action responsible people and exact due date',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes', meeting_guest: 'attending' },
  },
  'action.reflections': {
    sentence: 'What the team tried, saw and learned is the team’s until it shares it.',
    row: 'action reflections (what we tried saw learned)',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes', meeting_guest: 'attending' },
  },
  'action.help': {
    sentence: 'A request for help is seen by the team, its coach and the school’s leader.',
    row: 'request for help or sparring',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes', school_leader: 'yes' },
  },
  'action.change': {
    sentence: 'Anybody in the team makes and changes its actions; a coach and a guest only in a meeting they attend.',
    viewers: { team_member: 'yes', team_coach: 'attending', meeting_guest: 'attending' },
  },
});
