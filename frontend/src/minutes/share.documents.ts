import { graphql } from '../gql/gql.ts';

/** The leader's copy: the same for the team that reads it before sharing and for the leader. */
export const LEADER_COPY = graphql(`
  fragment LeaderCopyParts on LeaderCopy {
    title
    week
    purpose
    teamName
    schoolName
    note
    noteDoc
    amendments
    markers {
      position
      slot
      shortTitle
    }
    items {
      position
      title
      outcome
      outcomeReason
      note
      noteDoc
      decisions
      amendments
      markers {
        position
        slot
        shortTitle
      }
      actions {
        kind
        title
        expectedSigns
        dueWeek
        takenOn
        markers {
          position
          slot
          shortTitle
        }
      }
    }
  }
`);

export const MINUTES_SHARING = graphql(`
  query MinutesSharing($meetingId: ID!) {
    minutesSharing(meetingId: $meetingId) {
      id
      isUpToDate
      isByAgreement
      schoolName
      fingerprint
      shared {
        id
        sharedOn
      }
      receivers {
        id
        displayName
      }
      copy {
        ...LeaderCopyParts
      }
    }
  }
`);

export const SHARED_MINUTES = graphql(`
  query SharedMinutes($id: ID!) {
    sharedMinutes(id: $id) {
      id
      sharedOn
      teamId
      schoolId
      liveVersion
      copy {
        ...LeaderCopyParts
      }
    }
  }
`);

export const SHARE = graphql(`
  mutation ShareMinutes($meetingId: ID!, $seen: String!) {
    shareMinutes(meetingId: $meetingId, seen: $seen) {
      id
      changes
    }
  }
`);

export const REVOKE = graphql(`
  mutation RevokeMinutesShare($meetingId: ID!) {
    revokeMinutesShare(meetingId: $meetingId) {
      id
      changes
    }
  }
`);
