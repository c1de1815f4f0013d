import { answerForMinutes } from '../meetings/minutes.ports.ts';
import { newId } from '../platform/new-id.ts';

answerForMinutes({
  async whenMeetingHeld(work, meetingId) {
    await work.query(
      'insert into minutes (id, municipality_id, meeting_id) values ($1, $2, $3) on conflict (meeting_id) do nothing',
      [newId(), work.actor.municipalityId, meetingId],
    );
  },
  async mayStillBeWritten(query, meetingId) {
    const proposed = await query(`select from minutes where meeting_id = $1 and state <> 'OPEN'`, [meetingId]);
    return proposed.length === 0;
  },
});
