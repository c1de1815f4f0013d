import { policy } from '../access/policy.ts';

export const preparationPolicy = policy({
  'preparation.read': {
    sentence: 'What is proposed and what each has prepared stays in the team; coach and guest read it while attending.',
    row: 'preparation note and proposed items',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'attending', meeting_guest: 'attending' },
  },
  'preparation.ready': {
    sentence: 'How many are ready is told as a count to those who read the agenda; who is ready is told to nobody.',
    row: 'who is ready before the reveal',
    viewers: { author: 'own', team_member: 'count', team_coach: 'count', meeting_guest: 'count' },
  },
  'preparation.write': {
    sentence: 'Whoever is called to the meeting proposes items, writes what they have prepared and says when ready.',
    viewers: { team_member: 'yes', team_coach: 'attending', meeting_guest: 'attending' },
  },
  'preparation.clock': {
    sentence:
      'The clock tells how many are ready at a beat, and ends what is no longer needed; no person may ask for it.',
    viewers: {},
  },
});
