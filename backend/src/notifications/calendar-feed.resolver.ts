import { Inject } from '@nestjs/common';
import { Context, Resolver } from '@nestjs/graphql';
import { MutationFor, QueryFor } from '../access/ability.decorator.ts';
import { LeavesNoLine } from '../access/audited.ts';
import { Done } from '../access/done.types.ts';
import { screen, type RequestContext } from '../access/request.ts';
import { Database } from '../platform/database.ts';
import { CalendarFeedService } from './calendar-feed.service.ts';
import { MyCalendar } from './calendar-feed.types.ts';

@Resolver()
export class CalendarFeedResolver {
  constructor(
    @Inject(CalendarFeedService) private readonly service: CalendarFeedService,
    @Inject(Database) private readonly database: Database,
  ) {}

  @QueryFor('feed.own', () => MyCalendar)
  @LeavesNoLine('Whether one has made an address oneself.')
  myCalendar(@Context() context: RequestContext): Promise<MyCalendar> {
    return screen<MyCalendar>(this.database, context, 'screen_my_calendar');
  }

  /** @returns the path of the new address, shown this once */
  @MutationFor('feed.own', () => String)
  makeCalendarFeed(@Context() context: RequestContext): Promise<string> {
    return this.service.make(context);
  }

  @MutationFor('feed.own', () => Done)
  async revokeCalendarFeed(@Context() context: RequestContext): Promise<Done> {
    const { result, changes } = await this.service.revoke(context);
    return { id: result, changes };
  }
}
