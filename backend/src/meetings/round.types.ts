import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';

/** A round that is on: seen as presence is, by those in the room. */
@ObjectType()
export class SpeakingRound {
  @Readable('meeting.presence', () => ID) id!: string;
  @Readable('meeting.presence', () => ID) itemId!: string;
  @Readable('meeting.presence', () => [ID], { description: 'The people in their order.' }) speakerIds!: string[];
  @Readable('meeting.presence', () => Int, { description: 'Whose turn it is, from 0.' }) at!: number;
  @Readable('meeting.presence', () => Int, { description: 'What each is meant to have; nothing stops anybody.' })
  seconds!: number;
  @Readable('meeting.presence', () => String) turnStartedAt!: string;
}
