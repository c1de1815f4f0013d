import { Module } from '@nestjs/common';
import './overview.policy.ts';

/** What leaders and the municipality see. */
@Module({})
export class OverviewModule {}
