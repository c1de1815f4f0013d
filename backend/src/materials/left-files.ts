import { Inject, Injectable } from '@nestjs/common';
import { ClockJob } from '../platform/clock-job.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/errors.ts';
import { UnitOfWork, type Actor } from '../platform/unit-of-work.ts';
import { materialsPolicy } from './materials.policy.ts';
import { Places } from './places.ts';

const LOOK_EVERY_MS = 600_000;
/** A file is shown seconds after it is stored; what is shown by nothing after so long will never be. */
const KEPT_MINUTES = 60;
/** In one look; the next takes the rest. */
const MOST = 200;

/** Deletes files that no material shows: of uploads that died half-way, of meetings that are gone, or removed while their place was away. */
@Injectable()
export class LeftFiles extends ClockJob {
  readonly title = 'files that nothing shows';
  readonly ability = materialsPolicy['material.clock'];
  protected override readonly everyMs = LOOK_EVERY_MS;

  constructor(
    @Inject(Database) database: Database,
    @Inject(UnitOfWork) unitOfWork: UnitOfWork,
    @Inject(Places) private readonly places: Places,
  ) {
    super(database, unitOfWork);
  }

  protected async doIn(clock: Actor, now: number): Promise<string[]> {
    const left = await this.unitOfWork.read(clock, (query) =>
      query<{ id: string; place: 'DATABASE' | 'S3' }>(
        `select f.id, f.place from material_file f
         where f.stored_at <= $1::timestamptz - make_interval(mins => $2) and not exists (select from material x where x.file_id = f.id)
         order by f.place, f.stored_at limit $3`,
        [new Date(now), KEPT_MINUTES, MOST],
      ),
    );
    const deleted: string[] = [];
    for (const { id, place } of left) {
      try {
        await this.places.named(place).remove(clock, id);
        deleted.push(id);
      } catch (error) {
        // A bucket that is away, or in no setting any more: the others are not to wait for it.
        if (!(error instanceof Refusal)) throw error;
      }
    }
    return deleted;
  }
}
