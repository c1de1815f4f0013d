import { Parent, Resolver } from '@nestjs/graphql';
import { ReadableLater } from '../access/ability.decorator.ts';
import type { Related } from '../access/guarded-schema.ts';
import { abilitiesHeld } from '../access/policy.ts';
import { Meeting } from './meeting.types.ts';

@Resolver(() => Meeting)
export class MeetingResolver {
  /** The abilities the viewer has here, as data, so that no screen guesses. */
  @ReadableLater('meeting.read', () => [String])
  may(@Parent() meeting: Related): string[] {
    return abilitiesHeld(meeting._rel, ['meeting.', 'action.', 'minutes.']);
  }
}
