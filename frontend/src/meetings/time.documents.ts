import { graphql } from '../gql/gql.ts';

export const PAUSE_MEETING = graphql(`
  mutation PauseMeeting($meetingId: ID!, $seen: Int!) {
    pauseMeeting(meetingId: $meetingId, seenRevision: $seen) {
      id
      changes
    }
  }
`);

export const RESUME_MEETING = graphql(`
  mutation ResumeMeeting($meetingId: ID!, $seen: Int!) {
    resumeMeeting(meetingId: $meetingId, seenRevision: $seen) {
      id
      changes
    }
  }
`);

export const SKIP_ITEM = graphql(`
  mutation SkipItem($meetingId: ID!, $seen: ID!) {
    skipItem(meetingId: $meetingId, seenCurrentItemId: $seen) {
      id
      changes
    }
  }
`);

export const SHORTEN_REST = graphql(`
  mutation ShortenRest($meetingId: ID!, $seen: Int!) {
    shortenRest(meetingId: $meetingId, seenRevision: $seen) {
      id
      changes
    }
  }
`);

export const GIVE_MINUTES_BACK = graphql(`
  mutation GiveMinutesBack($meetingId: ID!, $items: [ItemMinutesInput!]!) {
    giveMinutesBack(meetingId: $meetingId, items: $items) {
      id
      changes
    }
  }
`);

export const POSTPONE_ITEM = graphql(`
  mutation PostponeItem($itemId: ID!) {
    postponeItem(itemId: $itemId) {
      id
      changes
    }
  }
`);

export const BRING_ITEM_BACK = graphql(`
  mutation BringItemBack($itemId: ID!) {
    bringItemBack(itemId: $itemId) {
      id
      changes
    }
  }
`);

export const EXTEND_MEETING = graphql(`
  mutation ExtendMeeting($meetingId: ID!, $minutes: Int!, $seen: Int!) {
    extendMeeting(meetingId: $meetingId, minutes: $minutes, seenExtendedMin: $seen) {
      id
      changes
    }
  }
`);

export const HAND_OVER_ROLE = graphql(`
  mutation HandOverRole($meetingId: ID!, $role: String!, $participantId: ID!, $seen: ID) {
    handOverRole(meetingId: $meetingId, role: $role, participantId: $participantId, seenHolderId: $seen) {
      id
      changes
    }
  }
`);

export const START_ROUND = graphql(`
  mutation StartRound($itemId: ID!, $seconds: Int!) {
    startRound(itemId: $itemId, seconds: $seconds) {
      id
      changes
    }
  }
`);

export const NEXT_SPEAKER = graphql(`
  mutation NextSpeaker($meetingId: ID!, $roundId: ID!, $seen: Int!) {
    nextSpeaker(meetingId: $meetingId, roundId: $roundId, seenAt: $seen) {
      id
      changes
    }
  }
`);

export const PASS_SPEAKER = graphql(`
  mutation PassSpeaker($meetingId: ID!, $roundId: ID!, $seen: Int!, $speakerId: ID!) {
    passSpeaker(meetingId: $meetingId, roundId: $roundId, seenAt: $seen, seenSpeakerId: $speakerId) {
      id
      changes
    }
  }
`);

export const END_ROUND = graphql(`
  mutation EndRound($meetingId: ID!, $roundId: ID!) {
    endRound(meetingId: $meetingId, roundId: $roundId) {
      id
      changes
    }
  }
`);
