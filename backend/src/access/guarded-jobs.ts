import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { ClockJob } from '../platform/clock-job.ts';
import { UnguardedSchema } from './guarded-schema.ts';
import { abilityNamed } from './policy.ts';

/** What runs by the clock names its ability as every operation does, and one that no person holds: else the server does not start. */
@Injectable()
export class GuardedJobs implements OnApplicationBootstrap {
  constructor(@Inject(DiscoveryService) private readonly discovery: DiscoveryService) {}

  onApplicationBootstrap(): void {
    const faults = faultsOf(this.jobs());
    if (faults.length > 0) throw new UnguardedSchema(faults);
  }

  /** Every job there is. */
  jobs(): ClockJob[] {
    return this.discovery
      .getProviders()
      .map((provider): unknown => provider.instance)
      .filter((instance) => instance instanceof ClockJob);
  }
}

/** @returns each job whose ability no policy declares, or that somebody holds */
export function faultsOf(jobs: readonly Pick<ClockJob, 'title' | 'ability'>[]): string[] {
  return jobs.flatMap(({ title, ability }) => {
    const rule = abilityNamed(ability);
    if (!rule) return [`job ${title} (${ability} is in no policy)`];
    return Object.keys(rule.viewers).length > 0 ? [`job ${title} (${ability} is also held by people)`] : [];
  });
}
