import { policy } from '../access/policy.ts';

/** What everybody may see of the organisation. */
export const organisationPolicy = policy({
  'municipality.name': {
    sentence: 'Everybody in the municipality sees its name and logo.',
    row: 'municipality name and logo',
    viewers: {
      author: 'yes',
      team_member: 'yes',
      team_coach: 'yes',
      meeting_guest: 'yes',
      other_team_same_school: 'yes',
      school_leader: 'yes',
      cluster_leader: 'yes',
      other_school_staff: 'yes',
      reader: 'yes',
      consultant: 'yes',
      administrator: 'yes',
      dpo: 'yes',
    },
  },
  'school.name': {
    sentence: 'Everybody in the municipality sees its clusters and schools.',
    row: 'cluster and school (name kind number)',
    viewers: {
      author: 'yes',
      team_member: 'yes',
      team_coach: 'yes',
      meeting_guest: 'yes',
      other_team_same_school: 'yes',
      school_leader: 'yes',
      cluster_leader: 'yes',
      other_school_staff: 'yes',
      reader: 'yes',
      consultant: 'yes',
      administrator: 'yes',
      dpo: 'yes',
    },
  },
  'team.name': {
    sentence: 'The team’s name is known at its school and to the municipality’s consultants, administrators and DPO.',
    row: 'team (name kind school year)',
    viewers: {
      author: 'yes',
      team_member: 'yes',
      team_coach: 'yes',
      meeting_guest: 'yes',
      other_team_same_school: 'yes',
      school_leader: 'yes',
      cluster_leader: 'basic',
      other_school_staff: 'basic',
      consultant: 'yes',
      administrator: 'yes',
      dpo: 'yes',
    },
  },
  'team.members': {
    sentence:
      'Who is in a team is seen by the team, its coach, a guest while attending, colleagues and leader at the school, and the administrator.',
    row: 'team membership',
    viewers: {
      author: 'yes',
      team_member: 'yes',
      team_coach: 'yes',
      meeting_guest: 'attending',
      other_team_same_school: 'basic',
      school_leader: 'basic',
      administrator: 'yes',
    },
  },
  'person.basic': {
    sentence:
      'Name, initials, profession and school are seen by colleagues at the school, and by a guest while attending.',
    row: 'person basic',
    viewers: {
      author: 'own',
      team_member: 'yes',
      team_coach: 'yes',
      meeting_guest: 'attending',
      other_team_same_school: 'yes',
      school_leader: 'yes',
      consultant: 'basic',
      administrator: 'yes',
    },
  },
  'role.own': {
    sentence: 'Everybody reads their own roles; the administrator and the DPO read all.',
    row: 'role assignments',
    viewers: { author: 'own', school_leader: 'own', administrator: 'yes', dpo: 'yes' },
  },
});
