import { Injectable } from '@nestjs/common';
import { step } from '#domain/lifecycle.ts';
import { FORGOTTEN_AFTER_MS, MEETING_LIFECYCLE } from '#domain/meeting-lifecycle.ts';
import { ClockJob, NotNow } from '../platform/clock-job.ts';
import type { Actor } from '../platform/unit-of-work.ts';
import { endMeeting } from './finish.ts';
import { meetingsPolicy } from './meetings.policy.ts';
import { factsOf, readMeeting } from './run-room.ts';

/** Ends meetings that nobody ended, two hours after their planned end, and says so (domain: Meeting). */
@Injectable()
export class ForgottenMeetings extends ClockJob {
  readonly title = 'forgotten meetings';
  readonly ability = meetingsPolicy['meeting.clock'];

  protected async doIn(clock: Actor): Promise<string[]> {
    const late = await this.unitOfWork.read(clock, (query) =>
      query<{ id: string }>(
        `select id from meeting where state = 'IN_PROGRESS' and started_at < clock_timestamp() - make_interval(secs => $1) order by id`,
        [FORGOTTEN_AFTER_MS / 1000],
      ),
    );
    const ended: string[] = [];
    for (const { id } of late) {
      const done = await this.write(clock, async (work) => {
        const meeting = await readMeeting(work, id);
        if ('refused' in step(MEETING_LIFECYCLE, meeting.state, 'FINISH_BY_CLOCK', factsOf(meeting)))
          throw new NotNow();
        await endMeeting(work, meeting, true);
        return id;
      });
      if (done) ended.push(done);
    }
    return ended;
  }
}
