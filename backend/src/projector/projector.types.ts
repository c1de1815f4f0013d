import { Field, Int, ObjectType } from '@nestjs/graphql';
import { May, Readable } from '../access/ability.decorator.ts';
import { ANYONE } from '../access/policy.ts';

/** What a screen shows while it waits: six digits, and until when. */
@ObjectType()
export class ScreenCode {
  @Field(() => String) @May(ANYONE) code!: string;
  @Field(() => String) @May(ANYONE) expiresAt!: string;
}

// What a lent screen is sent holds no id and no person: things are known by their place.

@ObjectType()
export class ProjectorMarker {
  @Readable('projector.markers', () => Int) position!: number;
  @Readable('projector.markers', () => String) title!: string;
  @Readable('projector.markers', () => String) shortTitle!: string;
  @Readable('projector.markers', () => Int) slot!: number;
}

@ObjectType()
export class ProjectorItem {
  @Readable('projector.agenda', () => Int) position!: number;
  @Readable('projector.agenda', () => Boolean) isCurrent!: boolean;
  @Readable('projector.agenda', () => String) title!: string;
  @Readable('projector.agenda', () => String) kind!: string;
  @Readable('projector.agenda', () => String) guidance!: string;
  @Readable('projector.agenda', () => String) state!: string;
  @Readable('projector.agenda', () => Boolean) broughtOver!: boolean;
  @Readable('projector.agenda', () => Int) plannedMin!: number;
  @Readable('projector.agenda', () => Int) extendedMin!: number;
  @Readable('projector.agenda', () => String, { nullable: true }) startedAt!: string | null;
  @Readable('projector.agenda', () => String, { nullable: true }) endedAt!: string | null;
  @Readable('projector.markers', () => [ProjectorMarker]) markers!: ProjectorMarker[];
}

@ObjectType()
export class ProjectorDecision {
  @Readable('projector.decisions', () => Int) itemPosition!: number;
  @Readable('projector.decisions', () => String) text!: string;
}

@ObjectType()
export class ProjectorAction {
  @Readable('projector.actions', () => Int, { nullable: true, description: 'Null for one from an earlier meeting.' })
  itemPosition!: number | null;
  @Readable('projector.actions', () => String) kind!: string;
  @Readable('projector.actions', () => String) title!: string;
  @Readable('projector.actions', () => String) state!: string;
  @Readable('projector.actions', () => String, { nullable: true }) outcome!: string | null;
  @Readable('projector.actions', () => Int, { nullable: true, description: 'The ISO week it is to be done by.' })
  dueWeek!: number | null;
  @Readable('projector.actions', () => [String]) expectedSigns!: string[];
  @Readable('projector.markers', () => [ProjectorMarker]) markers!: ProjectorMarker[];
}

/** A silent post after the reveal. */
@ObjectType()
export class ProjectorPost {
  @Readable('projector.posts', () => String) text!: string;
  @Readable('projector.posts', () => String, { nullable: true }) groupTitle!: string | null;
  @Readable('projector.posts', () => Boolean) marked!: boolean;
}

/** The silent writing of the item that is on. */
@ObjectType()
export class ProjectorWriting {
  @Readable('projector.agenda', () => String) question!: string;
  @Readable('projector.agenda', () => String, { description: 'OPEN or REVEALED.' }) state!: string;
  @Readable('projector.agenda', () => String) openedAt!: string;
  @Readable('projector.agenda', () => String, { nullable: true }) endsAt!: string | null;
  @Readable('projector.ready', () => Int) readyCount!: number;
  @Readable('projector.ready', () => Int, { description: 'How many have come.' }) hereCount!: number;
  @Readable('projector.posts', () => [ProjectorPost], { description: 'Empty before the reveal.' })
  posts!: ProjectorPost[];
}

/** A meeting as the screen in the room shows it. */
@ObjectType()
export class ProjectorMeeting {
  @Readable('projector.agenda', () => String) teamName!: string;
  @Readable('projector.agenda', () => String) title!: string;
  @Readable('projector.agenda', () => String) startsAt!: string;
  @Readable('projector.agenda', () => Int) durationMin!: number;
  @Readable('projector.agenda', () => Int) extendedMin!: number;
  @Readable('projector.agenda', () => String, { nullable: true }) startedAt!: string | null;
  @Readable('projector.agenda', () => String, { nullable: true }) pausedAt!: string | null;
  @Readable('projector.markers', () => [ProjectorMarker]) markers!: ProjectorMarker[];
  @Readable('projector.agenda', () => [ProjectorItem]) items!: ProjectorItem[];
  @Readable('projector.decisions', () => [ProjectorDecision]) decisions!: ProjectorDecision[];
  @Readable('projector.actions', () => [ProjectorAction], { description: 'Agreed in this meeting.' })
  actions!: ProjectorAction[];
  @Readable('projector.actions', () => [ProjectorAction], {
    description: 'From before, while the meeting follows up; else empty.',
  })
  followUps!: ProjectorAction[];
  @Readable('projector.agenda', () => ProjectorWriting, { nullable: true }) writing!: ProjectorWriting | null;
}

/** What the asking screen shows. */
@ObjectType()
export class Projector {
  @Field(() => String, { description: 'The database’s time, by which the timestamps are meant.' })
  @May(ANYONE)
  serverTime!: string;
  @Field(() => ProjectorMeeting, { nullable: true, description: 'Null while nothing is lent to it.' })
  @May(ANYONE)
  meeting!: ProjectorMeeting | null;
}
