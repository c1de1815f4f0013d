import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';
import { Team } from '../organisation/organisation.types.ts';
import { Meeting } from './meeting.types.ts';

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

/** A team's school year, from 1 August to 31 July. */
@ObjectType()
export class TeamYear {
  @Readable('series.read', () => ID, { description: 'The team’s and the year’s together.' }) id!: string;
  @Readable('series.read', () => String) schoolYear!: string;
  @Readable('team.name', () => Team) team!: Team;
  @Readable('series.read', () => [Meeting], { description: 'A set: sort by startsAt, and leave out the cancelled.' })
  meetings!: Meeting[];
  @Readable('series.read', () => [ClosedInYear]) closed!: ClosedInYear[];
  @Readable('series.read', () => Int) liveVersion!: number;
  @Readable('series.read', () => Int, { description: 'The municipality’s: its closed days may change.' })
  calendarVersion!: number;
}
