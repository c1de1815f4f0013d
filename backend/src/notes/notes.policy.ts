import { policy } from '../access/policy.ts';

export const notesPolicy = policy({
  'note.read': {
    sentence: 'Notes stay in the team; coach and guest read them while attending.',
    row: 'item notes and meeting notes',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'attending', meeting_guest: 'attending' },
  },
  'note.write': {
    sentence: 'Notes are written together by the team, and by coach and guest while attending.',
    viewers: { team_member: 'yes', team_coach: 'attending', meeting_guest: 'attending' },
  },
  'note.history': {
    sentence: 'What a note said before is read by the team alone.',
    row: 'note history',
    viewers: { author: 'yes', team_member: 'yes' },
  },
  'note.build': {
    sentence: 'A note’s reading is built by the server a moment after the last word; no person may ask for it.',
    viewers: {},
  },
});
