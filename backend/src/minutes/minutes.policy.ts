import { policy } from '../access/policy.ts';

export const minutesPolicy = policy({
  'minutes.open': {
    sentence: 'Minutes that are open or proposed are the team’s; coach and guest read them while attending.',
    row: 'minutes open or proposed',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'attending', meeting_guest: 'attending' },
  },
  'minutes.read': {
    sentence: 'Approved minutes are read by the team and its coach; above the team only when the team shares them.',
    row: 'minutes approved',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes', meeting_guest: 'attending' },
  },
  'minutes.taps': {
    sentence: 'How many have tapped, and what is objected, is the team’s; who is missing is shown to nobody.',
    row: 'objections and taps at approval',
    viewers: { author: 'yes', team_member: 'yes' },
  },
  'minutes.amendments': {
    sentence: 'What was added after the approval is read by the team and its coach.',
    row: 'amendments',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes' },
  },
  'minutes.history': {
    sentence:
      'Who did what to the minutes is read by the team, and by its coach where the minutes are; never by a guest.',
    row: 'minutes approved',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes' },
  },
  'minutes.propose': {
    sentence: 'Anybody in the team sends the minutes for approval, or takes them back.',
    viewers: { team_member: 'yes' },
  },
  'minutes.tap': {
    sentence: 'Whoever was present taps their approval or writes an objection.',
    viewers: { team_member: 'yes', team_coach: 'attending', meeting_guest: 'attending' },
  },
  'minutes.approve': {
    sentence: 'The meeting’s facilitator or the team’s coordinator approves for all, and answers objections.',
    viewers: { team_member: 'leads' },
  },
  'minutes.clock': {
    sentence: 'Minutes that nobody objected to are approved by the clock; no person may ask for it.',
    viewers: {},
  },
  'minutes.endHistory': {
    sentence: 'What the notes said before goes thirty days after the approval, by the clock; no person may ask for it.',
    viewers: {},
  },
  'minutes.amend': {
    sentence: 'Anybody in the team adds an amendment; the approved text itself stays.',
    viewers: { team_member: 'yes' },
  },
  'minutes.copy': {
    sentence:
      'A leader reads a copy of approved minutes while it is shared, by the team or as the school agreed; the team and its coach read the same.',
    row: 'minutes approved',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes', school_leader: 'copy' },
  },
  'minutes.copyDecisions': {
    sentence: 'What was decided stands in the leader’s copy while the team shares it.',
    row: 'decisions',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes', school_leader: 'copy' },
  },
  'minutes.copyAmendments': {
    sentence: 'What was added after the approval stands in the leader’s copy, without who added it.',
    row: 'amendments',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes', school_leader: 'copy' },
  },
  'minutes.copyActions': {
    sentence: 'What was agreed stands in the leader’s copy by week and without a person.',
    row: 'action (title kind marker state outcome signs week)',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes', school_leader: 'week' },
  },
  'minutes.shared': {
    sentence: 'What is shared, and since when, is known to the team, its coach and the leaders it is shared with.',
    row: 'share grant (what level when)',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes', school_leader: 'covered' },
  },
  'minutes.share': {
    sentence: 'Anybody in the team shares approved minutes with the school’s leaders, or takes them back.',
    viewers: { team_member: 'yes' },
  },
  'minutes.choice': {
    sentence:
      'Whether a meeting’s minutes will be shared as they are approved is known to the team and its coach; a leader is not told who chose what.',
    row: 'share grant (what level when)',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes' },
  },
  'minutes.choose': {
    sentence:
      'Anybody in the team chooses for a meeting, until its minutes are approved, whether they are shared then.',
    viewers: { team_member: 'yes' },
  },
  'minutes.agreement': {
    sentence:
      'A school’s agreement on sharing minutes is known to those who work in its teams, to their coaches and to its leader.',
    row: 'agreement on sharing minutes with the leader',
    viewers: {
      author: 'yes',
      team_member: 'yes',
      team_coach: 'yes',
      school_leader: 'yes',
    },
  },
  'minutes.keepAgreement': {
    sentence: 'The school’s own leader makes the agreement, and ends it; nobody does so for them.',
    viewers: { school_leader: 'yes' },
  },
});
