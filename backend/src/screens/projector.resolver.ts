import { Inject } from '@nestjs/common';
import { Context, Resolver } from '@nestjs/graphql';
import { QueryFor } from '../access/ability.decorator.ts';
import { LeavesNoLine } from '../access/audited.ts';
import { ANYONE } from '../access/policy.ts';
import type { RequestContext } from '../access/request.ts';
import { Database } from '../platform/database.ts';
import { Projector } from '../projector/projector.types.ts';
import { screenHash } from '../projector/screen-cookie.ts';

@Resolver()
export class ProjectorScreenResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** For the screen in the room: what its cookie says is lent to it, whoever is signed in in the same browser. */
  @QueryFor(ANYONE, () => Projector)
  @LeavesNoLine('It shows nothing of a person; that the meeting was lent to a screen, and by whom, is in its history.')
  async projector(@Context() context: RequestContext): Promise<Projector> {
    const [row] = await this.database.statement<{ answer: Projector }>(
      'screen_projector',
      'select screen_projector($1) as answer',
      [screenHash(context)],
    );
    return row!.answer;
  }
}
