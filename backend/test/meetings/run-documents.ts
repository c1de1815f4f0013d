import type { Caller } from '../world.ts';

const DONE = '{ id changes }';
export const START = `mutation($id: ID!) { startMeeting(meetingId: $id) ${DONE} }`;
export const MISTAKE = `mutation($id: ID!) { startedByMistake(meetingId: $id) ${DONE} }`;
export const NEXT = `mutation($id: ID!, $seen: ID, $outcome: String, $reason: String) { nextItem(meetingId: $id, seenCurrentItemId: $seen, outcome: $outcome, reason: $reason) ${DONE} }`;
export const PREVIOUS = `mutation($id: ID!, $seen: ID) { previousItem(meetingId: $id, seenCurrentItemId: $seen) ${DONE} }`;
export const GO_TO = `mutation($id: ID!, $item: ID!, $seen: ID) { goToItem(meetingId: $id, itemId: $item, seenCurrentItemId: $seen) ${DONE} }`;
export const EXTEND = `mutation($item: ID!, $minutes: Int!, $seen: Int!) { extendItem(itemId: $item, minutes: $minutes, seenExtendedMin: $seen) ${DONE} }`;
export const OUTCOME = `mutation($item: ID!, $outcome: String!, $reason: String) { setOutcome(itemId: $item, outcome: $outcome, reason: $reason) ${DONE} }`;
export const DECIDE = `mutation($item: ID!, $text: String!, $id: ID) { addDecision(itemId: $item, text: $text, id: $id) ${DONE} }`;
export const REDECIDE = `mutation($id: ID!, $text: String!, $seen: Int!) { changeDecision(decisionId: $id, text: $text, seenRevision: $seen) ${DONE} }`;
export const UNDECIDE = `mutation($id: ID!) { removeDecision(decisionId: $id) ${DONE} }`;
export const COME_IN = `mutation($id: ID!) { comeIn(meetingId: $id) ${DONE} }`;
export const ATTEND = `mutation($id: ID!, $person: ID!, $attendance: String!) { setAttendance(meetingId: $id, personId: $person, attendance: $attendance) ${DONE} }`;
export const FINISH = `mutation($id: ID!) { finishMeeting(meetingId: $id) ${DONE} }`;
export const PAUSE = `mutation($id: ID!, $seen: Int!) { pauseMeeting(meetingId: $id, seenRevision: $seen) ${DONE} }`;
export const RESUME = `mutation($id: ID!, $seen: Int!) { resumeMeeting(meetingId: $id, seenRevision: $seen) ${DONE} }`;
export const SKIP = `mutation($id: ID!, $seen: ID!) { skipItem(meetingId: $id, seenCurrentItemId: $seen) ${DONE} }`;
export const SHORTEN = `mutation($id: ID!, $seen: Int!) { shortenRest(meetingId: $id, seenRevision: $seen) ${DONE} }`;
export const GIVE_BACK = `mutation($id: ID!, $items: [ItemMinutesInput!]!) { giveMinutesBack(meetingId: $id, items: $items) ${DONE} }`;
export const POSTPONE = `mutation($item: ID!) { postponeItem(itemId: $item) ${DONE} }`;
export const BRING_BACK = `mutation($item: ID!) { bringItemBack(itemId: $item) ${DONE} }`;
export const EXTEND_MEETING = `mutation($id: ID!, $minutes: Int!, $seen: Int!) { extendMeeting(meetingId: $id, minutes: $minutes, seenExtendedMin: $seen) ${DONE} }`;
export const HAND_OVER = `mutation($id: ID!, $role: String!, $to: ID!, $seen: ID) { handOverRole(meetingId: $id, role: $role, participantId: $to, seenHolderId: $seen) ${DONE} }`;
export const ROUND = `mutation($item: ID!, $seconds: Int!) { startRound(itemId: $item, seconds: $seconds) ${DONE} }`;
export const NEXT_SPEAKER = `mutation($id: ID!, $round: ID!, $at: Int!) { nextSpeaker(meetingId: $id, roundId: $round, seenAt: $at) ${DONE} }`;
export const PASS_SPEAKER = `mutation($id: ID!, $round: ID!, $at: Int!, $speaker: ID!) { passSpeaker(meetingId: $id, roundId: $round, seenAt: $at, seenSpeakerId: $speaker) ${DONE} }`;
export const END_ROUND = `mutation($id: ID!, $round: ID!) { endRound(meetingId: $id, roundId: $round) ${DONE} }`;

export const ROOM = `query($id: ID!) { meeting(id: $id) { state revision currentItemId startedAt pausedAt extendedMin endedAt endedByClock
  items { id position title state outcome outcomeReason plannedMin extendedMin startedAt endedAt note noteVersion broughtOver timesMoved }
  participants { id meetingRole attendance isGuest person { id } } decisions { id itemId text revision } } }`;

/** The meeting as a person's screen has it. */
export const roomOf = async (caller: Caller, id: string): Promise<Record<string, any>> =>
  (await caller.ask(ROOM, { id }))['meeting'];
