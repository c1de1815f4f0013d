import { Inject } from '@nestjs/common';
import { Args, Context, Resolver } from '@nestjs/graphql';
import { QueryFor } from '../access/ability.decorator.ts';
import { LeavesNoLine } from '../access/audited.ts';
import { SIGNED_IN_ABILITY } from '../access/policy.ts';
import { checkedCursor, screen, type RequestContext } from '../access/request.ts';
import { Database } from '../platform/database.ts';
import { CaughtMails } from './mailbox.types.ts';
import { Post } from './post.ts';

const MAILS_A_PAGE = 20;

/** Where a demonstration's mails come, each person's to themselves. */
@Resolver()
export class MailboxResolver {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Post) private readonly post: Post,
  ) {}

  /** What becomes of mails here: SMTP, CAUGHT (a demonstration’s, shown in the mailbox) or NONE. */
  @QueryFor(SIGNED_IN_ABILITY, () => String)
  @LeavesNoLine('A setting of the server.')
  mailWay(): string {
    return this.post.way;
  }

  /** @param after the cursor that a page ended with */
  @QueryFor('notices.own', () => CaughtMails)
  @LeavesNoLine('One’s own mails.')
  myMails(
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Context() context: RequestContext,
  ): Promise<CaughtMails> {
    return screen<CaughtMails>(this.database, context, 'screen_my_mails', [checkedCursor(after), MAILS_A_PAGE]);
  }
}
