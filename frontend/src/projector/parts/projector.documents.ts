import { graphql } from '../../gql/gql.ts';
import type { ProjectorQuery } from '../../gql/graphql.ts';

/** What a screen asks for: whether something is lent to it, and then all it shows. */
export const PROJECTOR = graphql(`
  query Projector {
    projector {
      serverTime
      meeting {
        teamName
        title
        startsAt
        durationMin
        extendedMin
        startedAt
        pausedAt
        markers {
          ...ProjectorMarkerParts
        }
        items {
          position
          isCurrent
          title
          kind
          guidance
          state
          broughtOver
          plannedMin
          extendedMin
          startedAt
          endedAt
          markers {
            ...ProjectorMarkerParts
          }
        }
        decisions {
          itemPosition
          text
        }
        actions {
          ...ProjectorActionParts
        }
        followUps {
          ...ProjectorActionParts
        }
        writing {
          question
          state
          openedAt
          endsAt
          readyCount
          hereCount
          posts {
            text
            groupTitle
            marked
          }
        }
      }
    }
  }

  fragment ProjectorMarkerParts on ProjectorMarker {
    position
    title
    shortTitle
    slot
  }

  fragment ProjectorActionParts on ProjectorAction {
    itemPosition
    kind
    title
    state
    outcome
    dueWeek
    expectedSigns
    markers {
      ...ProjectorMarkerParts
    }
  }
`);

export const OPEN_SCREEN = graphql(`
  mutation OpenScreen {
    openScreen {
      code
      expiresAt
    }
  }
`);

export const LEND_SCREEN = graphql(`
  mutation LendScreen($meetingId: ID!, $code: String!) {
    lendScreen(meetingId: $meetingId, code: $code) {
      id
      changes
    }
  }
`);

export const TAKE_BACK_SCREENS = graphql(`
  mutation TakeBackScreens($meetingId: ID!) {
    takeBackScreens(meetingId: $meetingId) {
      id
      changes
    }
  }
`);

export type ShownMeeting = NonNullable<ProjectorQuery['projector']['meeting']>;
export type ShownItem = ShownMeeting['items'][number];
export type ShownMarker = ShownMeeting['markers'][number];
export type ShownAction = ShownMeeting['actions'][number];
export type ShownWriting = NonNullable<ShownMeeting['writing']>;
