import { policy } from '../access/policy.ts';

export const overviewPolicy = policy({
  'overview.school': {
    sentence: 'A school’s overview is its own leader’s; a coach sees the teams they coach in it.',
    row: 'school overview',
    viewers: { team_coach: 'own teams', school_leader: 'own school' },
  },
  'overview.rhythm': {
    sentence: 'That a team met in a week is seen by the team, its coach and its leader; no day, no attendance.',
    row: 'meeting rhythm (held in week n)',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes', school_leader: 'week' },
  },
  'overview.action': {
    sentence: 'A leader sees a team’s actions dated by week, with no person and no exact date.',
    row: 'action (title kind marker state outcome signs week)',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes', school_leader: 'week' },
  },
  'overview.help': {
    sentence: 'A team that asks for help is seen by its leader and coach.',
    row: 'request for help or sparring',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes', school_leader: 'yes' },
  },
  'overview.clock': {
    sentence: 'The published tables are made by the clock; no person may ask for it.',
    viewers: {},
  },
  'overview.tables': {
    sentence: 'The published tables are for the municipality’s consultants and its school leaders.',
    row: 'municipality tables',
    viewers: { school_leader: 'yes', cluster_leader: 'yes', consultant: 'yes' },
  },
});
