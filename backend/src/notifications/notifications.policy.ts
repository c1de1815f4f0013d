import { policy } from '../access/policy.ts';

export const notificationsPolicy = policy({
  'notices.own': {
    sentence: 'What Pejling has written to a person is theirs alone.',
    row: 'notifications and digest',
    viewers: { author: 'own' },
  },
  'notices.clock': {
    sentence: 'Mails are sent by the clock; no person may ask for it.',
    viewers: {},
  },
  'meeting.reply': {
    sentence: 'Whoever is called to a meeting says whether they come, and for nobody else.',
    viewers: { team_member: 'attending', team_coach: 'attending', meeting_guest: 'attending' },
  },
  'feed.own': {
    sentence: 'A person’s calendar address, and whether there is one, is theirs alone.',
    row: 'calendar feed and its token',
    viewers: { author: 'own' },
  },
});
