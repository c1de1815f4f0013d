import { Injectable } from '@nestjs/common';
import { ClockJob } from '../platform/clock-job.ts';
import type { Actor } from '../platform/unit-of-work.ts';
import { privacyPolicy } from './privacy.policy.ts';

/** Seals what is new in each municipality's audit and change log, once a minute: what is altered or removed later is found. */
@Injectable()
export class AuditSealing extends ClockJob {
  readonly title = 'audit sealed';
  readonly ability = privacyPolicy['audit.clock'];

  /** A seal is no change of anything and so has no history: a seal over its own change would never end. */
  protected async doIn(clock: Actor): Promise<string[]> {
    const [row] = await this.unitOfWork.withoutHistory(clock, (query) =>
      query<{ seal: number | null }>('select door_seal($1) as seal', [clock.municipalityId]),
    );
    return row?.seal ? [`${clock.municipalityId} ${row.seal}`] : [];
  }
}
