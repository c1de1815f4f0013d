import { Inject } from '@nestjs/common';
import { Args, Context, ID, ObjectType, Resolver } from '@nestjs/graphql';
import { QueryFor, Readable } from '../access/ability.decorator.ts';
import { LeavesNoLine } from '../access/audited.ts';
import { checkedCursor, screen, type RequestContext } from '../access/request.ts';
import { Database } from '../platform/database.ts';

const LINES_A_PAGE = 20;

/** A use of personal data: what was read or searched for, when. */
@ObjectType()
export class AuditLine {
  @Readable('audit.read', () => ID) id!: string;
  @Readable('audit.read', () => String) verb!: string;
  @Readable('audit.read', () => String, { description: 'The noun or the screen.' }) object!: string;
  @Readable('audit.read', () => ID, { nullable: true }) objectId!: string | null;
  @Readable('audit.read', () => String, { nullable: true, description: 'What was searched for.' })
  criterion!: string | null;
  @Readable('audit.read', () => String) at!: string;
}

@ObjectType()
export class AuditLines {
  @Readable('audit.read', () => ID, { description: 'Whose they are.' }) id!: string;
  @Readable('audit.read', () => [AuditLine]) lines!: AuditLine[];
  @Readable('audit.read', () => String, { nullable: true, description: 'Where the next page begins.' })
  cursor!: string | null;
}

@Resolver()
export class MyAuditResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @param after the cursor that a page ended with */
  @QueryFor('audit.read', () => AuditLines)
  @LeavesNoLine('One’s own lines, which would grow by being looked at.')
  myAuditLines(
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Context() context: RequestContext,
  ): Promise<AuditLines> {
    return screen<AuditLines>(this.database, context, 'screen_my_audit_lines', [checkedCursor(after), LINES_A_PAGE]);
  }
}
