import { Module } from '@nestjs/common';
import { LiveGateway } from './live.gateway.ts';
import './live.policy.ts';

/** Rooms, presence and the change feed. */
@Module({ providers: [LiveGateway] })
export class LiveModule {}
