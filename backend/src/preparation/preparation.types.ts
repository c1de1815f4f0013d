import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';
import { Person } from '../organisation/organisation.types.ts';

/** An item that somebody wishes on a coming meeting's agenda. */
@ObjectType()
export class ProposedItem {
  @Readable('preparation.read', () => ID) id!: string;
  @Readable('preparation.read', () => String) title!: string;
  @Readable('preparation.read', () => String) why!: string;
  @Readable('preparation.read', () => Int) minutes!: number;
  @Readable('preparation.read', () => String) kind!: string;
  @Readable('preparation.read', () => String, {
    description: 'PROPOSED, WAITING, TAKEN_IN or DECLINED; the last to whoever proposed it alone.',
  })
  state!: string;
  @Readable('preparation.read', () => Int) revision!: number;
  @Readable('preparation.read', () => Person, { nullable: true }) proposedBy!: Person | null;
  @Readable('preparation.read', () => String, {
    nullable: true,
    description: 'What was answered when it was declined or put off; for whoever proposed it alone.',
  })
  answer!: string | null;
  @Readable('preparation.read', () => ID, {
    description:
      'Where it is proposed now: another meeting than the one asked for when it has gone on. While it waits, the one it left.',
  })
  meetingId!: string;
  @Readable('preparation.read', () => ID, { nullable: true, description: 'The item that it became.' })
  itemId!: string | null;
  @Readable('preparation.read', () => Boolean, { description: 'It comes from an earlier meeting.' })
  fromEarlier!: boolean;
}

/** What one person has prepared. */
@ObjectType()
export class PreparationNote {
  @Readable('preparation.read', () => ID) id!: string;
  @Readable('preparation.read', () => String) text!: string;
  @Readable('preparation.read', () => Person, { nullable: true }) person!: Person | null;
}

/** How those who are called have prepared for a meeting. */
@ObjectType()
export class Preparation {
  @Readable('meeting.read', () => ID, { description: 'The meeting’s own id.' }) id!: string;
  @Readable('preparation.ready', () => Int, {
    nullable: true,
    description: 'As last told: it changes at a fixed beat.',
  })
  readyCount!: number | null;
  @Readable('preparation.ready', () => Boolean, { nullable: true }) ownReady!: boolean | null;
  @Readable('preparation.read', () => [PreparationNote], {
    nullable: true,
    description: 'Of those who wrote something, by name.',
  })
  notes!: PreparationNote[] | null;
  @Readable('meeting.read', () => Int, { description: 'Where the viewer’s own stream of changes stands.' })
  ownVersion!: number;
}
