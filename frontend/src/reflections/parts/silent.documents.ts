import { graphql } from '../../gql/gql.ts';
import type { SilentWritingPartsFragment } from '../../gql/graphql.ts';

/** A silent writing as the viewer may have it: their own posts before the reveal, everybody's after it. */
export const SILENT_WRITING_PARTS = graphql(`
  fragment SilentWritingParts on SilentWriting {
    id
    itemId
    question
    state
    withNames
    openedAt
    endsAt
    revealedAt
    readyCount
    ownReady
    ownVersion
    ownPosts {
      id
      text
      version
      latest
      forPersonId
    }
    posts {
      id
      position
      text
      groupId
      marked
      author {
        id
        displayName
        initials
        professions
      }
    }
    groups {
      id
      title
      position
    }
  }
`);

export const PULSE_PARTS = graphql(`
  fragment PulseParts on Pulse {
    id
    shown
    ownStep
    counts
  }
`);

export const OWN_SILENT_WRITINGS = graphql(`
  query OwnSilentWritings($meetingId: ID!) {
    meeting(id: $meetingId) {
      id
      silentWritings {
        ...SilentWritingParts
      }
    }
  }
`);

export const OPEN_SILENT_WRITING = graphql(`
  mutation OpenSilentWriting($itemId: ID!, $question: String!, $minutes: Int, $withNames: Boolean!) {
    openSilentWriting(itemId: $itemId, question: $question, minutes: $minutes, withNames: $withNames) {
      id
      changes
    }
  }
`);

export const SAVE_SILENT_POST = graphql(`
  mutation SaveSilentPost($writingId: ID!, $id: ID!, $text: String!, $seenVersion: Int!, $forPersonId: ID) {
    saveSilentPost(writingId: $writingId, id: $id, text: $text, seenVersion: $seenVersion, forPersonId: $forPersonId) {
      id
      changes
    }
  }
`);

export const SAY_READY = graphql(`
  mutation SayReady($writingId: ID!, $ready: Boolean!) {
    sayReady(writingId: $writingId, ready: $ready) {
      id
      changes
    }
  }
`);

export const REVEAL_SILENT_WRITING = graphql(`
  mutation RevealSilentWriting($writingId: ID!) {
    revealSilentWriting(writingId: $writingId) {
      id
      changes
    }
  }
`);

export const CANCEL_SILENT_WRITING = graphql(`
  mutation CancelSilentWriting($writingId: ID!) {
    cancelSilentWriting(writingId: $writingId) {
      id
      changes
    }
  }
`);

export const ADD_REFLECTION_GROUP = graphql(`
  mutation AddReflectionGroup($writingId: ID!, $id: ID!, $title: String!) {
    addReflectionGroup(writingId: $writingId, id: $id, title: $title) {
      id
      changes
    }
  }
`);

export const NAME_REFLECTION_GROUP = graphql(`
  mutation NameReflectionGroup($groupId: ID!, $title: String!) {
    nameReflectionGroup(groupId: $groupId, title: $title) {
      id
      changes
    }
  }
`);

export const MOVE_REFLECTION_POST = graphql(`
  mutation MoveReflectionPost($postId: ID!, $groupId: ID) {
    moveReflectionPost(postId: $postId, groupId: $groupId) {
      id
      changes
    }
  }
`);

export const MARK_REFLECTION_POST = graphql(`
  mutation MarkReflectionPost($postId: ID!, $marked: Boolean!) {
    markReflectionPost(postId: $postId, marked: $marked) {
      id
      changes
    }
  }
`);

export const DECIDE_FROM_POST = graphql(`
  mutation DecideFromPost($itemId: ID!, $text: String!, $id: ID) {
    addDecision(itemId: $itemId, text: $text, id: $id) {
      id
      changes
    }
  }
`);

export const ANSWER_PULSE = graphql(`
  mutation AnswerPulse($itemId: ID!, $step: Int!) {
    answerPulse(itemId: $itemId, step: $step) {
      id
      changes
    }
  }
`);

export const SHOW_PULSE = graphql(`
  mutation ShowPulse($itemId: ID!) {
    showPulse(itemId: $itemId) {
      id
      changes
    }
  }
`);

export type SilentWritingData = SilentWritingPartsFragment;
export type OwnPostData = NonNullable<SilentWritingData['ownPosts']>[number];
export type PostData = NonNullable<SilentWritingData['posts']>[number];
export type GroupData = NonNullable<SilentWritingData['groups']>[number];
