import { Inject, Injectable } from '@nestjs/common';
import { ClockJob, NotNow } from '../platform/clock-job.ts';
import { meetingScope } from '../platform/change-log.ts';
import { Database } from '../platform/database.ts';
import { UnitOfWork, type Actor } from '../platform/unit-of-work.ts';
import { reflectionsPolicy } from './reflections.policy.ts';

export const BEAT_MS = 3_000;

/**
 * Tells rooms how many are ready, at a fixed beat while it changes. The count that is stored, and so everything that can be
 * asked, changes here and nowhere else: whoever asks more often learns nothing more.
 */
@Injectable()
export class ReadyBeat extends ClockJob {
  readonly title = 'count of who is ready';
  readonly ability = reflectionsPolicy['silent.clock'];
  protected override readonly everyMs = BEAT_MS;

  constructor(
    @Inject(Database) private readonly base: Database,
    @Inject(UnitOfWork) unitOfWork: UnitOfWork,
  ) {
    super(base, unitOfWork);
  }

  /** Most of the day nobody writes: then one short question is all. */
  override async round(now: number): Promise<string[]> {
    const { rows } = await this.base.pool.query('select from door_silent_municipalities() limit 1');
    return rows.length === 0 ? [] : super.round(now);
  }

  protected async doIn(clock: Actor): Promise<string[]> {
    const counts = await this.unitOfWork.read(clock, (query) =>
      query<{ writing_id: string; meeting_id: string; ready_count: number }>(
        `select c.* from door_silent_counts() c join silent_writing w on w.id = c.writing_id and w.ready_count <> c.ready_count`,
      ),
    );
    const told: string[] = [];
    for (const { writing_id: id, meeting_id: meetingId, ready_count: readyCount } of counts) {
      const done = await this.write(clock, async (work) => {
        const changed = await work.query(
          `update silent_writing set ready_count = $2 where id = $1 and state = 'OPEN' and ready_count <> $2 returning id`,
          [id, readyCount],
        );
        if (changed.length === 0) throw new NotNow();
        work.changes.record({
          scopes: [meetingScope(meetingId)],
          entity: 'SilentWriting',
          entityId: id,
          verb: 'counted',
          fields: { set: { readyCount } },
        });
        return id;
      });
      if (done) told.push(done);
    }
    return told;
  }
}
