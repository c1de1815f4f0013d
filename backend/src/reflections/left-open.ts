import { Injectable } from '@nestjs/common';
import { meetingScope } from '../platform/change-log.ts';
import { ClockJob, NotNow } from '../platform/clock-job.ts';
import type { Actor } from '../platform/unit-of-work.ts';
import { reflectionsPolicy } from './reflections.policy.ts';
import { stepSilent } from './silent-room.ts';

/** Cancels silent writings whose meeting ended without showing them. Nothing is ever shown by the machine; each keeps their own. */
@Injectable()
export class LeftOpen extends ClockJob {
  readonly title = 'silent writings left open';
  readonly ability = reflectionsPolicy['silent.clock'];

  protected async doIn(clock: Actor): Promise<string[]> {
    const left = await this.unitOfWork.read(clock, (query) =>
      query<{ id: string; meeting_id: string }>(
        `select w.id, w.meeting_id from silent_writing w join meeting m on m.id = w.meeting_id
         where w.state = 'OPEN' and m.state <> 'IN_PROGRESS' order by w.id`,
      ),
    );
    const cancelled: string[] = [];
    for (const { id, meeting_id: meetingId } of left) {
      const done = await this.write(clock, async (work) => {
        const state = stepSilent({ state: 'OPEN' }, 'CANCEL');
        const changed = await work.query(
          `update silent_writing w set state = $2 from meeting m
           where w.id = $1 and w.state = 'OPEN' and m.id = w.meeting_id and m.state <> 'IN_PROGRESS' returning w.id`,
          [id, state],
        );
        if (changed.length === 0) throw new NotNow();
        work.changes.record({
          scopes: [meetingScope(meetingId)],
          entity: 'SilentWriting',
          entityId: id,
          verb: 'cancelled',
          fields: { set: { state } },
        });
        return id;
      });
      if (done) cancelled.push(done);
    }
    return cancelled;
  }
}
