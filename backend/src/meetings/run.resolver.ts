import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Resolver } from '@nestjs/graphql';
import type { ItemOutcome } from '#domain/agenda-item-lifecycle.ts';
import { attendanceInput, extensionInput, outcomeInput } from '#inputs/meeting-run.ts';
import { MutationFor } from '../access/ability.decorator.ts';
import { Done } from '../access/done.types.ts';
import { checkedId, type RequestContext } from '../access/request.ts';
import { checked } from '../platform/checked.ts';
import type { Done as DoneWork } from '../platform/unit-of-work.ts';
import { AttendanceService } from './attendance.service.ts';
import { FinishService } from './finish.service.ts';
import { RunService } from './run.service.ts';
import { StepService } from './step.service.ts';

const idOrNull = (id: string | null | undefined): string | null => (id ? checkedId(id) : null);
const done = (work: DoneWork<string>): Done => ({ id: work.result, changes: work.changes });

/** Holding a meeting: starting, leading on, ending, and who came. */
@Resolver()
export class RunResolver {
  constructor(
    @Inject(RunService) private readonly run: RunService,
    @Inject(StepService) private readonly steps: StepService,
    @Inject(FinishService) private readonly finish: FinishService,
    @Inject(AttendanceService) private readonly attendance: AttendanceService,
  ) {}

  @MutationFor('meeting.run', () => Done)
  async startMeeting(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.run.start(context, checkedId(meetingId)));
  }

  @MutationFor('meeting.run', () => Done)
  async startedByMistake(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.run.startedByMistake(context, checkedId(meetingId)));
  }

  @MutationFor('meeting.run', () => Done)
  async nextItem(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('seenCurrentItemId', { type: () => ID, nullable: true }) seen: string | null,
    @Args('outcome', { type: () => String, nullable: true }) outcome: string | null,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const chosen = outcome ? checked(outcomeInput, { outcome, reason: reason ?? '' }) : null;
    return done(
      await this.steps.next(
        context,
        checkedId(meetingId),
        idOrNull(seen),
        (chosen?.outcome as ItemOutcome) ?? null,
        chosen?.reason ?? '',
      ),
    );
  }

  @MutationFor('meeting.run', () => Done)
  async previousItem(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('seenCurrentItemId', { type: () => ID, nullable: true }) seen: string | null,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.steps.previous(context, checkedId(meetingId), idOrNull(seen)));
  }

  @MutationFor('meeting.run', () => Done)
  async goToItem(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('itemId', { type: () => ID }) itemId: string,
    @Args('seenCurrentItemId', { type: () => ID, nullable: true }) seen: string | null,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.steps.goTo(context, checkedId(meetingId), checkedId(itemId), idOrNull(seen)));
  }

  @MutationFor('meeting.run', () => Done)
  async extendItem(
    @Args('itemId', { type: () => ID }) itemId: string,
    @Args('minutes', { type: () => Int }) minutes: number,
    @Args('seenExtendedMin', { type: () => Int }) seen: number,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const input = checked(extensionInput, { minutes });
    return done(await this.steps.extend(context, checkedId(itemId), input.minutes, seen));
  }

  @MutationFor('meeting.run', () => Done)
  async setOutcome(
    @Args('itemId', { type: () => ID }) itemId: string,
    @Args('outcome', { type: () => String }) outcome: string,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const input = checked(outcomeInput, { outcome, reason: reason ?? '' });
    return done(await this.steps.setOutcome(context, checkedId(itemId), input.outcome, input.reason));
  }

  @MutationFor('meeting.run', () => Done)
  async finishMeeting(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.finish.finish(context, checkedId(meetingId)));
  }

  @MutationFor('meeting.come', () => Done)
  async comeIn(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.attendance.comeIn(context, checkedId(meetingId)));
  }

  @MutationFor('meeting.run', () => Done)
  async setAttendance(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('attendance', { type: () => String }) attendance: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const input = checked(attendanceInput, { attendance });
    return done(await this.attendance.set(context, checkedId(meetingId), checkedId(personId), input.attendance));
  }
}
