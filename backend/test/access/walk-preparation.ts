import { randomUUID } from 'node:crypto';
import { IDS } from '../world.ts';
import type { Probe } from './who-writes.ts';

const WISH = { title: 'Et ønske', why: 'Det fylder', minutes: 10, kind: 'DISCUSSION' };
export const OPEN_PROPOSAL = `select id from proposed_item where state = 'PROPOSED' order by created_at desc limit 1`;

/** What is done before a meeting begins: proposals, notes and who is ready. @param openProposal the id of the newest that is open */
export const preparing = (openProposal: () => Promise<string>): Probe[] => [
  {
    mutation: 'proposeItem',
    may: 'room',
    args: async () => ({ meetingId: IDS.meeting, id: randomUUID(), proposal: WISH }),
  },
  {
    mutation: 'changeProposal',
    may: 'room',
    args: async () => ({ proposalId: await openProposal(), proposal: { ...WISH, minutes: 5 }, seenRevision: 1 }),
  },
  {
    mutation: 'declineProposal',
    may: 'team',
    args: async () => ({ proposalId: await openProposal(), reason: 'Ikke nu', keep: false, seenRevision: 2 }),
  },
  {
    mutation: 'proposeItem',
    may: 'room',
    args: async () => ({ meetingId: IDS.meeting, id: randomUUID(), proposal: WISH }),
  },
  {
    mutation: 'takeInProposal',
    may: 'team',
    args: async () => ({ proposalId: await openProposal(), seenRevision: 1 }),
  },
  {
    mutation: 'proposeItem',
    may: 'room',
    args: async () => ({ meetingId: IDS.meeting, id: randomUUID(), proposal: WISH }),
  },
  { mutation: 'withdrawProposal', may: 'room', args: async () => ({ proposalId: await openProposal() }) },
  {
    mutation: 'savePreparationNote',
    may: 'room',
    each: true,
    args: { meetingId: IDS.meeting, text: 'Jeg har set på køen', seen: '' },
  },
  { mutation: 'sayPrepared', may: 'room', each: true, args: { meetingId: IDS.meeting, ready: true } },
];
