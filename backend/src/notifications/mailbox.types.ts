import { ID, ObjectType } from '@nestjs/graphql';
import { Readable } from '../access/ability.decorator.ts';

/** A mail that a demonstration would have sent. */
@ObjectType()
export class CaughtMail {
  @Readable('notices.own', () => ID) id!: string;
  @Readable('notices.own', () => String) caughtAt!: string;
  @Readable('notices.own', () => String) from!: string;
  @Readable('notices.own', () => String) subject!: string;
  @Readable('notices.own', () => String) text!: string;
  @Readable('notices.own', () => String) html!: string;
  @Readable('notices.own', () => String, { description: 'The calendar file.' }) calendar!: string;
}

@ObjectType()
export class CaughtMails {
  @Readable('notices.own', () => ID, { description: 'Whose they are.' }) id!: string;
  @Readable('notices.own', () => [CaughtMail]) mails!: CaughtMail[];
  @Readable('notices.own', () => String, { nullable: true, description: 'Where the next page begins.' })
  cursor!: string | null;
}
