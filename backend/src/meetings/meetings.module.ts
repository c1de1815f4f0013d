import { Module } from '@nestjs/common';
import { AgendaItemsService } from './agenda-items.service.ts';
import { AgendaTemplateService } from './agenda-template.service.ts';
import { AttendanceService } from './attendance.service.ts';
import { ConveneResolver } from './convene.resolver.ts';
import { ConveneService } from './convene.service.ts';
import { DecisionService } from './decision.service.ts';
import { FinishService } from './finish.service.ts';
import { ForgottenMeetings } from './forgotten-meeting.ts';
import { MeetingResolver } from './meeting.resolver.ts';
import { NoteResolver } from './note.resolver.ts';
import { NoteService } from './note.service.ts';
import { PlanMeetingService } from './plan-meeting.service.ts';
import { PlanResolver } from './plan.resolver.ts';
import { RunResolver } from './run.resolver.ts';
import { RunService } from './run.service.ts';
import { StepService } from './step.service.ts';
import './meetings.policy.ts';

const planning = [
  PlanResolver,
  ConveneResolver,
  PlanMeetingService,
  AgendaItemsService,
  AgendaTemplateService,
  ConveneService,
];
const holding = [
  RunResolver,
  NoteResolver,
  RunService,
  StepService,
  FinishService,
  ForgottenMeetings,
  NoteService,
  DecisionService,
  AttendanceService,
];

/** Templates, series, agendas and running a meeting. */
@Module({ providers: [MeetingResolver, ...planning, ...holding] })
export class MeetingsModule {}
