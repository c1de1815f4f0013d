import { Inject } from '@nestjs/common';
import { Args, Context, ID, Resolver } from '@nestjs/graphql';
import { linkInput } from '#inputs/material.ts';
import { MutationFor } from '../access/ability.decorator.ts';
import { Done } from '../access/done.types.ts';
import { checkedId, type RequestContext } from '../access/request.ts';
import { checked } from '../platform/checked.ts';
import type { Done as DoneWork } from '../platform/unit-of-work.ts';
import { MaterialService } from './material.service.ts';

const done = (work: DoneWork<string>): Done => ({ id: work.result, changes: work.changes });

/** Links, and what is taken off; files come in by their own door (material-upload.door.ts). */
@Resolver()
export class MaterialResolver {
  constructor(@Inject(MaterialService) private readonly materials: MaterialService) {}

  @MutationFor('material.add', () => Done)
  async addLink(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('itemId', { type: () => ID, nullable: true }) itemId: string | null,
    @Args('title', { type: () => String }) title: string,
    @Args('url', { type: () => String, description: 'https, to a host with a name.' }) url: string,
    @Args('id', {
      type: () => ID,
      nullable: true,
      description: 'Made by the screen, a random one, so that a retry adds nothing twice.',
    })
    id: string | null,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const place = { meetingId: checkedId(meetingId), itemId: itemId ? checkedId(itemId) : null };
    return done(await this.materials.addLink(context, place, checked(linkInput, { title, url, id })));
  }

  @MutationFor('material.remove', () => Done)
  async removeMaterial(
    @Args('materialId', { type: () => ID }) materialId: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.materials.remove(context, checkedId(materialId)));
  }
}
