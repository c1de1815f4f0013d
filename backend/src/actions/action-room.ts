import { readyToAgree, type ActionFacts } from '#domain/action-lifecycle.ts';
import type { NewAction } from '#inputs/action.ts';
import { ask, requireAbility } from '../access/ask.ts';
import { meetingScope, personScope, teamScope, type ListPlace, type Scope } from '../platform/change-log.ts';
import { notFound } from '../platform/errors.ts';
import { newId } from '../platform/new-id.ts';
import type { EarlyWork, Work } from '../platform/unit-of-work.ts';
import { actionsPolicy } from './actions.policy.ts';

/** An action as a row of the API, as `action_json` tells it. */
export interface ActionRow {
  id: string;
  teamId: string;
  kind: 'TRIAL' | 'TASK' | 'AGREEMENT';
  title: string;
  why: string;
  state: 'PROPOSED' | 'AGREED' | 'IN_PROGRESS' | 'TRIED' | 'CLOSED' | 'ABANDONED';
  outcome: 'KEEP' | 'ADJUST' | 'STOP' | null;
  dueOn: string | null;
  expectedSigns: string[];
  originMeetingId: string | null;
  originItemId: string | null;
  revision: number;
  markers: { id: string }[];
  responsible: { id: string }[];
}

/** An action as it is first written; the state follows from what it has. */
export function newRow(teamId: string, input: NewAction, predecessorId: string | null) {
  const facts: ActionFacts = {
    kind: input.kind,
    markers: input.markerIds.length,
    expectedSigns: input.expectedSigns.length,
    outcome: null,
    reason: '',
  };
  return { ...input, id: newId(), teamId, predecessorId, state: readyToAgree(facts) ? 'AGREED' : 'PROPOSED' };
}

/** Asks for the right to change the team's actions: as its member, or as coach and guest in a meeting they attend. */
export async function askToChange(work: EarlyWork, teamId: string, meetingId: string | null): Promise<void> {
  if (meetingId) await ask(work, actionsPolicy['action.change'], 'meeting', meetingId, 'meeting.read');
  else await ask(work, actionsPolicy['action.change'], 'team', teamId, actionsPolicy['action.read']);
}

/** Locks an action and tells it as it stands; asks for the right to change it. */
export async function lockAction(work: Work, id: string): Promise<ActionRow> {
  const [row] = await work.query<{ rel: number; action: ActionRow }>(
    `select action_rel(a.id) as rel, action_json(a, 0) as action from (select * from action where id = $1 for update) a`,
    [id],
  );
  if (!row) throw notFound();
  requireAbility(work, actionsPolicy['action.change'], row.rel, actionsPolicy['action.read']);
  return row.action;
}

/** The meetings of the team that are on, whose rooms are told too. */
export const runningMeetings = (work: EarlyWork, teamId: string): Promise<{ id: string }[]> =>
  work.query(`select id from meeting where team_id = $1 and state = 'IN_PROGRESS'`, [teamId]);

/** Records what became of an action, as it stands now. */
export async function recordNow(work: Work, id: string, verb: string): Promise<void> {
  const [row] = await work.query<{ action: ActionRow; running: { id: string }[] }>(
    `select action_json(a, 0) as action, coalesce((select jsonb_agg(jsonb_build_object('id', m.id)) from meeting m
       where m.team_id = a.team_id and m.state = 'IN_PROGRESS'), '[]') as running from action a where a.id = $1`,
    [id],
  );
  record(work, row!.action, verb, row!.running);
}

/**
 * Records what became of an action: the team's history is its home; the meeting it came from, a meeting that is on, and the
 * people who do it are told too.
 */
export function record(
  work: EarlyWork,
  action: ActionRow,
  verb: string,
  running: { id: string }[],
  isNew = false,
): void {
  const meetings = new Set([
    ...(action.originMeetingId ? [action.originMeetingId] : []),
    ...running.map((meeting) => meeting.id),
  ]);
  const scopes: [Scope, ...Scope[]] = [
    teamScope(action.teamId),
    ...[...meetings].map(meetingScope),
    ...action.responsible.map((person) => personScope(person.id)),
  ];
  const into: ListPlace[] = isNew
    ? [
        { entity: 'TeamBoard', id: action.teamId, field: 'open' },
        ...(action.originMeetingId ? [{ entity: 'Meeting', id: action.originMeetingId, field: 'actions' }] : []),
      ]
    : [];
  work.changes.record({
    scopes,
    entity: 'Action',
    entityId: action.id,
    verb,
    fields: { set: { ...action }, ...(into.length > 0 ? { into } : {}) },
  });
}
