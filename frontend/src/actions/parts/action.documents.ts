import type { MeetingData } from '../../meetings/parts/meeting.documents.ts';
import { graphql } from '../../gql/gql.ts';

/** An action with all its fields, as the meeting and the pages of the team bring it. */
export type ActionData = NonNullable<MeetingData['actions']>[number];

/** All of an action, wherever a page brings one. */
export const ACTION_PARTS = graphql(`
  fragment ActionParts on Action {
    id
    teamId
    kind
    title
    why
    state
    outcome
    dueOn
    expectedSigns
    originMeetingId
    originItemId
    predecessorId
    successorId
    abandonedReason
    helpWanted
    createdAt
    closedAt
    revision
    markers {
      id
      position
      title
      shortTitle
      description
      slot
    }
    responsible {
      id
      displayName
      initials
      professions
    }
    reflections {
      id
      onDate
      whatWeTried
      whatWeSaw
      whatWeLearned
      createdAt
    }
  }
`);

export const CREATE_ACTION = graphql(`
  mutation CreateAction($teamId: ID!, $action: NewActionInput!) {
    createAction(teamId: $teamId, action: $action) {
      id
      changes
    }
  }
`);

export const CREATE_ACTIONS = graphql(`
  mutation CreateActions($teamId: ID!, $actions: [ListedActionInput!]!) {
    createActions(teamId: $teamId, actions: $actions) {
      id
      changes
    }
  }
`);

export const MOVE_ACTION = graphql(`
  mutation MoveAction(
    $id: ID!
    $seenRevision: Int!
    $event: String!
    $outcome: String
    $reason: String
    $whatWeSaw: String
  ) {
    moveAction(
      id: $id
      seenRevision: $seenRevision
      event: $event
      outcome: $outcome
      reason: $reason
      whatWeSaw: $whatWeSaw
    ) {
      id
      changes
    }
  }
`);

export const REFLECT = graphql(`
  mutation ReflectOnAction($id: ID!, $whatWeTried: String, $whatWeSaw: String, $whatWeLearned: String) {
    reflectOnAction(id: $id, whatWeTried: $whatWeTried, whatWeSaw: $whatWeSaw, whatWeLearned: $whatWeLearned) {
      id
      changes
    }
  }
`);

export const NOT_YET = graphql(`
  mutation ActionNotYet($id: ID!) {
    actionNotYet(id: $id) {
      id
      changes
    }
  }
`);

export const ASK_FOR_HELP = graphql(`
  mutation AskForHelp($id: ID!, $text: String!) {
    askForHelp(id: $id, text: $text) {
      id
      changes
    }
  }
`);

export const CHANGE_ACTION = graphql(`
  mutation ChangeAction($id: ID!, $seenRevision: Int!, $action: ChangedActionInput!) {
    changeAction(id: $id, seenRevision: $seenRevision, action: $action) {
      id
      changes
    }
  }
`);
