import { policy } from '../access/policy.ts';

export const templatePolicy = policy({
  'template.system': {
    sentence: 'The templates that come with Pejling, and the municipality’s own, are for everybody who plans or leads.',
    row: 'agenda template system or municipality',
    viewers: {
      author: 'yes',
      team_member: 'yes',
      team_coach: 'yes',
      other_team_same_school: 'yes',
      school_leader: 'yes',
      cluster_leader: 'yes',
      other_school_staff: 'yes',
      consultant: 'yes',
      administrator: 'yes',
    },
  },
  'template.school': {
    sentence: 'A school’s templates are for everybody at that school, its teams’ coaches, and the administrator.',
    row: 'agenda template school',
    viewers: {
      author: 'yes',
      team_member: 'yes',
      team_coach: 'yes',
      other_team_same_school: 'yes',
      school_leader: 'yes',
      administrator: 'yes',
    },
  },
  'template.team': {
    sentence: 'A team’s own templates are seen by the team and its coach.',
    row: 'agenda template team',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes' },
  },
  'template.keep': {
    // Whose it is, in the table's word the author: `template_owner_rel` gives the bit.
    sentence:
      'A team’s templates are written by its members, a school’s by its leader and the administrator, the municipality’s by consultant and administrator.',
    viewers: { author: 'yes' },
  },
});

/** By whose it is, the ability by which a template is seen. */
export const SEEN_BY = {
  SYSTEM: templatePolicy['template.system'],
  MUNICIPALITY: templatePolicy['template.system'],
  SCHOOL: templatePolicy['template.school'],
  TEAM: templatePolicy['template.team'],
} as const;
