import { Inject, Injectable } from '@nestjs/common';
import type { Place } from './place.ts';
import { PostgresPlace } from './postgres-place.ts';
import { S3Place } from './s3-place.ts';

/** Which place a file is in, and where the next one goes. */
@Injectable()
export class Places {
  constructor(
    @Inject(PostgresPlace) private readonly postgres: PostgresPlace,
    @Inject(S3Place) private readonly s3: S3Place,
  ) {}

  /** Where new files go. */
  get forNew(): Place {
    return this.s3.isUsed ? this.s3 : this.postgres;
  }

  named(name: 'DATABASE' | 'S3'): Place {
    return name === 'S3' ? this.s3 : this.postgres;
  }
}
