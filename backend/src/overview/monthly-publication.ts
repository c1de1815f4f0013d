import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { copenhagenDate } from '#domain/copenhagen.ts';
import { publicationDay } from '#domain/published-values.ts';
import { ClockJob, NotNow } from '../platform/clock-job.ts';
import type { Actor } from '../platform/unit-of-work.ts';
import { overviewPolicy } from './overview.policy.ts';
import { publish } from './publish.ts';

/**
 * Makes each month's published tables, on its first Monday or as soon after it as a server runs; always of what had
 * happened when that Monday began (domain: published tables above the school).
 */
@Injectable()
export class MonthlyPublication extends ClockJob {
  readonly title = 'published tables';
  readonly ability = overviewPolicy['overview.clock'];

  protected async doIn(clock: Actor, now: number): Promise<string[]> {
    const today = copenhagenDate(now);
    const day = publicationDay(today);
    if (today < day) return [];
    const there = await this.unitOfWork.read(clock, (query) =>
      query('select from published_cell where published_on = $1 limit 1', [day]),
    );
    if (there.length > 0) return [];
    const published = await this.write(clock, async (work) => {
      const [secret] = await work.query<{ key: Buffer }>(
        `insert into publication_key as k (municipality_id, key) values ($1, $2)
         on conflict (municipality_id) do update set key = k.key returning key`,
        [clock.municipalityId, randomBytes(32)],
      );
      const cells = await publish(work.query, { municipalityId: clock.municipalityId, day, key: secret!.key });
      if (cells === 0) throw new NotNow();
      work.changes.record({
        scopes: [{ kind: 'MUNICIPALITY', id: clock.municipalityId }],
        entity: 'MunicipalityOverview',
        entityId: clock.municipalityId,
        verb: 'published',
        fields: { hint: true },
      });
      return clock.municipalityId;
    });
    return published ? [published] : [];
  }
}
