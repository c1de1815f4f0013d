import { possibleEvents, step } from '#domain/lifecycle.ts';
import { SILENT_LIFECYCLE, type SilentEvent, type SilentState } from '#domain/silent-lifecycle.ts';
import { ask } from '../access/ask.ts';
import { meetingsPolicy } from '../meetings/meetings.policy.ts';
import { withoutRelation } from '../meetings/plan-room.ts';
import { notNow, readMeeting } from '../meetings/run-room.ts';
import { notFound, stepNotPossible } from '../platform/errors.ts';
import type { Work } from '../platform/unit-of-work.ts';
import { reflectionsPolicy } from './reflections.policy.ts';

export interface SilentRow {
  id: string;
  meeting_id: string;
  item_id: string;
  state: SilentState;
  with_names: boolean;
}

/** The meeting of a silent writing, so that the meeting is asked about before anything is locked. */
async function meetingOf(work: Work, writingId: string): Promise<string> {
  const [row] = await work.query<{ meeting_id: string }>('select meeting_id from silent_writing where id = $1', [
    writingId,
  ]);
  if (!row) throw notFound();
  return row.meeting_id;
}

/**
 * Asks whether the person takes part, and holds the writing as it is until what they write is in: the reveal waits for
 * whoever is saving, and whoever comes after it is refused.
 * @throws Refusal NOT_FOUND, NOT_ALLOWED, or STEP_NOT_POSSIBLE once it is shown or cancelled
 */
export async function holdOpen(work: Work, writingId: string): Promise<SilentRow> {
  const meetingId = await meetingOf(work, writingId);
  await ask(work, reflectionsPolicy['silent.write'], 'meeting', meetingId, meetingsPolicy['meeting.read']);
  const [writing] = await work.query<SilentRow & { meeting: string }>(
    `select w.id, w.meeting_id, w.item_id, w.state, w.with_names, m.state as meeting
     from silent_writing w join meeting m on m.id = w.meeting_id where w.id = $1 for share of w`,
    [writingId],
  );
  if (!writing) throw notFound();
  if (writing.meeting !== 'IN_PROGRESS') throw notNow(await readMeeting(work, meetingId));
  stepSilent(writing, 'WRITE');
  return writing;
}

/**
 * Asks whether the person may lead, and locks meeting and writing, in that order, as every step does.
 * @throws Refusal NOT_FOUND, NOT_ALLOWED or STEP_NOT_POSSIBLE
 */
export async function lockWriting(work: Work, writingId: string): Promise<SilentRow> {
  const meetingId = await meetingOf(work, writingId);
  await ask(work, meetingsPolicy['meeting.run'], 'meeting', meetingId, meetingsPolicy['meeting.read']);
  const meeting = await readMeeting(work, meetingId);
  if (meeting.state !== 'IN_PROGRESS') throw notNow(meeting);
  const [writing] = await work.query<SilentRow>(
    'select id, meeting_id, item_id, state, with_names from silent_writing where id = $1 for update',
    [writingId],
  );
  if (!writing) throw notFound();
  return writing;
}

/**
 * Asks whether the person takes part, and requires that the posts are shown.
 * @throws Refusal NOT_FOUND, NOT_ALLOWED or STEP_NOT_POSSIBLE
 */
export async function holdShown(work: Work, writingId: string): Promise<SilentRow> {
  const meetingId = await meetingOf(work, writingId);
  await ask(work, reflectionsPolicy['silent.write'], 'meeting', meetingId, meetingsPolicy['meeting.read']);
  const [writing] = await work.query<SilentRow>(
    'select id, meeting_id, item_id, state, with_names from silent_writing where id = $1',
    [writingId],
  );
  if (!writing) throw notFound();
  if (writing.state !== 'REVEALED')
    throw stepNotPossible(writing.state, possibleEvents(SILENT_LIFECYCLE, writing.state, null));
  return writing;
}

/** @throws Refusal STEP_NOT_POSSIBLE that says what is possible now */
export function stepSilent(writing: Pick<SilentRow, 'state'>, event: SilentEvent): SilentState {
  const next = step(SILENT_LIFECYCLE, writing.state, event, null);
  if ('refused' in next) throw stepNotPossible(writing.state, next.possible);
  return next.to;
}

/** A row as it may be sent to the room: what the viewer alone has of it is no part of the row. */
export async function told(work: Work, sql: string, id: string): Promise<Record<string, unknown>> {
  const [row] = await work.query<{ json: Record<string, unknown> }>(sql, [id]);
  return withoutRelation(row!.json);
}
