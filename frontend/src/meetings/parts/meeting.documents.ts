import { graphql } from '../../gql/gql.ts';
import type { MeetingQuery } from '../../gql/graphql.ts';

/** One meeting with all that planning it, holding it and its minutes show. */
export const MEETING_QUERY = graphql(`
  query Meeting($id: ID!) {
    meeting(id: $id) {
      id
      title
      startsAt
      durationMin
      place
      purpose
      bring
      templateKey
      state
      revision
      currentItemId
      convenedAt
      startedAt
      pausedAt
      endedAt
      endedByClock
      extendedMin
      cancelledReason
      liveVersion
      lentScreens
      may
      team {
        id
        name
        kind
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
            professions
          }
        }
      }
      markers {
        id
        position
        title
        shortTitle
        description
        slot
      }
      markerChoices {
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
      participants {
        id
        attendance
        reply
        isUnreached
        isGuest
        meetingRole
        person {
          id
          displayName
          initials
          professions
        }
      }
      items {
        id
        threadId
        position
        title
        kind
        track
        plannedMin
        extendedMin
        guidance
        broughtOver
        timesMoved
        stepKey
        state
        outcome
        outcomeReason
        startedAt
        endedAt
        revision
        note
        noteVersion
        owner {
          id
          displayName
          initials
          professions
        }
        markers {
          id
          position
          title
          shortTitle
          description
          slot
        }
      }
      round {
        id
        itemId
        speakerIds
        at
        seconds
        turnStartedAt
      }
      decisions {
        id
        itemId
        text
        createdAt
        revision
      }
      proposals {
        ...ProposalParts
      }
      preparation {
        ...PreparationParts
      }
      materials {
        ...MaterialParts
      }
      silentWritings {
        ...SilentWritingParts
      }
      pulses {
        ...PulseParts
      }
      actions {
        ...ActionParts
      }
      followUpActions {
        ...ActionParts
      }
    }
  }
`);

export type MeetingData = MeetingQuery['meeting'];
export type ItemData = MeetingData['items'][number];
export type ParticipantData = MeetingData['participants'][number];
export type MarkerData = MeetingData['markers'][number];
