import { Injectable } from '@nestjs/common';
import { step } from '#domain/lifecycle.ts';
import { approvedByTimeAt, MINUTES_LIFECYCLE } from '#domain/minutes-lifecycle.ts';
import { ClockJob, NotNow } from '../platform/clock-job.ts';
import type { Actor } from '../platform/unit-of-work.ts';
import { factsOf, freeze, type MinutesRow } from './approval.ts';
import { minutesPolicy } from './minutes.policy.ts';

/** Approves minutes that nobody objected to when the school days for it are over (domain: Minutes, three ways of approval). */
@Injectable()
export class ApprovalByTime extends ClockJob {
  readonly title = 'minutes approved by time';
  readonly ability = minutesPolicy['minutes.clock'];

  protected async doIn(clock: Actor, now: number): Promise<string[]> {
    const waiting = await this.unitOfWork.read(clock, (query) =>
      query<{ meeting_id: string; proposed_at: Date }>(
        `select meeting_id, proposed_at from minutes where state = 'PROPOSED' and proposed_at is not null order by meeting_id`,
      ),
    );
    const approved: string[] = [];
    for (const { meeting_id, proposed_at } of waiting) {
      if (now < approvedByTimeAt(proposed_at.getTime())) continue;
      const done = await this.approve(clock, meeting_id, now);
      if (done) approved.push(done);
    }
    return approved;
  }

  /** Asks everything again under the rows' locks: an objection or a new proposal may have come since. */
  private approve(clock: Actor, meetingId: string, now: number): Promise<string | undefined> {
    return this.write(clock, async (work) => {
      await work.query('select from meeting where id = $1 for update', [meetingId]);
      const [row] = await work.query<MinutesRow & { proposed_at: Date | null }>(
        `select x.id, x.state, x.revision, x.proposed_at, m.team_id from minutes x join meeting m on m.id = x.meeting_id
         where x.meeting_id = $1 for update of x`,
        [meetingId],
      );
      if (!row?.proposed_at) throw new NotNow();
      const timeIsUp = now >= approvedByTimeAt(row.proposed_at.getTime());
      const facts = { ...(await factsOf(work, row.id, meetingId)), timeIsUp };
      if ('refused' in step(MINUTES_LIFECYCLE, row.state, 'APPROVE_BY_TIME', facts)) throw new NotNow();
      await freeze(work, row, meetingId, 'TIME');
      return meetingId;
    });
  }
}
