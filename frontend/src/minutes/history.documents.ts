import { graphql } from '../gql/gql.ts';

export const MINUTES_HISTORY = graphql(`
  query MinutesHistory($meetingId: ID!, $after: ID) {
    minutesHistory(meetingId: $meetingId, after: $after) {
      id
      state
      liveVersion
      may
      cursor
      decisions {
        id
        text
        revision
      }
      changes {
        id
        at
        who
        entity
        verb
        way
        item
        objection
        answer
        amendment
        decision {
          decisionId
          itemId
          text
          before
        }
        attended {
          person
          attendance
        }
      }
    }
  }
`);

export const LAY_DECISION_BACK = graphql(`
  mutation LayDecisionBack($itemId: ID!, $text: String!, $id: ID!) {
    addDecision(itemId: $itemId, text: $text, id: $id) {
      id
      changes
    }
  }
`);

export const PUT_DECISION_BACK = graphql(`
  mutation PutDecisionBack($decisionId: ID!, $text: String!, $seen: Int!) {
    changeDecision(decisionId: $decisionId, text: $text, seenRevision: $seen) {
      id
      changes
    }
  }
`);
