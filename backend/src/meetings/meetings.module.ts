import { Module } from '@nestjs/common';

/** Templates, series, agendas and running a meeting. */
@Module({})
export class MeetingsModule {}
