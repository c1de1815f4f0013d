import type { Caller } from '../world.ts';

const DONE = '{ id changes }';
export const OPEN = `mutation($item: ID!, $question: String!, $minutes: Int, $names: Boolean!) { openSilentWriting(itemId: $item, question: $question, minutes: $minutes, withNames: $names) ${DONE} }`;
export const SAVE = `mutation($writing: ID!, $id: ID!, $text: String!, $seen: Int!, $for: ID) { saveSilentPost(writingId: $writing, id: $id, text: $text, seenVersion: $seen, forPersonId: $for) ${DONE} }`;
export const READY = `mutation($writing: ID!, $ready: Boolean!) { sayReady(writingId: $writing, ready: $ready) ${DONE} }`;
export const REVEAL = `mutation($writing: ID!) { revealSilentWriting(writingId: $writing) ${DONE} }`;
export const CANCEL = `mutation($writing: ID!) { cancelSilentWriting(writingId: $writing) ${DONE} }`;
export const ADD_GROUP = `mutation($writing: ID!, $id: ID!, $title: String!) { addReflectionGroup(writingId: $writing, id: $id, title: $title) ${DONE} }`;
export const NAME_GROUP = `mutation($id: ID!, $title: String!) { nameReflectionGroup(groupId: $id, title: $title) ${DONE} }`;
export const MOVE = `mutation($post: ID!, $group: ID) { moveReflectionPost(postId: $post, groupId: $group) ${DONE} }`;
export const MARK = `mutation($post: ID!, $marked: Boolean!) { markReflectionPost(postId: $post, marked: $marked) ${DONE} }`;
export const ANSWER = `mutation($item: ID!, $step: Int!) { answerPulse(itemId: $item, step: $step) ${DONE} }`;
export const SHOW = `mutation($item: ID!) { showPulse(itemId: $item) ${DONE} }`;

export const SILENT = `query($id: ID!) { meeting(id: $id) { liveVersion silentWritings {
  id itemId question state withNames readyCount ownReady openedAt endsAt revealedAt
  ownPosts { id text version latest forPersonId }
  posts { id position text groupId marked author { id displayName } }
  groups { id title position } } } }`;

export interface SeenWriting {
  id: string;
  itemId: string;
  state: string;
  withNames: boolean;
  readyCount: number | null;
  ownReady: boolean | null;
  revealedAt: string | null;
  ownPosts: { id: string; text: string; version: number; latest: number; forPersonId: string | null }[] | null;
  posts:
    | {
        id: string;
        position: number;
        text: string;
        groupId: string | null;
        marked: boolean;
        author: { id: string } | null;
      }[]
    | null;
  groups: { id: string; title: string; position: number }[] | null;
}

/** The meeting's silent writings as a person's screen has them. */
export const writingsSeenBy = async (caller: Caller, id: string): Promise<SeenWriting[]> =>
  (await caller.ask(SILENT, { id }))['meeting'].silentWritings as SeenWriting[];

/** One of them. */
export async function writingSeenBy(caller: Caller, meeting: string, writing: string): Promise<SeenWriting> {
  return (await writingsSeenBy(caller, meeting)).find((one) => one.id === writing)!;
}
