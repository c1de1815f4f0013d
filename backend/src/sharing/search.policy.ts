import { policy } from '../access/policy.ts';

export const searchPolicy = policy({
  'search.hit': {
    sentence: 'What is found is what could be opened: by the team, its coach, and a guest while attending.',
    row: 'meeting convened (time place purpose agenda)',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes', meeting_guest: 'attending' },
  },
  'search.note': {
    sentence:
      'The words of a note are shown where the note could be read: by the team, and by coach and guest while attending.',
    row: 'item notes and meeting notes',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'attending', meeting_guest: 'attending' },
  },
});
