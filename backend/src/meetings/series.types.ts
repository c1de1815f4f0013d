import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';

/** When a team meets: `kind` EVERY with `weeks`, EVEN or ODD with weekdays and bounds, or PICKED with `days`. */
@InputType()
export class SeriesRuleInput {
  @Field(() => String) kind!: string;
  @Field(() => Int, { nullable: true }) weeks?: number;
  @Field(() => [Int], { nullable: true, description: 'Monday is 1.' }) weekdays?: number[];
  @Field(() => String, { nullable: true, description: 'The first day, yyyy-mm-dd.' }) from?: string;
  @Field(() => String, { nullable: true }) to?: string;
  @Field(() => [String], { nullable: true }) days?: string[];
  @Field(() => String, { description: 'The clock in Copenhagen, HH:mm.' }) time!: string;
  @Field(() => Int) durationMin!: number;
}

/** A series as it was chosen from what the rule proposed. */
@InputType()
export class PlanSeriesInput {
  @Field(() => String) name!: string;
  @Field(() => String) templateKey!: string;
  @Field(() => String) place!: string;
  @Field(() => SeriesRuleInput) rule!: SeriesRuleInput;
  @Field(() => [String], { description: 'The days that become meetings.' }) days!: string[];
}

/** Where the meetings of a series move, one by one or from one on. */
@InputType()
export class MoveSeriesInput {
  @Field(() => String, { description: 'FOLLOWING: this one and those after it. ALL: every one to come.' })
  reach!: string;
  @Field(() => Int) shiftDays!: number;
  @Field(() => String) time!: string;
  @Field(() => Int) durationMin!: number;
  @Field(() => String) place!: string;
}

/** A day that a rule proposes. */
@ObjectType()
export class ProposedMeeting {
  @Readable('series.read', () => String, { description: 'yyyy-mm-dd.' }) day!: string;
  @Readable('series.read', () => String) startsAt!: string;
  @Readable('series.read', () => String, {
    nullable: true,
    description: 'Why nobody meets that day, in the municipality’s words.',
  })
  closed!: string | null;
  @Readable('series.read', () => String, {
    nullable: true,
    description:
      'The usual holiday that day, where the municipality has fixed none: a key of libs/domain/src/school-year.ts.',
  })
  holiday!: string | null;
  @Readable('series.read', () => Boolean, { description: 'Whether the team itself meets at that time already.' })
  teamMeets!: boolean;
  @Readable('series.read', () => Int, {
    description: 'How many of the team are called to another meeting then; never who, nor where.',
  })
  busy!: number;
}

@ObjectType()
export class SeriesProposal {
  @Readable('series.read', () => ID, { description: 'The team’s.' }) id!: string;
  @Readable('series.read', () => [ProposedMeeting]) meetings!: ProposedMeeting[];
  @Readable('series.read', () => [String], {
    description: 'School years whose holidays the municipality has not fixed: the usual ones are skipped.',
  })
  withoutCalendar!: string[];
  @Readable('series.read', () => Int, { description: 'The municipality’s: its closed days may change.' })
  calendarVersion!: number;
}
