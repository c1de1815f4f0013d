import type { Lifecycle } from './lifecycle.ts';
import { step } from './lifecycle.ts';
import type { MeetingState } from './meeting-lifecycle.ts';
import { isBlank } from './text-rules.ts';

export const PROPOSAL_STATES = ['PROPOSED', 'WAITING', 'TAKEN_IN', 'DECLINED', 'WITHDRAWN'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];
export type ProposalEvent = 'CHANGE' | 'TAKE_IN' | 'DECLINE' | 'WITHDRAW' | 'MOVE_ON' | 'COME_UP' | 'COME_BACK';

export interface ProposalFacts {
  reason: string;
}

/**
 * PROPOSED for a meeting → TAKEN_IN (it is an item now) | DECLINED with a reason | WITHDRAWN by whoever proposed it, or on to the next
 * meeting: WAITING with the series until there is one. Nothing else ends it, so that what nobody answered is never gone.
 */
export const PROPOSAL_LIFECYCLE: Lifecycle<ProposalState, ProposalEvent, ProposalFacts> = [
  { from: 'PROPOSED', event: 'CHANGE', to: 'PROPOSED' },
  { from: 'PROPOSED', event: 'TAKE_IN', to: 'TAKEN_IN' },
  { from: 'PROPOSED', event: 'DECLINE', to: 'DECLINED', guard: ({ reason }) => !isBlank(reason) },
  { from: 'PROPOSED', event: 'WITHDRAW', to: 'WITHDRAWN' },
  { from: 'PROPOSED', event: 'MOVE_ON', to: 'WAITING' },
  { from: 'WAITING', event: 'CHANGE', to: 'WAITING' },
  { from: 'WAITING', event: 'WITHDRAW', to: 'WITHDRAWN' },
  { from: 'WAITING', event: 'COME_UP', to: 'PROPOSED' },
  // The meeting was started by mistake: what had not found another is there again.
  { from: 'WAITING', event: 'COME_BACK', to: 'PROPOSED' },
  { from: 'PROPOSED', event: 'COME_BACK', to: 'PROPOSED' },
];

/** Why it left the meeting it was at: that began or was called off, or whoever plans said "ikke denne gang". */
export const MOVED_BY = ['START', 'CANCEL', 'PUT_OFF'] as const;
export type MovedBy = (typeof MOVED_BY)[number];

/** Where an open proposal is. */
export interface OpenProposal {
  id: string;
  state: 'PROPOSED' | 'WAITING';
  /** The meeting it is proposed for; while it waits, the one it left. */
  meetingId: string;
  /** The meeting before that. */
  cameFromId: string | null;
  /** Why it left the last one. */
  movedBy: MovedBy | null;
}

/** A meeting of the series. */
export interface SeriesMeeting {
  id: string;
  state: MeetingState;
  /** ms since 1970 */
  startsAt: number;
}

const takesProposals = (meeting: SeriesMeeting | undefined): boolean =>
  meeting !== undefined && (meeting.state === 'DRAFT' || meeting.state === 'CONVENED');

/** The kinds that are proposed; the others belong to a meeting by its template. */
export const PROPOSED_KINDS = ['DISCUSSION', 'DECISION', 'ORIENTATION', 'REFLECTION'] as const;
export const LONGEST_ITEM_MIN = 240;

/** How many open proposals one person may have for one meeting. */
export const MOST_PROPOSALS = 10;

/** "Ikke denne gang": it leaves a meeting that still takes proposals, and doesn't come back to it. */
export const putOff = (proposal: OpenProposal): OpenProposal => ({
  ...proposal,
  state: to(proposal.state, 'MOVE_ON'),
  movedBy: 'PUT_OFF',
});

/**
 * Where open proposals belong once a series' meetings are as they are now: what is at a meeting that begins or is called off leaves it, and
 * what waits comes up at the first later meeting that still takes proposals. Asked twice it changes nothing.
 * @returns the same proposals in the same order
 */
export function settleProposals(
  proposals: readonly OpenProposal[],
  meetings: readonly SeriesMeeting[],
): OpenProposal[] {
  const known = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const inTime = meetings.toSorted((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1));
  return proposals.map((proposal) => comeUp(leave(comeBack(proposal, known), known), known, inTime));
}

function comeBack(proposal: OpenProposal, known: ReadonlyMap<string, SeriesMeeting>): OpenProposal {
  if (proposal.movedBy !== 'START') return proposal;
  const left = proposal.state === 'WAITING' ? proposal.meetingId : proposal.cameFromId;
  if (left === null || !takesProposals(known.get(left))) return proposal;
  return { ...proposal, state: to(proposal.state, 'COME_BACK'), meetingId: left, cameFromId: null, movedBy: null };
}

function leave(proposal: OpenProposal, known: ReadonlyMap<string, SeriesMeeting>): OpenProposal {
  const meeting = known.get(proposal.meetingId);
  if (proposal.state !== 'PROPOSED' || !meeting || takesProposals(meeting)) return proposal;
  const movedBy = meeting.state === 'CANCELLED' ? 'CANCEL' : 'START';
  return { ...proposal, state: to(proposal.state, 'MOVE_ON'), movedBy };
}

function comeUp(
  proposal: OpenProposal,
  known: ReadonlyMap<string, SeriesMeeting>,
  inTime: readonly SeriesMeeting[],
): OpenProposal {
  const left = known.get(proposal.meetingId);
  if (proposal.state !== 'WAITING' || !left) return proposal;
  const next = inTime.find((one) => takesProposals(one) && one.id !== left.id && one.startsAt > left.startsAt);
  if (!next) return proposal;
  return { ...proposal, state: to(proposal.state, 'COME_UP'), meetingId: next.id, cameFromId: left.id };
}

/** A step that the table holds for open proposals. */
function to(state: OpenProposal['state'], event: 'MOVE_ON' | 'COME_UP' | 'COME_BACK'): OpenProposal['state'] {
  const next = step(PROPOSAL_LIFECYCLE, state, event, { reason: '' });
  if ('refused' in next) throw new Error(`a proposal that is ${state} can't ${event}`);
  return next.to as OpenProposal['state'];
}

/**
 * Where an item that somebody proposed is put on an agenda: last, but before what closes every meeting.
 * @param items the agenda in its order
 * @returns its position, 1 being the first
 */
export function placeOnAgenda(items: readonly { kind: string; stepKey: string | null }[]): number {
  const closes = (item: { kind: string; stepKey: string | null }): boolean =>
    item.kind === 'EVALUATION' || item.stepKey === 'check-out';
  return items.findLastIndex((item) => !closes(item)) + 2;
}
