import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Resolver } from '@nestjs/graphql';
import { templateOwner, templateVersion } from '#inputs/agenda-template.ts';
import { QueryFor } from '../access/ability.decorator.ts';
import { LeavesNoLine, Reads } from '../access/audited.ts';
import { checkedId, screen, type RequestContext } from '../access/request.ts';
import { TemplateHome, TemplatePage } from '../meetings/templates.types.ts';
import { checked } from '../platform/checked.ts';
import { Database } from '../platform/database.ts';

const VERSIONS_A_PAGE = 10;

@Resolver()
export class TemplatesScreenResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  @QueryFor('template.system', () => TemplateHome)
  @LeavesNoLine('Templates are steps of a meeting, and tell of nobody.')
  templateHome(
    @Args('scope', { type: () => String, description: 'TEAM, SCHOOL or MUNICIPALITY.' }) scope: string,
    @Args('id', { type: () => ID }) id: string,
    @Context() context: RequestContext,
  ): Promise<TemplateHome> {
    const owner = checked(templateOwner, { scope, id: checkedId(id) });
    return screen<TemplateHome>(this.database, context, 'screen_template_home', [owner.scope, owner.id]);
  }

  @QueryFor('template.system', () => TemplatePage)
  @Reads('TemplatePage', 'id')
  templatePage(
    @Args('id', { type: () => ID }) id: string,
    @Args('before', { type: () => Int, nullable: true, description: 'The cursor a page of versions ended with.' })
    before: number | null,
    @Context() context: RequestContext,
  ): Promise<TemplatePage> {
    return screen<TemplatePage>(this.database, context, 'screen_template_page', [
      checkedId(id),
      before === null || before === undefined ? null : checked(templateVersion, before),
      VERSIONS_A_PAGE,
    ]);
  }
}
