import { Module } from '@nestjs/common';

/** Municipality, clusters, schools, teams, people and roles. */
@Module({})
export class OrganisationModule {}
