import type { ProposalData } from './parts/preparation.documents.ts';

/** A meeting's proposals by what may be done with them. */
export interface ProposalsView {
  /** Wait for an answer here. */
  open: ProposalData[];
  /** Are items of the agenda now. */
  takenIn: ProposalData[];
  /** Went on from here: to the next meeting, or wait for one. */
  wentOn: ProposalData[];
  /** One's own that were answered with a no. */
  declined: ProposalData[];
}

/** @param meetingId the meeting whose page it is: one that stands at another has gone on from here */
export function proposalsView(meetingId: string, proposals: readonly ProposalData[]): ProposalsView {
  const view: ProposalsView = { open: [], takenIn: [], wentOn: [], declined: [] };
  for (const one of proposals) {
    if (one.meetingId !== meetingId || one.state === 'WAITING') view.wentOn.push(one);
    else if (one.state === 'PROPOSED') view.open.push(one);
    else if (one.state === 'TAKEN_IN') view.takenIn.push(one);
    else if (one.state === 'DECLINED') view.declined.push(one);
  }
  return view;
}

/** What is shown of how many are ready: one who has just said so is among them before the next beat. */
export const readyShown = ({ readyCount, ownReady }: { readyCount: number | null; ownReady: boolean | null }): number =>
  Math.max(readyCount ?? 0, ownReady ? 1 : 0);
