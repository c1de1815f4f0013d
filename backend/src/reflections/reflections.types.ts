import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';
import { Person } from '../organisation/organisation.types.ts';

/** What the viewer has written and nobody else sees. */
@ObjectType()
export class SilentPost {
  @Readable('silent.own', () => ID) id!: string;
  @Readable('silent.own', () => String) text!: string;
  @Readable('silent.own', () => Int) version!: number;
  @Readable('silent.own', () => Int, {
    description: 'More than `version` when another device of one’s own has written: fetch again.',
  })
  latest!: number;
  @Readable('silent.own', () => ID, { nullable: true, description: 'The colleague it is written for.' })
  forPersonId!: string | null;
}

/** A post after the reveal. Its id, its place and its row tell nothing of when it was written. */
@ObjectType()
export class ReflectionPost {
  @Readable('silent.post', () => ID) id!: string;
  @Readable('silent.post', () => Int) position!: number;
  @Readable('silent.post', () => String) text!: string;
  @Readable('silent.post', () => ID, { nullable: true }) groupId!: string | null;
  @Readable('silent.post', () => Boolean) marked!: boolean;
  @Readable('silent.author', () => Person, { nullable: true }) author!: Person | null;
}

@ObjectType()
export class ReflectionGroup {
  @Readable('silent.post', () => ID) id!: string;
  @Readable('silent.post', () => String) title!: string;
  @Readable('silent.post', () => Int) position!: number;
}

/** Tavs refleksion under an item: everybody writes alone, and all is shown at once. */
@ObjectType()
export class SilentWriting {
  @Readable('meeting.read', () => ID) id!: string;
  @Readable('meeting.read', () => ID) itemId!: string;
  @Readable('meeting.read', () => String) question!: string;
  @Readable('meeting.read', () => String) state!: string;
  @Readable('meeting.read', () => Boolean, { description: 'Authors are shown inside the team after the reveal.' })
  withNames!: boolean;
  @Readable('meeting.read', () => String) openedAt!: string;
  @Readable('meeting.read', () => String, { nullable: true }) endsAt!: string | null;
  @Readable('meeting.read', () => String, { nullable: true }) revealedAt!: string | null;
  @Readable('silent.ready', () => Int, { nullable: true, description: 'As last told: it changes at a fixed beat.' })
  readyCount!: number | null;
  @Readable('silent.ready', () => Boolean, { nullable: true }) ownReady!: boolean | null;
  @Readable('silent.write', () => [SilentPost], { nullable: true }) ownPosts!: SilentPost[] | null;
  @Readable('meeting.read', () => Int, { description: 'Where the viewer’s own stream of changes stands.' })
  ownVersion!: number;
  @Readable('silent.post', () => [ReflectionPost], { nullable: true, description: 'None before the reveal.' })
  posts!: ReflectionPost[] | null;
  @Readable('silent.post', () => [ReflectionGroup], { nullable: true }) groups!: ReflectionGroup[] | null;
}

/** How the meeting was, 1 to 5, at an item of check-out. */
@ObjectType()
export class Pulse {
  @Readable('meeting.read', () => ID, { description: 'The item’s own id.' }) id!: string;
  @Readable('meeting.read', () => Boolean) shown!: boolean;
  @Readable('pulse.answer', () => Int, { nullable: true }) ownStep!: number | null;
  @Readable('pulse.distribution', () => [Int], { nullable: true, description: 'How many chose 1, 2, 3, 4 and 5.' })
  counts!: number[] | null;
}
