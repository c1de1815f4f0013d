import { Module } from '@nestjs/common';
import { ActionListService } from './action-list.service.ts';
import { ActionResolver } from './action.resolver.ts';
import { ActionService } from './action.service.ts';
import './actions-of-meetings.ts';
import './actions.policy.ts';
import { MeetingActionsResolver } from './meeting-actions.resolver.ts';

/** What a team tries, and what it saw. */
@Module({ providers: [ActionService, ActionListService, ActionResolver, MeetingActionsResolver] })
export class ActionsModule {}
