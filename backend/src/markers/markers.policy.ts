import { policy } from '../access/policy.ts';

export const markersPolicy = policy({
  'marker.read': {
    sentence: 'Everybody in the municipality reads its published guiding markers.',
    row: 'marker set published',
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
});
