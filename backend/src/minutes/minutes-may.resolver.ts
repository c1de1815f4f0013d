import { Parent, Resolver } from '@nestjs/graphql';
import { ReadableLater } from '../access/ability.decorator.ts';
import type { Related } from '../access/guarded-schema.ts';
import { abilitiesHeld } from '../access/policy.ts';
import { Minutes } from './minutes.types.ts';

/** What the viewer may do with what hangs on the minutes. */
@Resolver(() => Minutes)
export class MinutesMayResolver {
  @ReadableLater('minutes.read', () => [String])
  may(@Parent() minutes: Related): string[] {
    return abilitiesHeld(minutes._rel, ['material.', 'minutes.']);
  }
}
