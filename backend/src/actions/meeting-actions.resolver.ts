import { Parent, Resolver } from '@nestjs/graphql';
import { ReadableLater } from '../access/ability.decorator.ts';
import { Meeting } from '../meetings/meeting.types.ts';
import { Action } from './action.types.ts';

interface MeetingWithActions {
  actions?: Action[];
  followUpActions?: Action[];
}

/** What actions/ adds to a meeting; the meeting's statement brings the rows. */
@Resolver(() => Meeting)
export class MeetingActionsResolver {
  /** Caught in this meeting. */
  @ReadableLater('action.read', () => [Action], { nullable: true })
  actions(@Parent() meeting: MeetingWithActions): Action[] | null {
    return meeting.actions ?? null;
  }

  /** From before: what the team looks back on under Opfølgning. */
  @ReadableLater('action.read', () => [Action], { nullable: true })
  followUpActions(@Parent() meeting: MeetingWithActions): Action[] | null {
    return meeting.followUpActions ?? null;
  }
}
