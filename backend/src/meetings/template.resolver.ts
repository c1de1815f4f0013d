import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Resolver } from '@nestjs/graphql';
import { sharedLevel, templateInput, templateOwner, templateVersion } from '#inputs/agenda-template.ts';
import { MutationFor } from '../access/ability.decorator.ts';
import { Done } from '../access/done.types.ts';
import { checkedId, type RequestContext } from '../access/request.ts';
import { checked } from '../platform/checked.ts';
import type { Done as DoneWork } from '../platform/unit-of-work.ts';
import { TemplateService } from './template.service.ts';
import { TemplateShareService } from './template-share.service.ts';
import { TemplateInput, TemplateOwnerInput } from './templates.types.ts';

const id = { type: () => ID };

@Resolver()
export class TemplateResolver {
  constructor(
    @Inject(TemplateService) private readonly templates: TemplateService,
    @Inject(TemplateShareService) private readonly shares: TemplateShareService,
  ) {}

  /** @param templateId made by the screen, so that a retry makes nothing twice */
  @MutationFor('template.keep', () => Done)
  async createTemplate(
    @Args('owner', { type: () => TemplateOwnerInput }) owner: TemplateOwnerInput,
    @Args('id', id) templateId: string,
    @Args('template', { type: () => TemplateInput }) template: TemplateInput,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const whose = { ...checked(templateOwner, owner), id: checkedId(owner.id) };
    return done(await this.templates.create(context, whose, checkedId(templateId), checked(templateInput, template)));
  }

  @MutationFor('template.keep', () => Done)
  async saveTemplate(
    @Args('id', id) templateId: string,
    @Args('template', { type: () => TemplateInput }) template: TemplateInput,
    @Args('seenVersion', { type: () => Int }) seenVersion: number,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(
      await this.templates.save(context, checkedId(templateId), checked(templateInput, template), seenVersion),
    );
  }

  @MutationFor('template.keep', () => Done)
  async putBackTemplate(
    @Args('id', id) templateId: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('seenVersion', { type: () => Int }) seenVersion: number,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(
      await this.templates.putBack(context, checkedId(templateId), checked(templateVersion, version), seenVersion),
    );
  }

  @MutationFor('template.keep', () => Done)
  async retireTemplate(@Args('id', id) templateId: string, @Context() context: RequestContext): Promise<Done> {
    return done(await this.templates.retire(context, checkedId(templateId)));
  }

  @MutationFor('template.keep', () => Done)
  async bringBackTemplate(@Args('id', id) templateId: string, @Context() context: RequestContext): Promise<Done> {
    return done(await this.templates.bringBack(context, checkedId(templateId)));
  }

  @MutationFor('template.keep', () => Done)
  async shareTemplate(
    @Args('id', id) templateId: string,
    @Args('level', { type: () => String, description: 'SCHOOL or MUNICIPALITY.' }) level: string,
    @Args('seenVersion', { type: () => Int, description: 'The version that was read before sharing.' })
    seenVersion: number,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const to = checked(sharedLevel, { level }).level;
    return done(await this.shares.share(context, checkedId(templateId), to, seenVersion));
  }

  @MutationFor('template.keep', () => Done)
  async unshareTemplate(
    @Args('id', id) templateId: string,
    @Args('level', { type: () => String, description: 'SCHOOL or MUNICIPALITY.' }) level: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.shares.unshare(context, checkedId(templateId), checked(sharedLevel, { level }).level));
  }
}

const done = (work: DoneWork<string>): Done => ({ id: work.result, changes: work.changes });
