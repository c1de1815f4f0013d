import { graphql } from '../gql/gql.ts';

export const DROP_ITEM = graphql(`
  mutation DropItem($itemId: ID!, $reason: String!, $seenRevision: Int!) {
    dropItem(itemId: $itemId, reason: $reason, seenRevision: $seenRevision) {
      id
      changes
    }
  }
`);

export const SPLIT_ITEM = graphql(`
  mutation SplitItem($itemId: ID!, $parts: [ItemPartInput!]!, $seenRevision: Int!) {
    splitItem(itemId: $itemId, parts: $parts, seenRevision: $seenRevision) {
      id
      changes
    }
  }
`);

export const SET_ASIDE = graphql(`
  query SetAside($meetingId: ID!, $after: ID) {
    setAside(meetingId: $meetingId, after: $after) {
      id
      cursor
      threads {
        id
        title
        kind
        track
        plannedMin
        timesMoved
        state
        droppedReason
      }
    }
  }
`);

export const AGENDA_HISTORY = graphql(`
  query AgendaHistory($meetingId: ID!, $after: ID) {
    agendaHistory(meetingId: $meetingId, after: $after) {
      id
      cursor
      changes {
        id
        at
        who
        entity
        entityId
        verb
        title
        fields
        text
        before
        left {
          threadId
          kind
          track
          plannedMin
          guidance
        }
      }
    }
  }
`);
