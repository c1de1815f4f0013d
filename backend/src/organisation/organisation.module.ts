import { Module } from '@nestjs/common';
import './organisation.policy.ts';
import './closing-day.policy.ts';
import { ClosingDayResolver } from './closing-day.resolver.ts';
import { ClosingDayService } from './closing-day.service.ts';

/** Municipality, clusters, schools, teams, people and roles; and the days on which the municipality keeps its schools closed. */
@Module({ providers: [ClosingDayResolver, ClosingDayService] })
export class OrganisationModule {}
