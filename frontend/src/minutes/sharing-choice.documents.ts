import { graphql } from '../gql/gql.ts';

export const SHARING_CHOICE = graphql(`
  query MinutesSharingChoice($meetingId: ID!) {
    minutesSharingChoice(meetingId: $meetingId) {
      id
      standing
      mayChoose
      teamId
      liveVersion
      receivers {
        id
        displayName
      }
    }
  }
`);

export const CHOOSE = graphql(`
  mutation ChooseMinutesSharing($meetingId: ID!, $shares: Boolean!) {
    chooseMinutesSharing(meetingId: $meetingId, shares: $shares) {
      id
      changes
    }
  }
`);

export const COPY_AHEAD = graphql(`
  query LeaderCopyAhead($meetingId: ID!) {
    leaderCopyAhead(meetingId: $meetingId) {
      ...LeaderCopyParts
    }
  }
`);

export const AGREEMENT = graphql(`
  fragment MinutesAgreementParts on MinutesAgreement {
    id
    since
    mayKeep
  }
`);

export const AGREE = graphql(`
  mutation AgreeOnSharingMinutes($schoolId: ID!, $on: Boolean!) {
    agreeOnSharingMinutes(schoolId: $schoolId, on: $on) {
      id
      changes
    }
  }
`);
