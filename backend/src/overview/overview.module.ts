import { Module } from '@nestjs/common';

/** What leaders and the municipality see. */
@Module({})
export class OverviewModule {}
