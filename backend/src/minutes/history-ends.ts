import { Injectable } from '@nestjs/common';
import { ClockJob, NotNow } from '../platform/clock-job.ts';
import { meetingScope } from '../platform/change-log.ts';
import type { Actor } from '../platform/unit-of-work.ts';
import { minutesPolicy } from './minutes.policy.ts';

const KEPT_DAYS = 30;
const LOOK_EVERY_MS = 3_600_000;
/** In one look; the next takes the rest. */
const MOST_MEETINGS = 200;

/** Deletes what the notes said before, thirty days after the minutes were approved: drafts are not kept longer than they can be of use. */
@Injectable()
export class HistoryEnds extends ClockJob {
  readonly title = 'note history at its end';
  readonly ability = minutesPolicy['minutes.endHistory'];
  protected override readonly everyMs = LOOK_EVERY_MS;

  protected async doIn(clock: Actor, now: number): Promise<string[]> {
    const due = await this.unitOfWork.read(clock, (query) =>
      query<{ meeting_id: string }>(
        `select distinct x.meeting_id from note_history h join note n on n.id = h.note_id join minutes x on x.meeting_id = n.meeting_id
         where x.approved_at <= $1::timestamptz - make_interval(days => $2) order by x.meeting_id limit $3`,
        [new Date(now), KEPT_DAYS, MOST_MEETINGS],
      ),
    );
    const ended: string[] = [];
    for (const { meeting_id } of due) {
      const done = await this.end(clock, meeting_id);
      if (done) ended.push(done);
    }
    return ended;
  }

  private end(clock: Actor, meetingId: string): Promise<string | undefined> {
    return this.write(clock, async (work) => {
      const [gone] = await work.query<{ versions: number }>(
        `with d as (delete from note_history h using note n where n.id = h.note_id and n.meeting_id = $1 returning h.id)
         select count(*)::int as versions from d`,
        [meetingId],
      );
      if (!gone?.versions) throw new NotNow();
      work.changes.record({
        scopes: [meetingScope(meetingId)],
        entity: 'Meeting',
        entityId: meetingId,
        verb: 'note history ended',
        fields: { set: { versions: gone.versions } },
      });
      return meetingId;
    });
  }
}
