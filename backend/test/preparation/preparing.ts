import type { Caller } from '../world.ts';

const DONE = '{ id changes }';
export const PROPOSE = `mutation($meeting: ID!, $id: ID!, $proposal: ProposalInput!) { proposeItem(meetingId: $meeting, id: $id, proposal: $proposal) ${DONE} }`;
export const CHANGE = `mutation($id: ID!, $proposal: ProposalInput!, $seen: Int!) { changeProposal(proposalId: $id, proposal: $proposal, seenRevision: $seen) ${DONE} }`;
export const WITHDRAW = `mutation($id: ID!) { withdrawProposal(proposalId: $id) ${DONE} }`;
export const TAKE = `mutation($id: ID!, $seen: Int!) { takeInProposal(proposalId: $id, seenRevision: $seen) ${DONE} }`;
export const DECLINE = `mutation($id: ID!, $reason: String!, $keep: Boolean!, $seen: Int!) { declineProposal(proposalId: $id, reason: $reason, keep: $keep, seenRevision: $seen) ${DONE} }`;
export const NOTE = `mutation($meeting: ID!, $text: String!, $seen: String!) { savePreparationNote(meetingId: $meeting, text: $text, seen: $seen) ${DONE} }`;
export const READY = `mutation($meeting: ID!, $ready: Boolean!) { sayPrepared(meetingId: $meeting, ready: $ready) ${DONE} }`;

const PREPARATION = `query($id: ID!) { meeting(id: $id) { liveVersion may
  proposals { id title why minutes kind state revision meetingId fromEarlier answer proposedBy { id } }
  preparation { readyCount ownReady notes { id text person { id } } }
  items { id title kind plannedMin position guidance owner { id } } } }`;

export interface SeenProposal {
  id: string;
  title: string;
  why: string;
  minutes: number;
  kind: string;
  state: string;
  revision: number;
  meetingId: string;
  fromEarlier: boolean;
  answer: string | null;
  proposedBy: { id: string };
}

export interface SeenPreparation {
  liveVersion: number;
  may: string[];
  proposals: SeenProposal[] | null;
  preparation: {
    readyCount: number | null;
    ownReady: boolean | null;
    notes: { id: string; text: string; person: { id: string } }[] | null;
  };
  items: {
    id: string;
    title: string;
    kind: string;
    plannedMin: number;
    position: number;
    guidance: string;
    owner: { id: string } | null;
  }[];
}

/** The meeting's preparation as a person's screen has it. */
export const prepared = async (caller: Caller, id: string): Promise<SeenPreparation> =>
  (await caller.ask(PREPARATION, { id }))['meeting'];

export const proposalSeenBy = async (caller: Caller, meeting: string, id: string): Promise<SeenProposal | undefined> =>
  (await prepared(caller, meeting)).proposals?.find((one) => one.id === id);

export const wish = (title: string, more: Partial<Record<'why' | 'kind', string> & { minutes: number }> = {}) => ({
  title,
  why: 'Det fylder i klassen',
  minutes: 15,
  kind: 'DISCUSSION',
  ...more,
});
