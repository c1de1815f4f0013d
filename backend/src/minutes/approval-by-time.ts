import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { step } from '#domain/lifecycle.ts';
import { approvedByTimeAt, MINUTES_LIFECYCLE } from '#domain/minutes-lifecycle.ts';
import { THE_CLOCK } from '../meetings/forgotten-meeting.ts';
import { Database } from '../platform/database.ts';
import { UnitOfWork, type Actor } from '../platform/unit-of-work.ts';
import { factsOf, freeze, type MinutesRow } from './approval.ts';
import { minutesPolicy } from './minutes.policy.ts';

const LOOK_EVERY_MS = 60_000;
const LOCK = 'pejling: minutes approved by time';

/** Somebody was faster, or something stops it: nothing is written. */
class NotNow extends Error {}

/**
 * Approves minutes that nobody objected to when the school days for it are over (domain: Minutes, three ways of approval).
 * Looks once a minute; an advisory lock lets one replica do it.
 */
@Injectable()
export class ApprovalByTime implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      // A database that is away is found again in a minute; nothing is lost by it.
      this.round = this.round.then(() => this.approveDue(Date.now())).catch(() => undefined);
    }, LOOK_EVERY_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.round;
  }

  /**
   * One round over every municipality.
   * @param now ms since 1970
   * @returns the meetings whose minutes were approved
   */
  async approveDue(now: number): Promise<string[]> {
    const client = await this.database.pool.connect();
    try {
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock(hashtext($1)) as mine', [
        LOCK,
      ]);
      if (!rows[0]?.mine) return [];
      try {
        const municipalities = await client.query<{ id: string }>('select door_municipalities() as id');
        const approved: string[] = [];
        for (const { id } of municipalities.rows)
          approved.push(...(await this.approveIn({ municipalityId: id, personId: THE_CLOCK }, now)));
        return approved;
      } finally {
        await client.query('select pg_advisory_unlock(hashtext($1))', [LOCK]);
      }
    } finally {
      client.release();
    }
  }

  private async approveIn(clock: Actor, now: number): Promise<string[]> {
    const waiting = await this.unitOfWork.read(clock, (query) =>
      query<{ meeting_id: string; proposed_at: Date }>(
        `select meeting_id, proposed_at from minutes where state = 'PROPOSED' and proposed_at is not null order by meeting_id`,
      ),
    );
    const approved: string[] = [];
    for (const { meeting_id, proposed_at } of waiting) {
      if (now < approvedByTimeAt(proposed_at.getTime())) continue;
      try {
        await this.approve(clock, meeting_id, now);
        approved.push(meeting_id);
      } catch (error) {
        if (!(error instanceof NotNow)) throw error;
      }
    }
    return approved;
  }

  /** Asks everything again under the rows' locks: an objection or a new proposal may have come since. */
  private async approve(clock: Actor, meetingId: string, now: number): Promise<void> {
    await this.unitOfWork.run(clock, minutesPolicy['minutes.clock'], async (work) => {
      work.asked.add(minutesPolicy['minutes.clock']);
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
