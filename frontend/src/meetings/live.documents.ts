import { graphql } from '../gql/gql.ts';

export const START_MEETING = graphql(`
  mutation StartMeeting($meetingId: ID!) {
    startMeeting(meetingId: $meetingId) {
      id
      changes
    }
  }
`);

export const STARTED_BY_MISTAKE = graphql(`
  mutation StartedByMistake($meetingId: ID!) {
    startedByMistake(meetingId: $meetingId) {
      id
      changes
    }
  }
`);

export const NEXT_ITEM = graphql(`
  mutation NextItem($meetingId: ID!, $seen: ID, $outcome: String, $reason: String) {
    nextItem(meetingId: $meetingId, seenCurrentItemId: $seen, outcome: $outcome, reason: $reason) {
      id
      changes
    }
  }
`);

export const PREVIOUS_ITEM = graphql(`
  mutation PreviousItem($meetingId: ID!, $seen: ID) {
    previousItem(meetingId: $meetingId, seenCurrentItemId: $seen) {
      id
      changes
    }
  }
`);

export const GO_TO_ITEM = graphql(`
  mutation GoToItem($meetingId: ID!, $itemId: ID!, $seen: ID) {
    goToItem(meetingId: $meetingId, itemId: $itemId, seenCurrentItemId: $seen) {
      id
      changes
    }
  }
`);

export const EXTEND_ITEM = graphql(`
  mutation ExtendItem($itemId: ID!, $minutes: Int!, $seen: Int!) {
    extendItem(itemId: $itemId, minutes: $minutes, seenExtendedMin: $seen) {
      id
      changes
    }
  }
`);

export const SET_OUTCOME = graphql(`
  mutation SetOutcome($itemId: ID!, $outcome: String!, $reason: String) {
    setOutcome(itemId: $itemId, outcome: $outcome, reason: $reason) {
      id
      changes
    }
  }
`);

export const FINISH_MEETING = graphql(`
  mutation FinishMeeting($meetingId: ID!) {
    finishMeeting(meetingId: $meetingId) {
      id
      changes
    }
  }
`);

export const COME_IN = graphql(`
  mutation ComeIn($meetingId: ID!) {
    comeIn(meetingId: $meetingId) {
      id
      changes
    }
  }
`);

export const SET_ATTENDANCE = graphql(`
  mutation SetAttendance($meetingId: ID!, $personId: ID!, $attendance: String!) {
    setAttendance(meetingId: $meetingId, personId: $personId, attendance: $attendance) {
      id
      changes
    }
  }
`);

export const ADD_DECISION = graphql(`
  mutation AddDecision($itemId: ID!, $text: String!, $id: ID) {
    addDecision(itemId: $itemId, text: $text, id: $id) {
      id
      changes
    }
  }
`);

export const CHANGE_DECISION = graphql(`
  mutation ChangeDecision($decisionId: ID!, $text: String!, $seen: Int!) {
    changeDecision(decisionId: $decisionId, text: $text, seenRevision: $seen) {
      id
      changes
    }
  }
`);

export const REMOVE_DECISION = graphql(`
  mutation RemoveDecision($decisionId: ID!) {
    removeDecision(decisionId: $decisionId) {
      id
      changes
    }
  }
`);

export const GIVE_REPLY = graphql(`
  mutation GiveReply($meetingId: ID!, $reply: String!) {
    giveReply(meetingId: $meetingId, reply: $reply) {
      id
      changes
    }
  }
`);
