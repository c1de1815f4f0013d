import { Injectable } from '@nestjs/common';
import { meetingScope } from '../platform/change-log.ts';
import { ClockJob, NotNow } from '../platform/clock-job.ts';
import type { Actor } from '../platform/unit-of-work.ts';
import { notificationsPolicy } from './notifications.policy.ts';

/** As long as a meeting stands in the calendars that people follow, whose SEQUENCE is counted from its notices. */
const KEPT_DAYS = 92;
const LOOK_EVERY_MS = 3_600_000;
/** In one look; the next takes the rest. */
const MOST_MEETINGS = 200;

/** Deletes what was told about a meeting, to whom, and the links to answer with, a quarter after it was: it is of no use any more. */
@Injectable()
export class MailsEnd extends ClockJob {
  readonly title = 'mails at their end';
  readonly ability = notificationsPolicy['notices.clock'];
  protected override readonly everyMs = LOOK_EVERY_MS;

  protected async doIn(clock: Actor, now: number): Promise<string[]> {
    const due = await this.unitOfWork.read(clock, (query) =>
      query<{ id: string }>(
        `select m.id from meeting m where m.state in ('HELD', 'CLOSED', 'CANCELLED') and m.starts_at <= $1::timestamptz - make_interval(days => $2)
           and (exists (select from meeting_notice n where n.meeting_id = m.id) or exists (select from reply_link l where l.meeting_id = m.id))
         order by m.id limit $3`,
        [new Date(now), KEPT_DAYS, MOST_MEETINGS],
      ),
    );
    const ended: string[] = [];
    for (const { id } of due) {
      const done = await this.end(clock, id);
      if (done) ended.push(done);
    }
    return ended;
  }

  private end(clock: Actor, meetingId: string): Promise<string | undefined> {
    return this.write(clock, async (work) => {
      const [gone] = await work.query<{ notices: number; links: number }>(
        `with told as (delete from meeting_notice where meeting_id = $1 returning id),
           asked as (delete from reply_link where meeting_id = $1 returning token_hash)
         select (select count(*)::int from told) as notices, (select count(*)::int from asked) as links`,
        [meetingId],
      );
      if (!gone || gone.notices + gone.links === 0) throw new NotNow();
      work.changes.record({
        scopes: [meetingScope(meetingId)],
        entity: 'Meeting',
        entityId: meetingId,
        verb: 'mails ended',
        fields: { set: {} },
      });
      return meetingId;
    });
  }
}
