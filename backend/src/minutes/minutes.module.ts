import { Module } from '@nestjs/common';
import { ApprovalByTime } from './approval-by-time.ts';
import { HistoryEnds } from './history-ends.ts';
import './minutes-of-meetings.ts';
import './minutes.policy.ts';
import { MinutesResolver } from './minutes.resolver.ts';
import { MinutesService } from './minutes.service.ts';

/** Minutes and their approval. */
@Module({ providers: [MinutesService, MinutesResolver, ApprovalByTime, HistoryEnds] })
export class MinutesModule {}
