import { Inject, Injectable } from '@nestjs/common';
import type { MeetingRole } from '#domain/role.ts';
import { UnitOfWork, type Asker, type Done } from '../platform/unit-of-work.ts';
import { giveMeetingRole } from './meeting-role.ts';
import { meetingsPolicy } from './meetings.policy.ts';
import { lockRunning, orAlready } from './run-room.ts';

const RUN = meetingsPolicy['meeting.run'];

/** Roles change hands while the meeting is on: by a tap that everybody sees, never by the machine. */
@Injectable()
export class HandOverService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Gives a role on, or takes it over.
   * @param seenHolderId the participant the person saw with the role: of two who take over at the same moment, the first does
   */
  handOver(
    who: Asker,
    meetingId: string,
    role: MeetingRole,
    participantId: string,
    seenHolderId: string | null,
  ): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, RUN, async (work) => {
      await lockRunning(work, meetingId);
      await giveMeetingRole(work, meetingId, role, participantId, seenHolderId);
      return meetingId;
    });
    return orAlready(meetingId, run);
  }
}
