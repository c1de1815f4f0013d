import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Parent, Resolver } from '@nestjs/graphql';
import { screenCodeInput } from '#inputs/projector.ts';
import { MutationFor, ReadableLater } from '../access/ability.decorator.ts';
import { Done } from '../access/done.types.ts';
import { ANYONE } from '../access/policy.ts';
import { checkedId, type RequestContext } from '../access/request.ts';
import { loadedPart, type BroughtMeeting } from '../meetings/meeting.loaders.ts';
import { Meeting } from '../meetings/meeting.types.ts';
import { checked } from '../platform/checked.ts';
import { UnitOfWork, type Done as DoneWork } from '../platform/unit-of-work.ts';
import { ProjectorService } from './projector.service.ts';
import { ScreenCode } from './projector.types.ts';

const done = (work: DoneWork<string>): Done => ({ id: work.result, changes: work.changes });

/** The screen in the room: asking for a code, lending it a meeting, taking it back. */
@Resolver(() => Meeting)
export class ProjectorResolver {
  constructor(
    @Inject(ProjectorService) private readonly service: ProjectorService,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  @MutationFor(ANYONE, () => ScreenCode)
  openScreen(@Context() context: RequestContext): Promise<ScreenCode> {
    return this.service.open(context);
  }

  @MutationFor('projector.lend', () => Done)
  async lendScreen(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('code', { type: () => String, description: 'The six digits that the screen shows.' }) code: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const input = checked(screenCodeInput, { code });
    return done(await this.service.lend(context, checkedId(meetingId), input.code));
  }

  @MutationFor('projector.lend', () => Done)
  async takeBackScreens(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.service.takeBack(context, checkedId(meetingId)));
  }

  /** How many screens show it now: nobody is shown on a wall without knowing. */
  @ReadableLater('meeting.read', () => Int)
  lentScreens(@Parent() meeting: BroughtMeeting, @Context() context: RequestContext): Promise<number> {
    return loadedPart(meeting, 'lentScreens', context, this.unitOfWork);
  }
}
