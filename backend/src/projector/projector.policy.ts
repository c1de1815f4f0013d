import { policy } from '../access/policy.ts';

export const projectorPolicy = policy({
  'projector.lend': {
    sentence: 'Whoever is at the meeting lends it to the screen in the room, and takes it back.',
    viewers: { team_member: 'yes', team_coach: 'attending', meeting_guest: 'attending' },
  },
  'projector.agenda': {
    sentence: 'The screen in the room shows the agenda and the time of the meeting that is lent to it.',
    row: 'meeting convened (time place purpose agenda)',
    viewers: {},
    onRoomScreen: true,
  },
  'projector.markers': {
    sentence: 'The screen in the room shows which markers the meeting is about.',
    row: 'marker set published',
    viewers: {},
    onRoomScreen: true,
  },
  'projector.decisions': {
    sentence: 'The screen in the room shows what is decided, so that it can be read aloud from.',
    row: 'decisions',
    viewers: {},
    onRoomScreen: true,
  },
  'projector.actions': {
    sentence: 'The screen in the room shows what is tried, in which week and with which signs, and never by whom.',
    row: 'action (title kind marker state outcome signs week)',
    viewers: {},
    onRoomScreen: true,
  },
  'projector.ready': {
    sentence: 'The screen in the room shows how many are ready, as a count.',
    row: 'who is ready before the reveal',
    viewers: {},
    onRoomScreen: true,
  },
  'projector.posts': {
    sentence: 'The screen in the room shows the silent posts after the reveal, and never who wrote them.',
    row: 'silent post after the reveal (text)',
    viewers: {},
    onRoomScreen: true,
  },
});
