import { policy } from '../access/policy.ts';

export const materialsPolicy = policy({
  'material.read': {
    sentence: 'A meeting’s files and links stay in the team; coach and guest have them while attending.',
    row: 'material of a meeting (files and links)',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'attending', meeting_guest: 'attending' },
  },
  'material.add': {
    sentence: 'Material is put on a meeting by the team, and by coach and guest while attending.',
    viewers: { team_member: 'yes', team_coach: 'attending', meeting_guest: 'attending' },
  },
  'material.remove': {
    sentence: 'Material is taken off by whoever put it there, by anybody in the team, and by a coach while attending.',
    viewers: { author: 'own', team_member: 'yes', team_coach: 'attending' },
  },
  'material.clock': {
    sentence: 'Files that no material shows are deleted by the clock; no person may ask for it.',
    viewers: {},
  },
});
