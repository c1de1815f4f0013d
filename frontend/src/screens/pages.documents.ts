import { graphql } from '../gql/gql.ts';

export const MY_WEEK = graphql(`
  query MyWeek($monday: String) {
    myWeek(monday: $monday) {
      id
      monday
      today
      liveVersion
      meetings {
        ...WeekMeetingParts
      }
      inProgress {
        ...WeekMeetingParts
      }
      nextMeeting {
        ...WeekMeetingParts
      }
      actions {
        ...ActionParts
      }
      prepare {
        id
        title
        plannedMin
        position
        meetingId
        startsAt
        teamName
      }
      preparing {
        id
        title
        startsAt
        teamName
        bring
        ownRole
        hasNote
        openProposals
        answered {
          id
          title
          state
          answer
          itemId
        }
        preparation {
          id
          ownReady
        }
      }
    }
  }

  fragment WeekMeetingParts on WeekMeeting {
    id
    title
    startsAt
    startedAt
    durationMin
    place
    purpose
    state
    teamId
    teamName
    ownRole
    endedByClockAt
    minutesState
    markers {
      id
      position
      title
      shortTitle
      description
      slot
    }
  }
`);

export const TEAM_PAGE = graphql(`
  query TeamPage($teamId: ID!) {
    teamPage(teamId: $teamId) {
      id
      liveVersion
      today
      markers {
        id
        position
        title
        shortTitle
        description
        slot
        signs {
          id
          text
        }
      }
      team {
        id
        name
        schoolYear
        school {
          id
          name
        }
        members {
          id
          function
          person {
            id
            displayName
            initials
          }
        }
      }
      coming {
        ...WeekMeetingParts
      }
      held {
        ...WeekMeetingParts
      }
      openActions {
        ...ActionParts
      }
      decisions {
        id
        text
        createdAt
      }
      agreement {
        ...MinutesAgreementParts
      }
      leaderSees {
        id
        name
        sharedMinutes {
          id
          title
          week
        }
        gradeBand
        meetingWeeks
        cells {
          markerId
          begun
        }
        actions {
          id
          kind
          title
          markerIds
          state
          outcome
          expectedSigns
          begunWeek
          outcomeWeek
        }
      }
    }
  }
`);

export const ACTION_PAGE = graphql(`
  query ActionPage($id: ID!) {
    actionPage(id: $id) {
      id
      liveVersion
      today
      may
      agreedAt
      begunAt
      triedAt
      action {
        ...ActionParts
      }
      earlier {
        ...ActionParts
      }
      later {
        ...ActionParts
      }
      origin {
        meetingId
        title
        startsAt
        state
      }
      team {
        id
        name
        school {
          id
          name
        }
        members {
          id
          person {
            id
            displayName
            initials
          }
        }
      }
      markerChoices {
        id
        position
        title
        shortTitle
        slot
      }
    }
  }
`);

export const TEAM_BOARD = graphql(`
  query TeamBoard($teamId: ID!, $after: String) {
    teamBoard(teamId: $teamId, after: $after) {
      id
      liveVersion
      may
      markers {
        id
        position
        title
        shortTitle
        description
        slot
        signs {
          id
          text
        }
      }
      team {
        id
        name
        members {
          id
          person {
            id
            displayName
            initials
          }
        }
      }
      open {
        ...ActionParts
      }
      closed {
        ...ActionParts
      }
      closedCursor
    }
  }
`);

export const DECIDE_FROM_NOTE = graphql(`
  mutation DecideFromNote($itemId: ID!, $text: String!, $id: ID) {
    addDecision(itemId: $itemId, text: $text, id: $id) {
      id
      changes
    }
  }
`);
