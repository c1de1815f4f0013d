import { Module } from '@nestjs/common';
import { MeetingResolver } from './meeting.resolver.ts';
import './meetings.policy.ts';

/** Templates, series, agendas and running a meeting. */
@Module({ providers: [MeetingResolver] })
export class MeetingsModule {}
