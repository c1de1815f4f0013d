import { Inject, Injectable } from '@nestjs/common';
import { ACTION_LIFECYCLE, type ActionFacts } from '#domain/action-lifecycle.ts';
import { addDays } from '#domain/iso-week.ts';
import { possibleEvents, step } from '#domain/lifecycle.ts';
import { isBlank } from '#domain/text-rules.ts';
import type { ChangedAction, MoveAction, NewAction, Reflection } from '#inputs/action.ts';
import { checkedId } from '../access/request.ts';
import { changedMeanwhile, notFound, stepNotPossible } from '../platform/errors.ts';
import { newId } from '../platform/new-id.ts';
import { UnitOfWork, type Asker, type Done, type EarlyWork, type Work } from '../platform/unit-of-work.ts';
import { askToChange, lockAction, newRow, record, recordNow, runningMeetings, type ActionRow } from './action-room.ts';
import { actionsPolicy } from './actions.policy.ts';

const CHANGE = actionsPolicy['action.change'];

/** A team's trials, tasks and agreements, from agreed to closed. */
@Injectable()
export class ActionService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Makes an action. A trial without a marker or a sign to look for is PROPOSED until it has both; the rest are AGREED.
   * @throws Refusal NOT_FOUND for markers, people or an item that are not the team's
   */
  create(who: Asker, teamId: string, input: NewAction): Promise<Done<string>> {
    checkedId(teamId);
    return this.unitOfWork.runAtOnce(who, CHANGE, async (work) => {
      // A team waits for this one: all that can be refused and all that is written goes in one flight, and what is refused
      // takes the written with it.
      const row = newRow(teamId, input, null);
      const [, , action, running] = await work.together(() => [
        askToChange(work, teamId, input.originMeetingId),
        requireIds(work, row),
        insert(work, row),
        runningMeetings(work, teamId),
      ]);
      record(work, action, 'created', running, true);
      return action.id;
    });
  }

  /** @param seenRevision what the person had on the screen; a later one is shown beside theirs */
  change(who: Asker, id: string, seenRevision: number, input: ChangedAction): Promise<Done<string>> {
    return this.unitOfWork.run(who, CHANGE, async (work) => {
      const action = await lockAction(work, checkedId(id));
      if (action.revision !== seenRevision) throw changedMeanwhile({ ...action });
      const next = {
        ...action,
        markerIds: action.markers.map((one) => one.id),
        responsibleIds: action.responsible.map((one) => one.id),
        ...input,
      };
      await requireIds(work, next);
      await work.query(
        `update action set title = $2, why = $3, due_on = $4, expected_signs = $5, revision = revision + 1 where id = $1`,
        [id, next.title, next.why, next.dueOn, next.expectedSigns],
      );
      if (input.markerIds) await replaceMarkers(work, id, input.markerIds);
      if (input.responsibleIds) await replaceResponsible(work, id, input.responsibleIds);
      await recordNow(work, id, 'changed');
      return id;
    });
  }

  /**
   * One step of the action's life. Closing a trial asks for its outcome; ADJUST gives birth to the next one, prefilled.
   * @throws Refusal STEP_NOT_POSSIBLE with what is possible now
   */
  move(who: Asker, id: string, seenRevision: number, input: MoveAction): Promise<Done<string>> {
    return this.unitOfWork.run(who, CHANGE, async (work) => {
      const action = await lockAction(work, checkedId(id));
      const found = step(ACTION_LIFECYCLE, action.state, input.event, factsOf(action, input));
      if ('refused' in found) throw stepNotPossible(action.state, possibleNow(action));
      if (action.revision !== seenRevision) throw changedMeanwhile({ ...action });
      if (!isBlank(input.whatWeSaw))
        await reflect(work, id, { whatWeTried: '', whatWeSaw: input.whatWeSaw, whatWeLearned: '' });
      await work.query(
        `update action set state = $2, outcome = case when $2 = 'CLOSED' then $3 end, abandoned_reason = case when $2 = 'ABANDONED' then $4 end,
           agreed_at = case when $2 = 'AGREED' then coalesce(agreed_at, clock_timestamp()) else agreed_at end,
           begun_at = case when $2 in ('IN_PROGRESS', 'TRIED', 'CLOSED') then coalesce(begun_at, clock_timestamp()) else begun_at end,
           tried_at = case when $2 = 'TRIED' then clock_timestamp() else tried_at end,
           closed_at = case when $2 in ('CLOSED', 'ABANDONED') then clock_timestamp() end,
           help_wanted = case when $2 in ('CLOSED', 'ABANDONED') then null else help_wanted end,
           revision = revision + 1 where id = $1`,
        [id, found.to, input.outcome, input.reason],
      );
      if (found.to === 'CLOSED' && input.outcome === 'ADJUST') await this.bearNext(work, action);
      await recordNow(work, id, PAST_TENSE[input.event]);
      return id;
    });
  }

  /** "Skriv, hvad vi så". A trial that was under way is tried by it. */
  reflect(who: Asker, id: string, input: Reflection): Promise<Done<string>> {
    return this.unitOfWork.run(who, CHANGE, async (work) => {
      const action = await lockAction(work, checkedId(id));
      await reflect(work, id, input);
      if (action.kind === 'TRIAL' && (action.state === 'AGREED' || action.state === 'IN_PROGRESS')) {
        await work.query(
          `update action set state = 'TRIED', tried_at = clock_timestamp(), begun_at = coalesce(begun_at, clock_timestamp()), revision = revision + 1 where id = $1`,
          [id],
        );
      } else await work.query('update action set revision = revision + 1 where id = $1', [id]);
      await recordNow(work, id, 'reflected');
      return id;
    });
  }

  /** "Ikke endnu": a week on, without a word about being late. */
  notYet(who: Asker, id: string, today: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, CHANGE, async (work) => {
      const action = await lockAction(work, checkedId(id));
      if (action.state === 'CLOSED' || action.state === 'ABANDONED') throw stepNotPossible(action.state, ['REOPEN']);
      const from = action.dueOn && action.dueOn > today ? action.dueOn : today;
      await work.query(
        'update action set due_on = $2, not_yet_at = clock_timestamp(), revision = revision + 1 where id = $1',
        [id, addDays(from, 7)],
      );
      await recordNow(work, id, 'postponed');
      return id;
    });
  }

  /** "Bed om hjælp": seen by the team, its coach and the school's leader; an empty text takes it back. */
  askForHelp(who: Asker, id: string, text: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, CHANGE, async (work) => {
      const action = await lockAction(work, checkedId(id));
      if (action.state === 'CLOSED' || action.state === 'ABANDONED') throw stepNotPossible(action.state, ['REOPEN']);
      const wanted = isBlank(text) ? null : text;
      await work.query(
        'update action set help_wanted = $2::text, help_wanted_at = case when $2::text is null then null else clock_timestamp() end, revision = revision + 1 where id = $1',
        [id, wanted],
      );
      await recordNow(work, id, wanted ? 'asked for help' : 'helped');
      return id;
    });
  }

  /** The adjusted trial's successor: the same question, a new attempt. */
  private async bearNext(work: Work, action: ActionRow): Promise<void> {
    const [running] = await work.query<{ id: string; item: string | null }>(
      `select id, current_item_id as item from meeting where team_id = $1 and state = 'IN_PROGRESS' limit 1`,
      [action.teamId],
    );
    const row = newRow(
      action.teamId,
      {
        kind: action.kind,
        title: action.title,
        why: action.why,
        markerIds: action.markers.map((one) => one.id),
        responsibleIds: action.responsible.map((one) => one.id),
        dueOn: null,
        expectedSigns: action.expectedSigns,
        originMeetingId: running?.id ?? null,
        originItemId: running?.item ?? null,
      },
      action.id,
    );
    record(work, await insert(work, row), 'born', await runningMeetings(work, action.teamId), true);
  }
}

