import { graphql } from '../gql/gql.ts';

export const NEW_MEETING = graphql(`
  query NewMeeting($teamId: ID!) {
    newMeeting(teamId: $teamId) {
      id
      openActionCount
      lastStartsAt
      lastDurationMin
      lastPlace
      closed {
        from
        to
        name
      }
      team {
        id
        name
        school {
          id
          name
        }
      }
      carried {
        id
        title
        timesMoved
      }
      waitingProposals {
        id
        title
        proposedBy {
          id
          displayName
        }
      }
      shelf {
        ...TemplateShelfLists
      }
    }
  }
`);

export const TEAM_MEETINGS = graphql(`
  query TeamMeetings($teamId: ID!, $after: String) {
    teamMeetings(teamId: $teamId, after: $after) {
      id
      liveVersion
      pastCursor
      may
      team {
        id
        name
        school {
          id
          name
        }
      }
      upcoming {
        ...MeetingLine
      }
      past {
        ...MeetingLine
      }
    }
  }

  fragment MeetingLine on Meeting {
    id
    title
    startsAt
    startedAt
    durationMin
    place
    state
    cancelledReason
    markers {
      id
      position
      shortTitle
      slot
    }
  }
`);

export const GUEST_CHOICES = graphql(`
  query GuestChoices($meetingId: ID!, $search: String!) {
    guestChoices(meetingId: $meetingId, search: $search) {
      id
      displayName
      initials
      professions
    }
  }
`);

export const CREATE_MEETING = graphql(`
  mutation CreateMeeting($teamId: ID!, $input: NewMeetingInput!) {
    createMeeting(teamId: $teamId, input: $input) {
      id
      changes
    }
  }
`);
export const START_MEETING_NOW = graphql(`
  mutation StartMeetingNow($teamId: ID!) {
    startMeetingNow(teamId: $teamId) {
      id
      changes
    }
  }
`);
export const CHANGE_MEETING = graphql(`
  mutation ChangeMeeting($meetingId: ID!, $change: MeetingFieldsInput!, $seen: MeetingFieldsInput!) {
    changeMeeting(meetingId: $meetingId, change: $change, seen: $seen) {
      id
      changes
    }
  }
`);
export const SET_FOCUS = graphql(`
  mutation SetFocusMarkers($meetingId: ID!, $markerIds: [ID!]!, $seen: [ID!]!) {
    setFocusMarkers(meetingId: $meetingId, markerIds: $markerIds, seen: $seen) {
      id
      changes
    }
  }
`);
export const GIVE_ROLE = graphql(`
  mutation GiveRole($meetingId: ID!, $role: String!, $participantId: ID) {
    giveRole(meetingId: $meetingId, role: $role, participantId: $participantId) {
      id
      changes
    }
  }
`);
export const PICK_TEMPLATE = graphql(`
  mutation PickTemplate($meetingId: ID!, $templateKey: String!) {
    pickTemplate(meetingId: $meetingId, templateKey: $templateKey) {
      id
      changes
    }
  }
`);
export const ADD_ITEM = graphql(`
  mutation AddItem($meetingId: ID!, $input: NewItemInput!) {
    addItem(meetingId: $meetingId, input: $input) {
      id
      changes
    }
  }
`);
export const ADD_ITEMS = graphql(`
  mutation AddItems($meetingId: ID!, $items: [ListedItemInput!]!) {
    addItems(meetingId: $meetingId, items: $items) {
      id
      changes
    }
  }
`);
export const CHANGE_ITEM = graphql(`
  mutation ChangeItem($itemId: ID!, $change: ItemFieldsInput!, $seen: ItemFieldsInput!) {
    changeItem(itemId: $itemId, change: $change, seen: $seen) {
      id
      changes
    }
  }
`);
export const MOVE_ITEM = graphql(`
  mutation MoveItem($itemId: ID!, $position: Int!) {
    moveItem(itemId: $itemId, position: $position) {
      id
      changes
    }
  }
`);
export const REMOVE_ITEM = graphql(`
  mutation RemoveItem($itemId: ID!, $seenRevision: Int!) {
    removeItem(itemId: $itemId, seenRevision: $seenRevision) {
      id
      changes
    }
  }
`);
export const FIT_TO_SLOT = graphql(`
  mutation FitToSlot($meetingId: ID!) {
    fitToSlot(meetingId: $meetingId) {
      id
      changes
    }
  }
`);
export const CONVENE = graphql(`
  mutation ConveneMeeting($meetingId: ID!) {
    conveneMeeting(meetingId: $meetingId) {
      id
      changes
    }
  }
`);
export const CANCEL_MEETING = graphql(`
  mutation CancelMeeting($meetingId: ID!, $reason: String!) {
    cancelMeeting(meetingId: $meetingId, reason: $reason) {
      id
      changes
    }
  }
`);
export const INVITE_GUEST = graphql(`
  mutation InviteGuest($meetingId: ID!, $personId: ID!) {
    inviteGuest(meetingId: $meetingId, personId: $personId) {
      id
      changes
    }
  }
`);
export const REMOVE_GUEST = graphql(`
  mutation RemoveGuest($participantId: ID!) {
    removeGuest(participantId: $participantId) {
      id
      changes
    }
  }
`);

export const MAIL_WAY = graphql(`
  query MailWay {
    mailWay
  }
`);
