import { Inject } from '@nestjs/common';
import { Args, Context, Field, ObjectType, Resolver } from '@nestjs/graphql';
import { acceptInvitationInput, signInInput } from '#inputs/sign-in.ts';
import { May, MutationFor, QueryFor } from '../access/ability.decorator.ts';
import { LeavesNoLine } from '../access/audited.ts';
import { ANYONE, SIGNED_IN_ABILITY } from '../access/policy.ts';
import { signedIn, type RequestContext } from '../access/request.ts';
import { SETTINGS, type Settings } from '../platform/config.ts';
import { Database } from '../platform/database.ts';
import { checked } from '../platform/checked.ts';
import { SignInService } from './sign-in.service.ts';

/** One person for each role, offered on a demonstration's sign-in page. */
@ObjectType()
export class DemonstrationSignIn {
  @Field(() => String) @May(ANYONE) signInName!: string;
  @Field(() => String) @May(ANYONE) displayName!: string;
  @Field(() => String, { nullable: true }) @May(ANYONE) schoolName!: string | null;
  @Field(() => String) @May(ANYONE) municipalityName!: string;
  @Field(() => [String]) @May(ANYONE) roles!: string[];
  @Field(() => String, { nullable: true }) @May(ANYONE) teamFunction!: string | null;
}

@Resolver()
export class SignInResolver {
  constructor(
    @Inject(SignInService) private readonly service: SignInService,
    @Inject(Database) private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @QueryFor(ANYONE, () => [DemonstrationSignIn])
  @LeavesNoLine('People of a demonstration are invented.')
  async demonstrationSignIns(): Promise<DemonstrationSignIn[]> {
    if (!this.settings.PEJLING_DEMONSTRATION) return [];
    const { rows } = await this.database.pool.query<{
      sign_in_name: string;
      display_name: string;
      school_name: string | null;
      municipality_name: string;
      roles: string[];
      team_function: string | null;
    }>('select * from door_demonstration_sign_ins()');
    return rows.map((row) => ({
      signInName: row.sign_in_name,
      displayName: row.display_name,
      schoolName: row.school_name,
      municipalityName: row.municipality_name,
      roles: row.roles,
      teamFunction: row.team_function,
    }));
  }

  @MutationFor(ANYONE, () => Boolean)
  async signIn(
    @Args('signInName', { type: () => String }) signInName: string,
    @Args('password', { type: () => String }) password: string,
    @Context() context: RequestContext,
  ): Promise<boolean> {
    const input = checked(signInInput, { signInName, password });
    await this.service.signIn(context, input.signInName, input.password);
    return true;
  }

  @MutationFor(ANYONE, () => Boolean)
  async acceptInvitation(
    @Args('token', { type: () => String }) token: string,
    @Args('signInName', { type: () => String }) signInName: string,
    @Args('password', { type: () => String }) password: string,
    @Context() context: RequestContext,
  ): Promise<boolean> {
    const input = checked(acceptInvitationInput, { token, signInName, password });
    await this.service.acceptInvitation(context, input.token, input.signInName, input.password);
    return true;
  }

  /** @returns when the session ends now, in UTC */
  @MutationFor(SIGNED_IN_ABILITY, () => String)
  async staySignedIn(@Context() context: RequestContext): Promise<string> {
    return this.service.staySignedIn(context, await signedIn(context, this.database));
  }

  @MutationFor(SIGNED_IN_ABILITY, () => Boolean)
  async signOut(@Context() context: RequestContext): Promise<boolean> {
    await this.service.signOut(context, await signedIn(context, this.database));
    return true;
  }
}
