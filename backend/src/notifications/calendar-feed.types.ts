import { ID, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';

/** Whether somebody has an address for their calendar. The address itself is shown once, as it is made. */
@ObjectType()
export class MyCalendar {
  @Readable('feed.own', () => ID, { description: 'Whose it is.' }) id!: string;
  @Readable('feed.own', () => String, { nullable: true, description: 'Null when there is none.' })
  madeAt!: string | null;
}
