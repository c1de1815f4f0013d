import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { step } from '#domain/lifecycle.ts';
import { FORGOTTEN_AFTER_MS, MEETING_LIFECYCLE } from '#domain/meeting-lifecycle.ts';
import { Database } from '../platform/database.ts';
import { UnitOfWork, type Actor } from '../platform/unit-of-work.ts';
import { endMeeting } from './finish.ts';
import { meetingsPolicy } from './meetings.policy.ts';
import { AlreadySo, factsOf, readMeeting } from './run-room.ts';

const LOOK_EVERY_MS = 60_000;
/** "Pejling" in the history, where nobody in particular did it. */
export const THE_CLOCK = '00000000-0000-7000-8000-00000000c10c';
const LOCK = 'pejling: forgotten meetings';

/**
 * Ends meetings that nobody ended, two hours after their planned end, and says so (domain: Meeting). Looks once a minute; an advisory lock
 * lets one replica do it.
 */
@Injectable()
export class ForgottenMeetings implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      // A database that is away is found again in a minute; nothing is lost by it.
      this.round = this.round.then(() => this.endForgotten()).catch(() => undefined);
    }, LOOK_EVERY_MS);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.round;
  }

  /** One round over every municipality. @returns the meetings that were ended */
  async endForgotten(): Promise<string[]> {
    const client = await this.database.pool.connect();
    try {
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock(hashtext($1)) as mine', [
        LOCK,
      ]);
      if (!rows[0]?.mine) return [];
      try {
        const municipalities = await client.query<{ id: string }>('select door_municipalities() as id');
        const ended: string[] = [];
        for (const { id } of municipalities.rows)
          ended.push(...(await this.endIn({ municipalityId: id, personId: THE_CLOCK })));
        return ended;
      } finally {
        await client.query('select pg_advisory_unlock(hashtext($1))', [LOCK]);
      }
    } finally {
      client.release();
    }
  }

  private async endIn(clock: Actor): Promise<string[]> {
    const late = await this.unitOfWork.read(clock, (query) =>
      query<{ id: string }>(
        `select id from meeting where state = 'IN_PROGRESS' and started_at < clock_timestamp() - make_interval(secs => $1) order by id`,
        [FORGOTTEN_AFTER_MS / 1000],
      ),
    );
    const ended: string[] = [];
    for (const { id } of late) {
      try {
        const done = await this.unitOfWork.run(clock, meetingsPolicy['meeting.clock'], async (work) => {
          work.asked.add(meetingsPolicy['meeting.clock']);
          const meeting = await readMeeting(work, id);
          if ('refused' in step(MEETING_LIFECYCLE, meeting.state, 'FINISH_BY_CLOCK', factsOf(meeting)))
            throw new AlreadySo();
          await endMeeting(work, meeting, true);
          return id;
        });
        ended.push(done.result);
      } catch (error) {
        if (!(error instanceof AlreadySo)) throw error;
      }
    }
    return ended;
  }
}
