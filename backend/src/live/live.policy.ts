import { policy } from '../access/policy.ts';

export const livePolicy = policy({
  'live.meeting': {
    sentence:
      'A meeting’s room is for the team, and for coach and guest while attending: its events carry what all of them may see.',
    row: 'presence hand typing in the room',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'attending', meeting_guest: 'attending' },
  },
  'live.team': {
    sentence: 'A team’s room is for the team and its coach.',
    viewers: { team_member: 'yes', team_coach: 'yes' },
  },
  'live.school': {
    sentence:
      'A school’s room tells that its templates changed, and nothing more, to those who see them: everybody at the school, its teams’ coaches, and the administrator.',
    row: 'agenda template school',
    viewers: {
      team_member: 'yes',
      team_coach: 'yes',
      other_team_same_school: 'yes',
      school_leader: 'yes',
      administrator: 'yes',
    },
  },
  'live.municipality': {
    sentence:
      'A municipality’s room tells that its closed days or its templates changed, and nothing more, to those who see either: schools, coaches, consultants, the administrator and the DPO.',
    viewers: {
      team_member: 'yes',
      team_coach: 'yes',
      other_team_same_school: 'yes',
      school_leader: 'yes',
      cluster_leader: 'yes',
      other_school_staff: 'yes',
      consultant: 'yes',
      administrator: 'yes',
      dpo: 'yes',
    },
  },
});
