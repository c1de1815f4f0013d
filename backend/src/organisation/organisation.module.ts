import { Module } from '@nestjs/common';
import './organisation.policy.ts';

/** Municipality, clusters, schools, teams, people and roles. */
@Module({})
export class OrganisationModule {}
