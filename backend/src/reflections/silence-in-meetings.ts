import { NOBODY } from '../live/change-feed.ts';
import { answerForSilence } from '../live/live.ports.ts';

answerForSilence({
  async isSilent(unitOfWork, municipalityId, meetingId) {
    const open = await unitOfWork.read({ municipalityId, personId: NOBODY }, (query) =>
      query(`select from silent_writing where meeting_id = $1 and state = 'OPEN' limit 1`, [meetingId]),
    );
    return open.length > 0;
  },
});
