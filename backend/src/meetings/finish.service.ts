import { Inject, Injectable } from '@nestjs/common';
import { ask } from '../access/ask.ts';
import { UnitOfWork, type Asker, type Done } from '../platform/unit-of-work.ts';
import { endMeeting } from './finish.ts';
import { meetingsPolicy } from './meetings.policy.ts';
import { AlreadySo, notNow, orAlready, readMeeting } from './run-room.ts';

const RUN = meetingsPolicy['meeting.run'];

/** Ending a meeting. */
@Injectable()
export class FinishService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * IN_PROGRESS → HELD. A second tap finds it held and is answered with it.
   * @throws Refusal STEP_NOT_POSSIBLE from any other state
   */
  finish(who: Asker, meetingId: string): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, RUN, async (work) => {
      await ask(work, RUN, 'meeting', meetingId, meetingsPolicy['meeting.read']);
      const meeting = await readMeeting(work, meetingId);
      if (meeting.state === 'HELD') throw new AlreadySo();
      if (meeting.state !== 'IN_PROGRESS') throw notNow(meeting);
      await endMeeting(work, meeting, false);
      return meetingId;
    });
    return orAlready(meetingId, run);
  }
}
