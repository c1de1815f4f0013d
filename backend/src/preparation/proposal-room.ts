import { step } from '#domain/lifecycle.ts';
import type { SeriesMeeting } from '#domain/proposal-lifecycle.ts';
import {
  PROPOSAL_LIFECYCLE,
  settleProposals,
  type OpenProposal,
  type ProposalEvent,
  type ProposalState,
} from '#domain/proposal-lifecycle.ts';
import { ask } from '../access/ask.ts';
import { meetingScope, personScope } from '../platform/change-log.ts';
import { notFound, stepNotPossible } from '../platform/errors.ts';
import type { Work } from '../platform/unit-of-work.ts';
import { preparationPolicy } from './preparation.policy.ts';

export interface ProposalRow {
  id: string;
  series_id: string;
  meeting_id: string;
  came_from_id: string | null;
  moved_by: OpenProposal['movedBy'];
  proposed_by: string;
  title: string;
  why: string;
  minutes: number;
  kind: string;
  state: ProposalState;
  answer: string | null;
  revision: number;
}

const COLUMNS =
  'id, series_id, meeting_id, came_from_id, moved_by, proposed_by, title, why, minutes, kind, state, answer, revision';

/**
 * Where a proposal is, before anything is locked, and whether the person may do this there.
 * @throws Refusal NOT_FOUND for one that is not there or that the person may not read, NOT_ALLOWED
 */
export async function whereProposed(
  work: Work,
  proposalId: string,
  ability: string,
): Promise<{ meeting_id: string; series_id: string }> {
  const [known] = await work.query<{ meeting_id: string; series_id: string }>(
    'select meeting_id, series_id from proposed_item where id = $1',
    [proposalId],
  );
  if (!known) throw notFound();
  await ask(work, ability, 'meeting', known.meeting_id, preparationPolicy['preparation.read']);
  return known;
}

/** The proposal, locked. @throws Refusal NOT_FOUND */
export async function lockProposal(work: Work, proposalId: string): Promise<ProposalRow> {
  const [row] = await work.query<ProposalRow>(`select ${COLUMNS} from proposed_item where id = $1 for update`, [
    proposalId,
  ]);
  if (!row) throw notFound();
  return row;
}

/** @throws Refusal STEP_NOT_POSSIBLE that says what is possible now */
export function stepProposal(row: Pick<ProposalRow, 'state'>, event: ProposalEvent, reason = ''): ProposalState {
  const next = step(PROPOSAL_LIFECYCLE, row.state, event, { reason });
  if ('refused' in next) throw stepNotPossible(row.state, next.possible);
  return next.to;
}

/**
 * Notes that something happened to a proposal. Its words don't travel: a guest who is called later reads a room's changes from its beginning,
 * and what was taken back must be gone.
 */
export function recordProposal(
  work: Work,
  { id, proposed_by: proposer }: Pick<ProposalRow, 'id' | 'proposed_by'>,
  meetingIds: readonly string[],
  verb: string,
): void {
  const [home, ...others] = [...new Set(meetingIds)].map(meetingScope);
  work.changes.record({
    scopes: [home!, ...others, personScope(proposer)],
    entity: 'ProposedItem',
    entityId: id,
    verb,
    fields: { hint: true },
  });
}

/**
 * Everybody who moves proposals of one series stands in one line, so that none is put on a meeting that begins meanwhile. Taken after the
 * meeting's row and before the proposals'.
 */
export async function lockSeries(work: Work, seriesId: string): Promise<void> {
  await work.query('select id from meeting_series where id = $1 for no key update', [seriesId]);
}

/** Puts what is open in a series where it belongs now. */
export async function settleSeries(work: Work, seriesId: string): Promise<void> {
  await lockSeries(work, seriesId);
  const rows = await work.query<ProposalRow>(
    `select ${COLUMNS} from proposed_item where series_id = $1 and state in ('PROPOSED', 'WAITING') order by id for update`,
    [seriesId],
  );
  if (rows.length === 0) return;
  const meetings = await work.query<Omit<SeriesMeeting, 'startsAt'> & { starts_at: Date }>(
    'select id, state, starts_at from meeting where series_id = $1',
    [seriesId],
  );
  const settled = settleProposals(
    rows.map(openOf),
    meetings.map(({ id, state, starts_at }) => ({ id, state, startsAt: starts_at.getTime() })),
  );
  for (const [n, now] of settled.entries()) {
    const before = rows[n]!;
    if (now.meetingId === before.meeting_id && now.state === before.state) continue;
    await movedTo(work, before, now);
  }
}

/** Writes where an open proposal is now, and tells the rooms of both meetings. */
export async function movedTo(work: Work, before: ProposalRow, now: OpenProposal): Promise<void> {
  await work.query(
    'update proposed_item set state = $2, meeting_id = $3, came_from_id = $4, moved_by = $5, revision = revision + 1 where id = $1',
    [before.id, now.state, now.meetingId, now.cameFromId, now.movedBy],
  );
  recordProposal(work, before, [now.meetingId, before.meeting_id], 'moved on');
}

/** An open proposal as the domain's rule sees it. */
export const openOf = (row: ProposalRow): OpenProposal => ({
  id: row.id,
  state: row.state as OpenProposal['state'],
  meetingId: row.meeting_id,
  cameFromId: row.came_from_id,
  movedBy: row.moved_by,
});
