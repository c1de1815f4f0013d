import { Module } from '@nestjs/common';
import { MonthlyPublication } from './monthly-publication.ts';
import './overview.policy.ts';

/** What leaders and the municipality see. */
@Module({ providers: [MonthlyPublication] })
export class OverviewModule {}
