import { Inject } from '@nestjs/common';
import { Context, Parent, Resolver } from '@nestjs/graphql';
import { ReadableLater } from '../access/ability.decorator.ts';
import type { RequestContext } from '../access/request.ts';
import { loadedPart, type BroughtMeeting } from '../meetings/meeting.loaders.ts';
import { Meeting } from '../meetings/meeting.types.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { Pulse, SilentWriting } from './reflections.types.ts';

/** What reflections/ adds to a meeting. */
@Resolver(() => Meeting)
export class MeetingReflectionsResolver {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** In their order; an item's last one is the one that counts. */
  @ReadableLater('meeting.read', () => [SilentWriting])
  silentWritings(@Parent() meeting: BroughtMeeting, @Context() context: RequestContext): Promise<SilentWriting[]> {
    return loadedPart(meeting, 'silentWritings', context, this.unitOfWork);
  }

  /** One for each item of check-out; null to those who are not asked. */
  @ReadableLater('pulse.answer', () => [Pulse], { nullable: true })
  pulses(@Parent() meeting: BroughtMeeting, @Context() context: RequestContext): Promise<Pulse[]> {
    return loadedPart(meeting, 'pulses', context, this.unitOfWork);
  }
}
