import type { Mutant } from './mutants.ts';

/** Breaks of what is promised before a meeting: that no proposal is lost, and that nobody learns who is ready. */
export const PREPARATION_MUTANTS: readonly Mutant[] = [
  {
    name: 'leave what is proposed at the meeting that begins',
    promise: 'Nothing is lost',
    edits: [
      {
        file: 'backend/src/meetings/begin-meeting.ts',
        find: '    await preparationOfMeetings().whenSeriesChanged(work, meeting.series_id);\n',
        replace: '    preparationOfMeetings();\n',
      },
    ],
    spec: 'test/preparation/proposals.spec.ts',
  },
  {
    name: 'settle what is proposed without standing in the series’ line',
    promise: 'Nothing is lost',
    edits: [
      {
        file: 'backend/src/preparation/proposal-room.ts',
        find: "'select id from meeting_series where id = $1 for no key update'",
        replace: "'select id from meeting_series where id = $1'",
      },
    ],
    spec: 'test/preparation/proposals.spec.ts',
  },
  {
    name: 'tell the room who says they are ready',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/preparation/own-preparation.service.ts',
        find: "        scopes: [personScope(me)],\n        entity: 'Preparation',",
        replace: "        scopes: [personScope(me), meetingScope(meetingId)],\n        entity: 'Preparation',",
      },
    ],
    spec: 'test/preparation/ready.spec.ts',
  },
  {
    name: 'count who is ready as they are called, and so tell who a guest was to it',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/preparation/preparation-doors.sql',
        find: '(select count(*) from preparation_ready r where r.meeting_id = m.id)',
        replace:
          '(select count(*) from preparation_ready r join meeting_participant q on q.meeting_id = m.id and q.person_id = r.person_id where r.meeting_id = m.id)',
      },
    ],
    spec: 'test/preparation/ready.spec.ts',
  },
  {
    name: 'show everybody what was answered to whoever proposed it',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/src/preparation/preparation-json.sql',
        find: "'answer', case when x.proposed_by = app_person() then x.answer end",
        replace: "'answer', x.answer",
      },
    ],
    spec: 'test/preparation/proposals.spec.ts',
  },
];
