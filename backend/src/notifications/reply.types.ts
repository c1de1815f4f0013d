import { Field, Int, ObjectType } from '@nestjs/graphql';
import { May } from '../access/ability.decorator.ts';
import { ANYONE } from '../access/policy.ts';

// What whoever holds the link of a mail is shown, and no more: the mail told them all of it. Whoever has no link finds no page.

/** A meeting to say yes or no to. */
@ObjectType()
export class ReplyPage {
  @Field(() => String) @May(ANYONE) title!: string;
  @Field(() => String) @May(ANYONE) team!: string;
  @Field(() => String) @May(ANYONE) startsAt!: string;
  @Field(() => Int) @May(ANYONE) durationMin!: number;
  @Field(() => String) @May(ANYONE) place!: string;
  @Field(() => String, { description: 'Whose answer it is.' }) @May(ANYONE) name!: string;
  @Field(() => String, { nullable: true, description: 'COMING or NOT_COMING.' }) @May(ANYONE) reply!: string | null;
  @Field(() => String, { description: 'OPEN, BEGUN (too late to answer) or CANCELLED.' }) @May(ANYONE) state!: string;
}
