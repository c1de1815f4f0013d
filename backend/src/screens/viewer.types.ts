import { Field, ID, ObjectType } from '@nestjs/graphql';
import { May } from '../access/ability.decorator.ts';
import { SIGNED_IN_ABILITY } from '../access/policy.ts';

/** A team the signed-in person is in or follows, as its name in the navigation. */
@ObjectType()
export class OwnTeam {
  @Field(() => ID) @May(SIGNED_IN_ABILITY) id!: string;
  @Field(() => String) @May(SIGNED_IN_ABILITY) name!: string;
  @Field(() => String, { nullable: true }) @May(SIGNED_IN_ABILITY) schoolName!: string | null;
  @Field(() => String) @May(SIGNED_IN_ABILITY) relation!: string;
}

/** A role of one's own, and where it holds. */
@ObjectType()
export class OwnRole {
  @Field(() => String) @May(SIGNED_IN_ABILITY) role!: string;
  @Field(() => String) @May(SIGNED_IN_ABILITY) scopeKind!: string;
  @Field(() => ID) @May(SIGNED_IN_ABILITY) scopeId!: string;
  @Field(() => String, { nullable: true }) @May(SIGNED_IN_ABILITY) scopeName!: string | null;
}

/** Who is signed in: what the shell needs on every page. All of it is the person's own. */
@ObjectType()
export class Viewer {
  @Field(() => ID) @May(SIGNED_IN_ABILITY) id!: string;
  @Field(() => String) @May(SIGNED_IN_ABILITY) displayName!: string;
  @Field(() => String) @May(SIGNED_IN_ABILITY) initials!: string;
  @Field(() => String, { nullable: true }) @May(SIGNED_IN_ABILITY) schoolName!: string | null;
  @Field(() => ID) @May(SIGNED_IN_ABILITY) municipalityId!: string;
  @Field(() => String) @May(SIGNED_IN_ABILITY) municipalityName!: string;
  @Field(() => Boolean) @May(SIGNED_IN_ABILITY) isDemonstration!: boolean;
  @Field(() => [OwnTeam]) @May(SIGNED_IN_ABILITY) teams!: OwnTeam[];
  @Field(() => [OwnRole]) @May(SIGNED_IN_ABILITY) roles!: OwnRole[];
  @Field(() => String) @May(SIGNED_IN_ABILITY) serverTime!: string;
  /** When this session ends, in UTC. */
  @Field(() => String) @May(SIGNED_IN_ABILITY) sessionEndsAt!: string;
  /** Whether it can be made to last longer; after a week one signs in anew. */
  @Field(() => Boolean) @May(SIGNED_IN_ABILITY) sessionMayGoOn!: boolean;
  /** 32 random bytes in base64: with this device's own key they open the text it has kept; null before the next sign-in. */
  @Field(() => String, { nullable: true }) @May(SIGNED_IN_ABILITY) outboxSecret!: string | null;
}
