import { Module } from '@nestjs/common';
import { MeetingActionsResolver } from './meeting-actions.resolver.ts';
import './actions-of-meetings.ts';
import './actions.policy.ts';

/** What a team tries, and what it saw. */
@Module({ providers: [MeetingActionsResolver] })
export class ActionsModule {}
