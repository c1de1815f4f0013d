import { Field, ID, InputType, Int } from '@nestjs/graphql';

/** A new meeting: a template in a slot. */
@InputType()
export class NewMeetingInput {
  @Field(() => String) templateKey!: string;
  @Field(() => String) startsAt!: string;
  @Field(() => Int) durationMin!: number;
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => String, { nullable: true }) place?: string;
}

/** Some of a meeting's own fields: those that change, or as they were seen. */
@InputType()
export class MeetingFieldsInput {
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => String, { nullable: true }) startsAt?: string;
  @Field(() => Int, { nullable: true }) durationMin?: number;
  @Field(() => String, { nullable: true }) place?: string;
  @Field(() => String, { nullable: true }) purpose?: string;
  @Field(() => String, { nullable: true }) bring?: string;
}

/** Some of an item's fields: those that change, or as they were seen. `ownerId: null` is nobody. */
@InputType()
export class ItemFieldsInput {
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => String, { nullable: true }) kind?: string;
  @Field(() => String, { nullable: true }) track?: string;
  @Field(() => Int, { nullable: true }) plannedMin?: number;
  @Field(() => String, { nullable: true }) guidance?: string;
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => [ID], { nullable: true }) markerIds?: string[];
}

/** A row of a pasted list. */
@InputType()
export class ListedItemInput {
  @Field(() => ID, { description: 'Made by the screen, so that a retry adds nothing twice.' }) id!: string;
  @Field(() => String) title!: string;
  @Field(() => Int, { nullable: true }) plannedMin?: number;
  @Field(() => ID, { nullable: true }) ownerId?: string;
}

@InputType()
export class NewItemInput extends ItemFieldsInput {
  @Field(() => Int, { nullable: true }) position?: number;
  @Field(() => ID, { nullable: true, description: 'Puts a removed item back on its thread.' }) threadId?: string;
}
