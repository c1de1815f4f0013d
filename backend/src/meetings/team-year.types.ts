import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';
import { GuidingMarker } from '../markers/markers.types.ts';
import { Team } from '../organisation/organisation.types.ts';

/** Days on which nobody meets: the municipality's or the school's own, or a usual holiday where none is fixed. */
@ObjectType()
export class ClosedInYear {
  @Readable('series.read', () => String) from!: string;
  @Readable('series.read', () => String) to!: string;
  @Readable('series.read', () => String, { nullable: true, description: 'In the municipality’s words.' })
  closed!: string | null;
  @Readable('series.read', () => String, { nullable: true, description: 'A key of libs/domain/src/school-year.ts.' })
  holiday!: string | null;
}

@ObjectType()
export class MeetingInYear {
  @Readable('series.read', () => ID) id!: string;
  @Readable('series.read', () => String) title!: string;
  @Readable('series.read', () => String) startsAt!: string;
  @Readable('series.read', () => Int) durationMin!: number;
  @Readable('series.read', () => String) state!: string;
  @Readable('series.read', () => String, { description: 'The name of the series it is in.' }) series!: string;
  @Readable('series.read', () => [GuidingMarker]) markers!: GuidingMarker[];
}

/** A team's school year, from 1 August to 31 July. */
@ObjectType()
export class TeamYear {
  @Readable('series.read', () => ID, { description: 'The team’s.' }) id!: string;
  @Readable('series.read', () => String) schoolYear!: string;
  @Readable('team.name', () => Team) team!: Team;
  @Readable('series.read', () => [MeetingInYear], {
    description: 'In the order of their beginning; the cancelled left out.',
  })
  meetings!: MeetingInYear[];
  @Readable('series.read', () => [ClosedInYear]) closed!: ClosedInYear[];
  @Readable('series.read', () => Int) liveVersion!: number;
}
