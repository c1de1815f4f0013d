import { Inject, Injectable } from '@nestjs/common';
import type { ListedAction } from '#inputs/action.ts';
import { checkedId } from '../access/request.ts';
import { AlreadySo, orAlready } from '../meetings/run-room.ts';
import { notFound } from '../platform/errors.ts';
import { UnitOfWork, type Asker, type Done } from '../platform/unit-of-work.ts';
import { askToChange, newRow, record, runningMeetings, type ActionRow } from './action-room.ts';
import { actionsPolicy } from './actions.policy.ts';

/** A list that comes from elsewhere: last year's actions, from Excel or Word. */
@Injectable()
export class ActionListService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Makes all of them or none. Those that a lost answer left behind are not made again.
   * @returns the team's id
   * @throws Refusal NOT_FOUND for markers and people that are not the team's, and for an id that is somebody else's action
   */
  create(who: Asker, teamId: string, actions: readonly ListedAction[]): Promise<Done<string>> {
    checkedId(teamId);
    const run = this.unitOfWork.run(who, actionsPolicy['action.change'], async (work) => {
      await askToChange(work, teamId, null);
      const rows = JSON.stringify(actions.map((action) => ({ ...newRow(teamId, whole(action), null), id: action.id })));
      const [fits] = await work.query<{ fit: boolean }>(
        'select bool_and(action_ids_fit(value)) as fit from jsonb_array_elements($1)',
        [rows],
      );
      if (!fits!.fit) throw notFound();
      const told = await work.query<{ action: ActionRow | null }>(
        'select create_action(value) as action from jsonb_array_elements($1) with ordinality as e(value, n) order by n',
        [rows],
      );
      const made = told.flatMap(({ action }) => (action ? [action] : []));
      if (made.length < actions.length) {
        const [known] = await work.query<{ count: number }>(
          'select count(*)::integer as count from action where team_id = $1 and id = any($2::uuid[])',
          [teamId, actions.map((action) => action.id)],
        );
        if (known!.count < actions.length) throw notFound();
        if (made.length === 0) throw new AlreadySo();
      }
      const running = await runningMeetings(work, teamId);
      for (const action of made) record(work, action, 'created', running, true);
      return teamId;
    });
    return orAlready(teamId, run);
  }
}

const whole = (action: ListedAction) => ({
  ...action,
  why: '',
  expectedSigns: [],
  originMeetingId: null,
  originItemId: null,
});
