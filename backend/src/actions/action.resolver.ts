import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Resolver } from '@nestjs/graphql';
import { copenhagenDate } from '#domain/copenhagen.ts';
import {
  changedActionInput,
  helpInput,
  listedActionsInput,
  moveActionInput,
  newActionInput,
  reflectionInput,
} from '#inputs/action.ts';
import { MutationFor } from '../access/ability.decorator.ts';
import { Done } from '../access/done.types.ts';
import type { RequestContext } from '../access/request.ts';
import { checked } from '../platform/checked.ts';
import type { Done as DoneWork } from '../platform/unit-of-work.ts';
import { ChangedActionInput, ListedActionInput, NewActionInput } from './action.inputs.ts';
import { ActionListService } from './action-list.service.ts';
import { ActionService } from './action.service.ts';

@Resolver()
export class ActionResolver {
  constructor(
    @Inject(ActionService) private readonly service: ActionService,
    @Inject(ActionListService) private readonly lists: ActionListService,
  ) {}

  @MutationFor('action.change', () => Done)
  async createAction(
    @Args('teamId', { type: () => ID }) teamId: string,
    @Args('action', { type: () => NewActionInput }) action: NewActionInput,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const input = checked(newActionInput, {
      originMeetingId: null,
      originItemId: null,
      dueOn: null,
      why: '',
      ...action,
    });
    return done(await this.service.create(context, teamId, input));
  }

  @MutationFor('action.change', () => Done)
  async createActions(
    @Args('teamId', { type: () => ID }) teamId: string,
    @Args('actions', { type: () => [ListedActionInput] }) actions: ListedActionInput[],
    @Context() context: RequestContext,
  ): Promise<Done> {
    const input = checked(listedActionsInput, { actions: actions.map((action) => ({ dueOn: null, ...action })) });
    return done(await this.lists.create(context, teamId, input.actions));
  }

  @MutationFor('action.change', () => Done)
  async changeAction(
    @Args('id', { type: () => ID }) id: string,
    @Args('seenRevision', { type: () => Int }) seenRevision: number,
    @Args('action', { type: () => ChangedActionInput }) action: ChangedActionInput,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.service.change(context, id, seenRevision, checked(changedActionInput, { ...action })));
  }

  @MutationFor('action.change', () => Done)
  async moveAction(
    @Args('id', { type: () => ID }) id: string,
    @Args('seenRevision', { type: () => Int }) seenRevision: number,
    @Args('event', { type: () => String }) event: string,
    @Args('outcome', { type: () => String, nullable: true }) outcome: string | null,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
    @Args('whatWeSaw', { type: () => String, nullable: true }) whatWeSaw: string | null,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const input = checked(moveActionInput, {
      event,
      outcome: outcome ?? null,
      reason: reason ?? '',
      whatWeSaw: whatWeSaw ?? '',
    });
    return done(await this.service.move(context, id, seenRevision, input));
  }

  @MutationFor('action.change', () => Done)
  async reflectOnAction(
    @Args('id', { type: () => ID }) id: string,
    @Args('whatWeTried', { type: () => String, nullable: true }) whatWeTried: string | null,
    @Args('whatWeSaw', { type: () => String, nullable: true }) whatWeSaw: string | null,
    @Args('whatWeLearned', { type: () => String, nullable: true }) whatWeLearned: string | null,
    @Context() context: RequestContext,
  ): Promise<Done> {
    const input = checked(reflectionInput, {
      whatWeTried: whatWeTried ?? '',
      whatWeSaw: whatWeSaw ?? '',
      whatWeLearned: whatWeLearned ?? '',
    });
    return done(await this.service.reflect(context, id, input));
  }

  @MutationFor('action.change', () => Done)
  async actionNotYet(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext): Promise<Done> {
    return done(await this.service.notYet(context, id, copenhagenDate(Date.now())));
  }

  @MutationFor('action.change', () => Done)
  async askForHelp(
    @Args('id', { type: () => ID }) id: string,
    @Args('text', { type: () => String }) text: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return done(await this.service.askForHelp(context, id, checked(helpInput, { text }).text));
  }
}

const done = (work: DoneWork<string>): Done => ({ id: work.result, changes: work.changes });
