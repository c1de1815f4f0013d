import { graphql } from '../../gql/gql.ts';
import type { PreparationPartsFragment, ProposalPartsFragment } from '../../gql/graphql.ts';

export const PROPOSAL_PARTS = graphql(`
  fragment ProposalParts on ProposedItem {
    id
    title
    why
    minutes
    kind
    state
    revision
    meetingId
    fromEarlier
    answer
    proposedBy {
      id
      displayName
      initials
    }
  }
`);

export const PREPARATION_PARTS = graphql(`
  fragment PreparationParts on Preparation {
    id
    readyCount
    ownReady
    ownVersion
    notes {
      id
      text
      person {
        id
        displayName
        initials
      }
    }
  }
`);

/** A meeting as one prepares for it. */
export const PREPARING = graphql(`
  query Preparing($id: ID!) {
    meeting(id: $id) {
      id
      title
      startsAt
      durationMin
      place
      purpose
      bring
      state
      liveVersion
      may
      team {
        id
        name
      }
      markers {
        id
        position
        title
        shortTitle
        slot
      }
      participants {
        id
        meetingRole
        person {
          id
          displayName
          initials
        }
      }
      items {
        id
        position
        title
        kind
        plannedMin
        owner {
          id
          displayName
        }
      }
      materials {
        ...MaterialParts
      }
      proposals {
        ...ProposalParts
      }
      preparation {
        ...PreparationParts
      }
    }
  }
`);

export const PROPOSE_ITEM = graphql(`
  mutation ProposeItem($meetingId: ID!, $id: ID!, $proposal: ProposalInput!) {
    proposeItem(meetingId: $meetingId, id: $id, proposal: $proposal) {
      id
      changes
    }
  }
`);

export const CHANGE_PROPOSAL = graphql(`
  mutation ChangeProposal($proposalId: ID!, $proposal: ProposalInput!, $seenRevision: Int!) {
    changeProposal(proposalId: $proposalId, proposal: $proposal, seenRevision: $seenRevision) {
      id
      changes
    }
  }
`);

export const WITHDRAW_PROPOSAL = graphql(`
  mutation WithdrawProposal($proposalId: ID!) {
    withdrawProposal(proposalId: $proposalId) {
      id
      changes
    }
  }
`);

export const TAKE_IN_PROPOSAL = graphql(`
  mutation TakeInProposal($proposalId: ID!, $seenRevision: Int!) {
    takeInProposal(proposalId: $proposalId, seenRevision: $seenRevision) {
      id
      changes
    }
  }
`);

export const DECLINE_PROPOSAL = graphql(`
  mutation DeclineProposal($proposalId: ID!, $reason: String!, $keep: Boolean!, $seenRevision: Int!) {
    declineProposal(proposalId: $proposalId, reason: $reason, keep: $keep, seenRevision: $seenRevision) {
      id
      changes
    }
  }
`);

export const SAVE_PREPARATION_NOTE = graphql(`
  mutation SavePreparationNote($meetingId: ID!, $text: String!, $seen: String!) {
    savePreparationNote(meetingId: $meetingId, text: $text, seen: $seen) {
      id
      changes
    }
  }
`);

export const SAY_PREPARED = graphql(`
  mutation SayPrepared($meetingId: ID!, $ready: Boolean!) {
    sayPrepared(meetingId: $meetingId, ready: $ready) {
      id
      changes
    }
  }
`);

export type ProposalData = ProposalPartsFragment;
export type PreparationData = PreparationPartsFragment;
export type NoteData = NonNullable<PreparationData['notes']>[number];
