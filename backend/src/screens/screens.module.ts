import { Module } from '@nestjs/common';
import { ActionHistoryResolver } from './action-history.resolver.ts';
import { AgendaHistoryResolver } from './agenda-history.resolver.ts';
import { BoardResolver } from './board.resolver.ts';
import { ClosingDaysScreenResolver } from './closing-days.resolver.ts';
import { MarkersScreenResolver } from './markers.resolver.ts';
import { MeetingScreenResolver } from './meeting.resolver.ts';
import { MinutesHistoryMayResolver, MinutesHistoryResolver } from './minutes-history.resolver.ts';
import { MinutesScreenResolver } from './minutes.resolver.ts';
import { OverviewScreenResolver } from './overview.resolver.ts';
import { PlanningScreenResolver } from './planning.resolver.ts';
import { ActionPageResolver } from './action-page.resolver.ts';
import { PagesResolver } from './pages.resolver.ts';
import { ProjectorScreenResolver } from './projector.resolver.ts';
import { SharedMinutesResolver } from './shared-minutes.resolver.ts';
import { SharingChoiceScreenResolver } from './sharing-choice.resolver.ts';
import { TemplatesScreenResolver } from './templates.resolver.ts';
import { ViewerResolver } from './viewer.resolver.ts';

/** The one statement behind each page. */
@Module({
  providers: [
    ViewerResolver,
    PagesResolver,
    ActionPageResolver,
    BoardResolver,
    ActionHistoryResolver,
    AgendaHistoryResolver,
    PlanningScreenResolver,
    MeetingScreenResolver,
    OverviewScreenResolver,
    MinutesScreenResolver,
    MinutesHistoryResolver,
    MinutesHistoryMayResolver,
    SharedMinutesResolver,
    SharingChoiceScreenResolver,
    MarkersScreenResolver,
    ProjectorScreenResolver,
    ClosingDaysScreenResolver,
    TemplatesScreenResolver,
  ],
})
export class ScreensModule {}
