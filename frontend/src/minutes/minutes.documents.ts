import { graphql } from '../gql/gql.ts';

export const MINUTES = graphql(`
  query Minutes($meetingId: ID!) {
    minutes(meetingId: $meetingId) {
      id
      state
      revision
      teamId
      liveVersion
      approvedAt
      approvedWay
      fingerprint
      taps
      presentCount
      ownTap
      wasPresent
      notesWithHistory
      text {
        title
        startsAt
        startedAt
        endedAt
        endedByClock
        place
        purpose
        note
        noteDoc
        teamName
        schoolName
        markers {
          id
          position
          slot
          shortTitle
        }
        present {
          displayName
          meetingRole
          isGuest
        }
        absent {
          displayName
        }
        items {
          id
          position
          title
          kind
          state
          outcome
          outcomeReason
          note
          noteDoc
          startedAt
          broughtOver
          markers {
            id
            position
            slot
            shortTitle
          }
          decisions {
            id
            text
          }
          actions {
            id
            kind
            title
            dueOn
            expectedSigns
            state
            outcome
            responsible
            markers {
              id
              position
              slot
              shortTitle
            }
          }
        }
      }
      objections {
        id
        itemId
        text
        answer
      }
      amendments {
        id
        itemId
        text
        createdAt
        by {
          id
          displayName
        }
      }
      may
      materials {
        ...MaterialParts
      }
      actionsNow {
        id
        state
        outcome
      }
    }
  }
`);

export const PROPOSE = graphql(`
  mutation ProposeMinutes($meetingId: ID!) {
    proposeMinutes(meetingId: $meetingId) {
      id
      changes
    }
  }
`);

export const WITHDRAW = graphql(`
  mutation WithdrawMinutes($meetingId: ID!) {
    withdrawMinutes(meetingId: $meetingId) {
      id
      changes
    }
  }
`);

export const TAP = graphql(`
  mutation TapMinutes($meetingId: ID!) {
    tapMinutes(meetingId: $meetingId) {
      id
      changes
    }
  }
`);

export const APPROVE = graphql(`
  mutation ApproveMinutes($meetingId: ID!, $seenRevision: Int!) {
    approveMinutes(meetingId: $meetingId, seenRevision: $seenRevision) {
      id
      changes
    }
  }
`);

export const OBJECT = graphql(`
  mutation ObjectToMinutes($meetingId: ID!, $itemId: ID, $text: String!) {
    objectToMinutes(meetingId: $meetingId, itemId: $itemId, text: $text) {
      id
      changes
    }
  }
`);

export const ANSWER = graphql(`
  mutation AnswerObjection($meetingId: ID!, $objectionId: ID!, $text: String!) {
    answerObjection(meetingId: $meetingId, objectionId: $objectionId, text: $text) {
      id
      changes
    }
  }
`);

export const AMEND = graphql(`
  mutation AmendMinutes($meetingId: ID!, $itemId: ID, $text: String!) {
    amendMinutes(meetingId: $meetingId, itemId: $itemId, text: $text) {
      id
      changes
    }
  }
`);