const PAST_TENSE: Record<MoveAction['event'], string> = {
  AGREE: 'agreed',
  BEGIN: 'begun',
  TRY: 'tried',
  CLOSE: 'closed',
  ABANDON: 'abandoned',
  NOT_BEGUN: 'not begun',
  NOT_TRIED: 'not tried',
  REOPEN: 'reopened',
};

const factsOf = (action: ActionRow, input: { outcome: ActionFacts['outcome']; reason: string }): ActionFacts => ({
  kind: action.kind,
  markers: action.markers.length,
  expectedSigns: action.expectedSigns.length,
  outcome: input.outcome,
  reason: input.reason,
});

/** What a person could do now, with a reason or an outcome once they are asked for one. */
const possibleNow = (action: ActionRow): string[] =>
  possibleEvents(ACTION_LIFECYCLE, action.state, factsOf(action, { outcome: 'KEEP', reason: '-' }));

async function insert(work: EarlyWork, row: ReturnType<typeof newRow>): Promise<ActionRow> {
  const [told] = await work.query<{ action: ActionRow }>('select create_action($1) as action', [JSON.stringify(row)]);
  return told!.action;
}

/** Markers, people and the item must be the team's own; ids from elsewhere are as good as missing. */
async function requireIds(work: EarlyWork, row: object): Promise<void> {
  const [fits] = await work.query<{ fit: boolean }>('select action_ids_fit($1) as fit', [JSON.stringify(row)]);
  if (!fits!.fit) throw notFound();
}

async function reflect(work: Work, id: string, said: Reflection): Promise<void> {
  await work.query(
    `insert into action_reflection (id, municipality_id, action_id, on_date, what_we_tried, what_we_saw, what_we_learned, meeting_id, created_by, created_at)
     select $1, $2, a.id, app_today(), $4, $5, $6, (select m.id from meeting m where m.team_id = a.team_id and m.state = 'IN_PROGRESS' limit 1),
       $7, clock_timestamp() from action a where a.id = $3`,
    [newId(), work.actor.municipalityId, id, said.whatWeTried, said.whatWeSaw, said.whatWeLearned, work.actor.personId],
  );
}

async function replaceMarkers(work: Work, id: string, markerIds: string[]): Promise<void> {
  await work.query('delete from action_marker where action_id = $1', [id]);
  await work.query(
    'insert into action_marker (municipality_id, action_id, marker_id) select $2, $1, unnest($3::uuid[])',
    [id, work.actor.municipalityId, markerIds],
  );
}

async function replaceResponsible(work: Work, id: string, personIds: string[]): Promise<void> {
  await work.query('delete from action_responsible where action_id = $1', [id]);
  await work.query(
    'insert into action_responsible (municipality_id, action_id, person_id) select $2, $1, unnest($3::uuid[])',
    [id, work.actor.municipalityId, personIds],
  );
}
