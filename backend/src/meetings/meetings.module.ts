import { Module } from '@nestjs/common';
import { AgendaItemsService } from './agenda-items.service.ts';
import { AgendaListService } from './agenda-list.service.ts';
import { AgendaTemplateService } from './agenda-template.service.ts';
import { AttendanceService } from './attendance.service.ts';
import { ConveneResolver } from './convene.resolver.ts';
import { ConveneService } from './convene.service.ts';
import { DecisionResolver } from './decision.resolver.ts';
import { DecisionService } from './decision.service.ts';
import { FinishService } from './finish.service.ts';
import { ForgottenMeetings } from './forgotten-meeting.ts';
import { HandOverService } from './hand-over.service.ts';
import { LateService } from './late.service.ts';
import { MeetingResolver } from './meeting.resolver.ts';
import { PauseService } from './pause.service.ts';
import { PlanMeetingService } from './plan-meeting.service.ts';
import { PlanResolver } from './plan.resolver.ts';
import { RoundResolver } from './round.resolver.ts';
import { RoundService } from './round.service.ts';
import { RunResolver } from './run.resolver.ts';
import { RunService } from './run.service.ts';
import { SeriesResolver } from './series.resolver.ts';
import { SeriesService } from './series.service.ts';
import { StepService } from './step.service.ts';
import { TemplateResolver } from './template.resolver.ts';
import { TemplateService } from './template.service.ts';
import { TemplateShareService } from './template-share.service.ts';
import { ThreadChoiceResolver } from './thread-choice.resolver.ts';
import { ThreadChoiceService } from './thread-choice.service.ts';
import { TimeResolver } from './time.resolver.ts';
import './meetings.policy.ts';
import './template.policy.ts';

const planning = [
  PlanResolver,
  ConveneResolver,
  PlanMeetingService,
  AgendaItemsService,
  AgendaListService,
  AgendaTemplateService,
  ConveneService,
  ThreadChoiceResolver,
  ThreadChoiceService,
  SeriesResolver,
  SeriesService,
  TemplateResolver,
  TemplateService,
  TemplateShareService,
];
const holding = [
  RunResolver,
  DecisionResolver,
  TimeResolver,
  RunService,
  StepService,
  PauseService,
  RoundResolver,
  RoundService,
  LateService,
  HandOverService,
  FinishService,
  ForgottenMeetings,
  DecisionService,
  AttendanceService,
];

/** Templates, series, agendas and running a meeting. */
@Module({ providers: [MeetingResolver, ...planning, ...holding] })
export class MeetingsModule {}
