import { Module } from '@nestjs/common';
import './minutes-of-meetings.ts';
import './minutes.policy.ts';
import { MinutesResolver } from './minutes.resolver.ts';
import { MinutesService } from './minutes.service.ts';

/** Minutes and their approval. */
@Module({ providers: [MinutesService, MinutesResolver] })
export class MinutesModule {}
