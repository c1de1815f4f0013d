import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { RecordedChange } from '../platform/change-log.ts';
import { May } from './ability.decorator.ts';
import { Json } from './json.scalar.ts';
import { SIGNED_IN_ABILITY } from './policy.ts';

/**
 * What every mutation answers: the thing it was about, and the changes it recorded, the same as are pushed to
 * everybody who follows. The sender applies them without waiting for the socket.
 */
@ObjectType()
export class Done {
  @Field(() => ID) @May(SIGNED_IN_ABILITY) id!: string;
  @Field(() => Json, { description: 'A list of changes, as libs/live-protocol describes them.' })
  @May(SIGNED_IN_ABILITY)
  changes!: RecordedChange[];
}
