import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';
import { Action } from '../actions/action.types.ts';
import { GuidingMarker } from '../markers/markers.types.ts';
import { Team } from '../organisation/organisation.types.ts';

/** "Hvad prøvede vi, og hvad så vi?" */
@ObjectType()
export class TeamBoard {
  @Readable('team.name', () => ID) id!: string;
  @Readable('team.name', () => Team) team!: Team;
  @Readable('team.name', () => Int) liveVersion!: number;
  @Readable('marker.read', () => [GuidingMarker]) markers!: GuidingMarker[];
  @Readable('action.read', () => [Action]) open!: Action[];
  @Readable('action.read', () => [Action], { description: 'Closed and given up, newest first, a page at a time.' })
  closed!: Action[];
  @Readable('action.read', () => String, {
    nullable: true,
    description: 'Where the next page begins; null at the end.',
  })
  closedCursor!: string | null;
}
