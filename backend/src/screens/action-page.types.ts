import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';
import { Action } from '../actions/action.types.ts';
import { GuidingMarker } from '../markers/markers.types.ts';
import { Team } from '../organisation/organisation.types.ts';

/** The meeting an action was agreed in. */
@ObjectType()
export class ActionOrigin {
  @Readable('meeting.read', () => ID) meetingId!: string;
  @Readable('meeting.read', () => String) title!: string;
  @Readable('meeting.read', () => String) startsAt!: string;
  @Readable('meeting.read', () => String) state!: string;
}

/** "What did we try, and what did we see?" */
@ObjectType()
export class ActionPage {
  @Readable('action.read', () => ID) id!: string;
  @Readable('action.read', () => Action) action!: Action;
  @Readable('action.read', () => Team) team!: Team;
  @Readable('action.read', () => Int, { description: 'The team’s.' }) liveVersion!: number;
  @Readable('action.read', () => String) today!: string;
  @Readable('marker.read', () => [GuidingMarker]) markerChoices!: GuidingMarker[];
  @Readable('action.read', () => String, { nullable: true }) agreedAt!: string | null;
  @Readable('action.read', () => String, { nullable: true }) begunAt!: string | null;
  @Readable('action.read', () => String, { nullable: true }) triedAt!: string | null;
  @Readable('action.read', () => ActionOrigin, { nullable: true }) origin!: ActionOrigin | null;
  @Readable('action.read', () => [Action], { description: 'The attempts it was adjusted from, nearest first.' })
  earlier!: Action[];
  @Readable('action.read', () => [Action], { description: 'What it was adjusted to, nearest first.' })
  later!: Action[];
}
