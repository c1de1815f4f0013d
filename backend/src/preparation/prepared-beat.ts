import { Inject, Injectable } from '@nestjs/common';
import { meetingScope } from '../platform/change-log.ts';
import { ClockJob, NotNow } from '../platform/clock-job.ts';
import { Database } from '../platform/database.ts';
import { UnitOfWork, type Actor } from '../platform/unit-of-work.ts';
import { preparationPolicy } from './preparation.policy.ts';

export const PREPARED_BEAT_MS = 5_000;

/**
 * Tells how many are ready for the meetings that are to come, at a fixed beat while it changes. The count that is stored, and so everything that
 * can be asked, changes here and nowhere else: whoever asks more often learns nothing more.
 */
@Injectable()
export class PreparedBeat extends ClockJob {
  readonly title = 'count of who is prepared';
  readonly ability = preparationPolicy['preparation.clock'];
  protected override readonly everyMs = PREPARED_BEAT_MS;

  constructor(
    @Inject(Database) private readonly base: Database,
    @Inject(UnitOfWork) unitOfWork: UnitOfWork,
  ) {
    super(base, unitOfWork);
  }

  /** Where nobody is ready for anything, one short question is all. */
  override async round(now: number): Promise<string[]> {
    const { rows } = await this.base.pool.query('select from door_prepared_municipalities() limit 1');
    return rows.length === 0 ? [] : super.round(now);
  }

  protected async doIn(clock: Actor): Promise<string[]> {
    const counts = await this.unitOfWork.read(clock, (query) =>
      query<{ meeting_id: string; ready: number }>('select meeting_id, ready from door_prepared_counts()'),
    );
    const told: string[] = [];
    for (const { meeting_id: meetingId, ready } of counts) {
      const done = await this.write(clock, async (work) => {
        const changed = await work.query(
          `insert into preparation_count as c (meeting_id, municipality_id, ready) values ($1, $2, $3)
           on conflict (meeting_id) do update set ready = excluded.ready where c.ready <> excluded.ready returning meeting_id`,
          [meetingId, clock.municipalityId, ready],
        );
        if (changed.length === 0) throw new NotNow();
        work.changes.record({
          scopes: [meetingScope(meetingId)],
          entity: 'Preparation',
          entityId: meetingId,
          verb: 'counted',
          fields: { set: { readyCount: ready } },
        });
        return meetingId;
      });
      if (done) told.push(done);
    }
    return told;
  }
}
