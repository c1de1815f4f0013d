import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork, type Asker, type Done } from '../platform/unit-of-work.ts';
import { meetingsPolicy } from './meetings.policy.ts';
import { AlreadySo, endPause, lockRunning, orAlready } from './run-room.ts';
import { recordCurrent, recordItems } from './step-record.ts';

const RUN = meetingsPolicy['meeting.run'];

/** Standing still, and going on. Both are taken on the revision the person saw, so that a late retry doesn't stop a room that is on again. */
@Injectable()
export class PauseService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Stops the item's time by the database's clock; the end moves on as long as it lasts. Between items there is no time to stop. */
  pause(who: Asker, meetingId: string, seenRevision: number): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, RUN, async (work) => {
      const meeting = await lockRunning(work, meetingId);
      if (meeting.revision !== seenRevision || meeting.paused_at || !meeting.current_item_id) throw new AlreadySo();
      await work.query('update meeting set paused_at = clock_timestamp(), revision = revision + 1 where id = $1', [
        meetingId,
      ]);
      await recordCurrent(work, meetingId, 'paused');
      return meetingId;
    });
    return orAlready(meetingId, run);
  }

  /** Goes on where it stopped. */
  resume(who: Asker, meetingId: string, seenRevision: number): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, RUN, async (work) => {
      const meeting = await lockRunning(work, meetingId);
      if (meeting.revision !== seenRevision || !(await endPause(work, meeting))) throw new AlreadySo();
      await recordItems(work, meetingId, meeting.current_item_id ? [meeting.current_item_id] : [], 'resumed');
      await recordCurrent(work, meetingId, 'resumed');
      return meetingId;
    });
    return orAlready(meetingId, run);
  }
}
