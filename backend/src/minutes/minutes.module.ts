import { Module } from '@nestjs/common';
import { ApprovalByTime } from './approval-by-time.ts';
import { HistoryEnds } from './history-ends.ts';
import './minutes-of-meetings.ts';
import { MinutesMayResolver } from './minutes-may.resolver.ts';
import './minutes.policy.ts';
import { MinutesResolver } from './minutes.resolver.ts';
import { MinutesService } from './minutes.service.ts';
import { ShareResolver } from './share.resolver.ts';
import { ShareService } from './share.service.ts';
import { SharingChoiceResolver } from './sharing-choice.resolver.ts';
import { SharingChoiceService } from './sharing-choice.service.ts';

/** Minutes, their approval, and what is shared of them. */
@Module({
  providers: [
    MinutesMayResolver,
    MinutesService,
    MinutesResolver,
    ShareService,
    ShareResolver,
    SharingChoiceService,
    SharingChoiceResolver,
    ApprovalByTime,
    HistoryEnds,
  ],
})
export class MinutesModule {}
