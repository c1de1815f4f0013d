import { policy } from '../access/policy.ts';

export const reflectionsPolicy = policy({
  'silent.own': {
    sentence: 'Before the reveal, a silent post is read by the one who wrote it and by nobody else, whoever leads.',
    row: 'silent post before the reveal',
    viewers: { author: 'own' },
  },
  'silent.ready': {
    sentence: 'How many are ready is told as a count to those in the room; who is ready is told to nobody.',
    row: 'who is ready before the reveal',
    viewers: { author: 'own', team_member: 'count', team_coach: 'count', meeting_guest: 'count' },
  },
  'silent.post': {
    sentence: 'After the reveal all posts are the team’s; coach and guest read them while attending.',
    row: 'silent post after the reveal (text)',
    viewers: { author: 'yes', team_member: 'yes', team_coach: 'attending', meeting_guest: 'attending' },
  },
  'silent.author': {
    sentence: 'Who wrote a post is seen inside the team, and only where the team chose names beforehand.',
    row: 'silent post author after the reveal',
    viewers: {
      author: 'own',
      team_member: 'if the team chose names',
      team_coach: 'if the team chose names',
    },
  },
  'silent.write': {
    sentence: 'Whoever is at the meeting writes, says when they are ready, and sorts what is shown.',
    viewers: { team_member: 'yes', team_coach: 'attending', meeting_guest: 'attending' },
  },
  'silent.clock': {
    sentence:
      'The clock tells how many are ready at a beat, and cancels what a meeting left open; no person may ask for it.',
    viewers: {},
  },
  'pulse.distribution': {
    sentence: 'How the meeting was is seen by the team as a distribution; nobody sees who answered what.',
    row: 'pulse at check-out',
    viewers: { author: 'own', team_member: 'distribution' },
  },
  'pulse.answer': {
    sentence: 'Anybody in the team answers at check-out, once each, until the distribution is shown.',
    viewers: { team_member: 'yes' },
  },
});
