import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Parent, Resolver } from '@nestjs/graphql';
import {
  focusInput,
  itemFields,
  listedItemsInput,
  meetingFields,
  newItemInput,
  newMeetingInput,
  pickTemplateInput,
  roleInput,
} from '#inputs/meeting-plan.ts';
import { MutationFor, ReadableLater } from '../access/ability.decorator.ts';
import { Done } from '../access/done.types.ts';
import type { Related } from '../access/guarded-schema.ts';
import { abilitiesHeld } from '../access/policy.ts';
import { checkedId, type RequestContext } from '../access/request.ts';
import { checked } from '../platform/checked.ts';
import type { Done as DoneWork } from '../platform/unit-of-work.ts';
import { AgendaItemsService } from './agenda-items.service.ts';
import { AgendaListService } from './agenda-list.service.ts';
import { AgendaTemplateService } from './agenda-template.service.ts';
import { PlanMeetingService } from './plan-meeting.service.ts';
import { ItemFieldsInput, ListedItemInput, MeetingFieldsInput, NewItemInput, NewMeetingInput } from './plan.inputs.ts';
import { TeamMeetings } from './plan.types.ts';

const id = { type: () => ID };

@Resolver(() => TeamMeetings)
export class PlanResolver {
  constructor(
    @Inject(PlanMeetingService) private readonly plan: PlanMeetingService,
    @Inject(AgendaItemsService) private readonly items: AgendaItemsService,
    @Inject(AgendaListService) private readonly lists: AgendaListService,
    @Inject(AgendaTemplateService) private readonly templates: AgendaTemplateService,
  ) {}

  /** The abilities the viewer has with the team's meetings, as data. */
  @ReadableLater('meeting.draft', () => [String])
  may(@Parent() meetings: Related): string[] {
    return abilitiesHeld(meetings._rel, ['meeting.']);
  }

  @MutationFor('meeting.plan', () => Done)
  async createMeeting(
    @Args('teamId', id) teamId: string,
    @Args('input', { type: () => NewMeetingInput }) input: NewMeetingInput,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.plan.create(context, checkedId(teamId), checked(newMeetingInput, given(input))));
  }

  @MutationFor('meeting.run', () => Done)
  async startMeetingNow(@Args('teamId', id) teamId: string, @Context() context: RequestContext): Promise<Done> {
    return done(await this.plan.startNow(context, checkedId(teamId)));
  }

  @MutationFor('meeting.plan', () => Done)
  async changeMeeting(
    @Args('meetingId', id) meetingId: string,
    @Args('change', { type: () => MeetingFieldsInput }) change: MeetingFieldsInput,
    @Args('seen', { type: () => MeetingFieldsInput, description: 'The same fields as they were before the change.' })
    seen: MeetingFieldsInput,
    @Context() context: RequestContext,
  ): Promise<Done> {
    // What was seen is only compared, so it is not held to today's rules.
    return done(
      await this.plan.change(context, checkedId(meetingId), checked(meetingFields, given(change)), given(seen)),
    );
  }

  @MutationFor('meeting.plan', () => Done)
  async setFocusMarkers(
    @Args('meetingId', id) meetingId: string,
    @Args('markerIds', { type: () => [ID] }) markerIds: string[],
    @Args('seen', { type: () => [ID] }) seen: string[],
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(
      await this.plan.focus(context, checkedId(meetingId), checked(focusInput, { markerIds }).markerIds, seen),
    );
  }

  @MutationFor('meeting.plan', () => Done)
  async giveRole(
    @Args('meetingId', id) meetingId: string,
    @Args('role', { type: () => String }) role: string,
    @Args('participantId', { type: () => ID, nullable: true }) participantId: string | null,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(
      await this.plan.giveRole(
        context,
        checkedId(meetingId),
        checked(roleInput, { role }).role,
        participantId ? checkedId(participantId) : null,
      ),
    );
  }

  @MutationFor('meeting.plan', () => Done)
  async pickTemplate(
    @Args('meetingId', id) meetingId: string,
    @Args('templateKey', { type: () => String }) templateKey: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(
      await this.templates.pick(context, checkedId(meetingId), checked(pickTemplateInput, { templateKey }).templateKey),
    );
  }

  @MutationFor('meeting.plan', () => Done)
  async addItem(
    @Args('meetingId', id) meetingId: string,
    @Args('input', { type: () => NewItemInput }) input: NewItemInput,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.items.add(context, checkedId(meetingId), checked(newItemInput, given(input))));
  }

  @MutationFor('meeting.plan', () => Done)
  async addItems(
    @Args('meetingId', id) meetingId: string,
    @Args('items', { type: () => [ListedItemInput] }) items: ListedItemInput[],
    @Context() context: RequestContext,
  ): Promise<Done> {
    const input = checked(listedItemsInput, { items: items.map((item) => given(item)) });
    return done(await this.lists.add(context, checkedId(meetingId), input.items));
  }

  @MutationFor('meeting.plan', () => Done)
  async changeItem(
    @Args('itemId', id) itemId: string,
    @Args('change', { type: () => ItemFieldsInput }) change: ItemFieldsInput,
    @Args('seen', { type: () => ItemFieldsInput, description: 'The same fields as they were before the change.' })
    seen: ItemFieldsInput,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(
      await this.items.change(
        context,
        checkedId(itemId),
        checked(itemFields, given(change, 'ownerId')),
        given(seen, 'ownerId') as never,
      ),
    );
  }

  @MutationFor('meeting.plan', () => Done)
  async moveItem(
    @Args('itemId', id) itemId: string,
    @Args('position', { type: () => Int }) position: number,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.items.move(context, checkedId(itemId), position));
  }

  @MutationFor('meeting.plan', () => Done)
  async removeItem(
    @Args('itemId', id) itemId: string,
    @Args('seenRevision', { type: () => Int }) seenRevision: number,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.items.remove(context, checkedId(itemId), seenRevision));
  }

  @MutationFor('meeting.plan', () => Done)
  async fitToSlot(@Args('meetingId', id) meetingId: string, @Context() context: RequestContext): Promise<Done> {
    return done(await this.items.fit(context, checkedId(meetingId)));
  }
}

const done = (work: DoneWork<string>): Done => ({ id: work.result, changes: work.changes });

/** Without the fields that were left out; GraphQL's null means left out too, but for those where null is a value. */
function given<T extends object>(input: T, ...nullIsAValue: string[]): T {
  return Object.fromEntries(
    Object.entries(input).filter(
      ([key, value]) => value !== undefined && (value !== null || nullIsAValue.includes(key)),
    ),
  ) as T;
}
