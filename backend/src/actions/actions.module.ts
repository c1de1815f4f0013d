import { Module } from '@nestjs/common';

/** What a team tries, and what it saw. */
@Module({})
export class ActionsModule {}
