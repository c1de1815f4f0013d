import { Inject } from '@nestjs/common';
import { Context, Parent, Resolver } from '@nestjs/graphql';
import { ReadableLater } from '../access/ability.decorator.ts';
import type { RequestContext } from '../access/request.ts';
import { loadedPart, type BroughtMeeting } from '../meetings/meeting.loaders.ts';
import { Meeting } from '../meetings/meeting.types.ts';
import { UnitOfWork } from '../platform/unit-of-work.ts';
import { Material } from './material.types.ts';

/** What materials/ adds to a meeting. */
@Resolver(() => Meeting)
export class MeetingMaterialsResolver {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** In the order in which they came, with what its items brought along. */
  @ReadableLater('material.read', () => [Material], { nullable: true })
  materials(@Parent() meeting: BroughtMeeting, @Context() context: RequestContext): Promise<Material[]> {
    return loadedPart(meeting, 'materials', context, this.unitOfWork);
  }
}
