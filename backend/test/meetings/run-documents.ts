import type { Caller } from '../world.ts';

const DONE = '{ id changes }';
export const START = `mutation($id: ID!) { startMeeting(meetingId: $id) ${DONE} }`;
export const MISTAKE = `mutation($id: ID!) { startedByMistake(meetingId: $id) ${DONE} }`;
export const NEXT = `mutation($id: ID!, $seen: ID, $outcome: String, $reason: String) { nextItem(meetingId: $id, seenCurrentItemId: $seen, outcome: $outcome, reason: $reason) ${DONE} }`;
export const PREVIOUS = `mutation($id: ID!, $seen: ID) { previousItem(meetingId: $id, seenCurrentItemId: $seen) ${DONE} }`;
export const GO_TO = `mutation($id: ID!, $item: ID!, $seen: ID) { goToItem(meetingId: $id, itemId: $item, seenCurrentItemId: $seen) ${DONE} }`;
export const EXTEND = `mutation($item: ID!, $minutes: Int!, $seen: Int!) { extendItem(itemId: $item, minutes: $minutes, seenExtendedMin: $seen) ${DONE} }`;
export const OUTCOME = `mutation($item: ID!, $outcome: String!, $reason: String) { setOutcome(itemId: $item, outcome: $outcome, reason: $reason) ${DONE} }`;
export const NOTE = `mutation($item: ID!, $text: String!, $seen: Int!) { saveNote(itemId: $item, text: $text, seenVersion: $seen) ${DONE} }`;
export const DECIDE = `mutation($item: ID!, $text: String!, $id: ID) { addDecision(itemId: $item, text: $text, id: $id) ${DONE} }`;
export const REDECIDE = `mutation($id: ID!, $text: String!, $seen: Int!) { changeDecision(decisionId: $id, text: $text, seenRevision: $seen) ${DONE} }`;
export const UNDECIDE = `mutation($id: ID!) { removeDecision(decisionId: $id) ${DONE} }`;
export const COME_IN = `mutation($id: ID!) { comeIn(meetingId: $id) ${DONE} }`;
export const ATTEND = `mutation($id: ID!, $person: ID!, $attendance: String!) { setAttendance(meetingId: $id, personId: $person, attendance: $attendance) ${DONE} }`;
export const FINISH = `mutation($id: ID!) { finishMeeting(meetingId: $id) ${DONE} }`;

export const ROOM = `query($id: ID!) { meeting(id: $id) { state currentItemId startedAt endedAt endedByClock
  items { id position title state outcome outcomeReason extendedMin startedAt endedAt note noteVersion broughtOver timesMoved }
  participants { attendance isGuest person { id } } decisions { id itemId text revision } } }`;

/** The meeting as a person's screen has it. */
export const roomOf = async (caller: Caller, id: string): Promise<Record<string, any>> =>
  (await caller.ask(ROOM, { id }))['meeting'];
