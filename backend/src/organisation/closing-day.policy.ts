import { policy } from '../access/policy.ts';

/** Which days are kept closed: a setting of the municipality. What they mean for a team’s own year is read by the team (`series.read`). */
export const closingDayPolicy = policy({
  'closedDays.read': {
    sentence:
      'The municipality’s and its schools’ closed days are kept in a list that the administrator and the DPO read.',
    row: 'municipality settings and retention periods',
    viewers: { administrator: 'yes', dpo: 'yes' },
  },
  'closedDays.keep': {
    sentence: 'The administrator writes and changes the closed days, a single school’s own too.',
    viewers: { administrator: 'yes' },
  },
});
