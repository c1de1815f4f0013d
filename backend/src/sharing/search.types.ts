import { Field, ID, ObjectType } from '@nestjs/graphql';
import { May, Readable } from '../access/ability.decorator.ts';
import { SIGNED_IN_ABILITY } from '../access/policy.ts';

/** A piece of a text, and whether it is what was sought: never HTML. */
@ObjectType()
export class FoundPiece {
  @Field(() => String) @May(SIGNED_IN_ABILITY) text!: string;
  @Field(() => Boolean) @May(SIGNED_IN_ABILITY) isMatch!: boolean;
}

/** One thing that was found, and where it is to be opened. */
@ObjectType()
export class SearchHit {
  @Readable('search.hit', () => ID) id!: string;
  @Readable('search.hit', () => String, { description: 'MEETING, ITEM, NOTE, DECISION, ACTION, MINUTES or MATERIAL.' })
  kind!: string;
  @Readable('search.hit', () => ID) objectId!: string;
  @Readable('search.hit', () => ID, { nullable: true }) meetingId!: string | null;
  @Readable('search.hit', () => String, { nullable: true }) meetingTitle!: string | null;
  @Readable('search.hit', () => String, { nullable: true }) meetingState!: string | null;
  @Readable('search.hit', () => String, { nullable: true, description: 'An action’s.' }) state!: string | null;
  @Readable('search.hit', () => String, { nullable: true, description: 'An action’s.' }) outcome!: string | null;
  @Readable('search.hit', () => String, {
    description: 'When the meeting began, or begins; or the action was written.',
  })
  at!: string;
  @Readable('search.hit', () => ID) teamId!: string;
  @Readable('search.hit', () => String) teamName!: string;
  @Readable('search.hit', () => String, { nullable: true }) schoolName!: string | null;
  @Readable('search.hit', () => String) schoolYear!: string;
  @Readable('search.hit', () => [FoundPiece]) title!: FoundPiece[];
  @Readable('search.hit', () => [FoundPiece], { nullable: true, description: 'Where in its text it was found.' })
  fragment!: FoundPiece[] | null;
  @Readable('search.note', () => [FoundPiece], {
    nullable: true,
    description: 'Where in a note that is not approved it was found.',
  })
  noteFragment!: FoundPiece[] | null;
}

/** A page of what was found, the best first. */
@ObjectType()
export class SearchResult {
  @Field(() => [SearchHit]) @May(SIGNED_IN_ABILITY) hits!: SearchHit[];
  @Field(() => String, { nullable: true }) @May(SIGNED_IN_ABILITY) cursor!: string | null;
}
