import { Module } from '@nestjs/common';
import { LeftOpen } from './left-open.ts';
import { MeetingReflectionsResolver } from './meeting-reflections.resolver.ts';
import { PulseService } from './pulse.service.ts';
import { ReadyBeat } from './ready-beat.ts';
import './reflections.policy.ts';
import './silence-in-meetings.ts';
import { SilentPostService } from './silent-post.service.ts';
import { SilentResolver } from './silent.resolver.ts';
import { SilentWritingService } from './silent-writing.service.ts';
import { SortResolver } from './sort.resolver.ts';
import { SortService } from './sort.service.ts';

/** Silent writing with one reveal, and the pulse at check-out: what each says alone before all hear it together. */
@Module({
  providers: [
    MeetingReflectionsResolver,
    SilentResolver,
    SortResolver,
    SilentWritingService,
    SilentPostService,
    SortService,
    PulseService,
    ReadyBeat,
    LeftOpen,
  ],
})
export class ReflectionsModule {}
