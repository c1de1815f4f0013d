import { Inject } from '@nestjs/common';
import { Args, Context, Field, ID, InputType, Int, Resolver } from '@nestjs/graphql';
import { roleInput } from '#inputs/meeting-plan.ts';
import { extensionInput, minutesInput } from '#inputs/meeting-run.ts';
import { MutationFor } from '../access/ability.decorator.ts';
import { Done } from '../access/done.types.ts';
import { checkedId, type RequestContext } from '../access/request.ts';
import { checked } from '../platform/checked.ts';
import type { Done as DoneWork } from '../platform/unit-of-work.ts';
import { HandOverService } from './hand-over.service.ts';
import { LateService } from './late.service.ts';
import { PauseService } from './pause.service.ts';
import { StepService } from './step.service.ts';

const id = { type: () => ID };
const int = { type: () => Int };
const done = (work: DoneWork<string>): Done => ({ id: work.result, changes: work.changes });

/** An item's extension, and what it was seen as. */
@InputType()
export class ItemMinutesInput {
  @Field(() => ID) itemId!: string;
  @Field(() => Int) extendedMin!: number;
  @Field(() => Int) seenExtendedMin!: number;
}

/** Keeping a meeting's time: pause, skip, what helps when it is behind, and who leads. */
@Resolver()
export class TimeResolver {
  constructor(
    @Inject(PauseService) private readonly pauses: PauseService,
    @Inject(StepService) private readonly steps: StepService,
    @Inject(LateService) private readonly late: LateService,
    @Inject(HandOverService) private readonly roles: HandOverService,
  ) {}

  @MutationFor('meeting.run', () => Done)
  async pauseMeeting(
    @Args('meetingId', id) meetingId: string,
    @Args('seenRevision', int) seenRevision: number,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.pauses.pause(context, checkedId(meetingId), seenRevision));
  }

  @MutationFor('meeting.run', () => Done)
  async resumeMeeting(
    @Args('meetingId', id) meetingId: string,
    @Args('seenRevision', int) seenRevision: number,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.pauses.resume(context, checkedId(meetingId), seenRevision));
  }

  @MutationFor('meeting.run', () => Done)
  async skipItem(
    @Args('meetingId', id) meetingId: string,
    @Args('seenCurrentItemId', id) seen: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.steps.skip(context, checkedId(meetingId), checkedId(seen)));
  }

  @MutationFor('meeting.run', () => Done)
  async shortenRest(
    @Args('meetingId', id) meetingId: string,
    @Args('seenRevision', int) seenRevision: number,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.late.shorten(context, checkedId(meetingId), seenRevision));
  }

  @MutationFor('meeting.run', () => Done)
  async giveMinutesBack(
    @Args('meetingId', id) meetingId: string,
    @Args('items', { type: () => [ItemMinutesInput] }) items: ItemMinutesInput[],
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.late.restore(context, checkedId(meetingId), checked(minutesInput, { items }).items));
  }

  @MutationFor('meeting.run', () => Done)
  async postponeItem(@Args('itemId', id) itemId: string, @Context() context: RequestContext): Promise<Done> {
    return done(await this.late.postpone(context, checkedId(itemId)));
  }

  @MutationFor('meeting.run', () => Done)
  async bringItemBack(@Args('itemId', id) itemId: string, @Context() context: RequestContext): Promise<Done> {
    return done(await this.late.bringBack(context, checkedId(itemId)));
  }

  @MutationFor('meeting.run', () => Done)
  async extendMeeting(
    @Args('meetingId', id) meetingId: string,
    @Args('minutes', int) minutes: number,
    @Args('seenExtendedMin', int) seen: number,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const input = checked(extensionInput, { minutes });
    return done(await this.late.extendMeeting(context, checkedId(meetingId), input.minutes, seen));
  }

  @MutationFor('meeting.run', () => Done)
  async handOverRole(
    @Args('meetingId', id) meetingId: string,
    @Args('role', { type: () => String }) role: string,
    @Args('participantId', id) participantId: string,
    @Args('seenHolderId', { type: () => ID, nullable: true }) seenHolderId: string | null,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(
      await this.roles.handOver(
        context,
        checkedId(meetingId),
        checked(roleInput, { role }).role,
        checkedId(participantId),
        seenHolderId ? checkedId(seenHolderId) : null,
      ),
    );
  }
}
