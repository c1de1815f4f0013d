import { Module } from '@nestjs/common';
import { AgendaItemsService } from './agenda-items.service.ts';
import { AgendaTemplateService } from './agenda-template.service.ts';
import { ConveneResolver } from './convene.resolver.ts';
import { ConveneService } from './convene.service.ts';
import { MeetingResolver } from './meeting.resolver.ts';
import { PlanMeetingService } from './plan-meeting.service.ts';
import { PlanResolver } from './plan.resolver.ts';
import './meetings.policy.ts';

/** Templates, series, agendas and running a meeting. */
@Module({ providers: [MeetingResolver, PlanResolver, ConveneResolver, PlanMeetingService, AgendaItemsService, AgendaTemplateService, ConveneService] })
export class MeetingsModule {}
