import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';
import { School } from './organisation.types.ts';

/** Days on which nobody meets, as whoever keeps them writes them. */
@InputType()
export class ClosingDayInput {
  @Field(() => String) name!: string;
  @Field(() => ID, { nullable: true, description: 'Null for the whole municipality.' }) schoolId?: string | null;
  @Field(() => String, { description: 'The first day, yyyy-mm-dd.' }) from!: string;
  @Field(() => String, { description: 'The last day.' }) to!: string;
}

@ObjectType()
export class ClosingDay {
  @Readable('closedDays.read', () => ID) id!: string;
  @Readable('closedDays.read', () => String) name!: string;
  @Readable('closedDays.read', () => String) from!: string;
  @Readable('closedDays.read', () => String) to!: string;
  @Readable('school.name', () => School, { nullable: true, description: 'Null for the whole municipality.' })
  school!: School | null;
}

/** What a municipality and its schools keep closed in a school year. */
@ObjectType()
export class ClosingDays {
  @Readable('closedDays.read', () => ID, { description: 'The municipality’s and the year’s together.' }) id!: string;
  @Readable('closedDays.read', () => String) schoolYear!: string;
  @Readable('closedDays.read', () => [ClosingDay], { description: 'By their first day.' }) days!: ClosingDay[];
  @Readable('school.name', () => [School]) schools!: School[];
  @Readable('closedDays.read', () => Boolean, { description: 'Whether the viewer may change them.' }) mayKeep!: boolean;
  @Readable('closedDays.read', () => Int) liveVersion!: number;
}
