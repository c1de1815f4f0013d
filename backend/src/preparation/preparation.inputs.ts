import { Field, InputType, Int } from '@nestjs/graphql';

/** What somebody wishes on the agenda. */
@InputType()
export class ProposalInput {
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'Why, in one line; may be empty.' }) why!: string;
  @Field(() => Int) minutes!: number;
  @Field(() => String) kind!: string;
}
