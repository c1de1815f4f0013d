import { Field, ID, InputType } from '@nestjs/graphql';

/** What a new action is made of. */
@InputType()
export class NewActionInput {
  @Field(() => String) kind!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) why?: string;
  @Field(() => [ID]) markerIds!: string[];
  @Field(() => [ID]) responsibleIds!: string[];
  @Field(() => String, { nullable: true, description: 'A day, yyyy-mm-dd.' }) dueOn?: string | null;
  @Field(() => [String]) expectedSigns!: string[];
  @Field(() => ID, { nullable: true }) originMeetingId?: string | null;
  @Field(() => ID, { nullable: true }) originItemId?: string | null;
}

/** A row of a pasted list. */
@InputType()
export class ListedActionInput {
  @Field(() => ID, { description: 'Made by the screen, so that a retry makes nothing twice.' }) id!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) title!: string;
  @Field(() => [ID]) markerIds!: string[];
  @Field(() => [ID]) responsibleIds!: string[];
  @Field(() => String, { nullable: true, description: 'A day, yyyy-mm-dd.' }) dueOn?: string | null;
}

/** Only the fields that are given are changed. */
@InputType()
export class ChangedActionInput {
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => String, { nullable: true }) why?: string;
  @Field(() => [ID], { nullable: true }) markerIds?: string[];
  @Field(() => [ID], { nullable: true }) responsibleIds?: string[];
  @Field(() => String, { nullable: true }) dueOn?: string | null;
  @Field(() => [String], { nullable: true }) expectedSigns?: string[];
}
