import { Inject } from '@nestjs/common';
import { Context, Resolver } from '@nestjs/graphql';
import { QueryFor } from '../access/ability.decorator.ts';
import { LeavesNoLine } from '../access/audited.ts';
import { ANYONE } from '../access/policy.ts';
import { screen, type RequestContext } from '../access/request.ts';
import { Database } from '../platform/database.ts';
import { Refusal } from '../platform/errors.ts';
import { Viewer } from './viewer.types.ts';

@Resolver()
export class ViewerResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Null when nobody is signed in: that is an answer, not a fault. */
  @QueryFor(ANYONE, () => Viewer, { nullable: true })
  @LeavesNoLine('Who one is oneself, asked by the frame of every page.')
  async viewer(@Context() context: RequestContext): Promise<Viewer | null> {
    if (context.sessionHash.length === 0) return null;
    try {
      return await screen<Viewer>(this.database, context, 'screen_viewer');
    } catch (error) {
      if (error instanceof Refusal && error.extensions['code'] === 'SIGNED_OUT') return null;
      throw error;
    }
  }
}
