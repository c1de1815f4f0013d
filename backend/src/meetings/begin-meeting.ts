import { MEETING_LIFECYCLE } from '#domain/meeting-lifecycle.ts';
import type { MeetingState } from '#domain/meeting-lifecycle.ts';
import { step } from '#domain/lifecycle.ts';
import { meetingScope, teamScope } from '../platform/change-log.ts';
import { notFound, stepNotPossible } from '../platform/errors.ts';
import type { Work } from '../platform/unit-of-work.ts';
import { preparationOfMeetings } from './preparation.ports.ts';

/**
 * DRAFT or CONVENED → IN_PROGRESS: the database's clock starts the meeting and its first item. Whether the person may was asked
 * before. A lost double tap finds the meeting begun and answers with it.
 * @throws Refusal STEP_NOT_POSSIBLE from any other state
 */
export async function beginMeeting(work: Work, meetingId: string): Promise<void> {
  const [meeting] = await work.query<{ state: MeetingState; team_id: string; series_id: string }>(
    'select state, team_id, series_id from meeting where id = $1 for update',
    [meetingId],
  );
  if (!meeting) throw notFound();
  if (meeting.state !== 'IN_PROGRESS') {
    const next = step(MEETING_LIFECYCLE, meeting.state, 'START', { now: work.now, startedAt: null, plannedEnd: 0 });
    if ('refused' in next) throw stepNotPossible(meeting.state, next.possible);
    await work.query(
      `with begun as (
         update agenda_item set state = 'ACTIVE', started_at = clock_timestamp(), revision = revision + 1
         where id = (select id from agenda_item where meeting_id = $1 and state = 'PLANNED' order by position limit 1) returning id
       )
       update meeting set state = 'IN_PROGRESS', started_at = clock_timestamp(), convened_at = coalesce(convened_at, clock_timestamp()),
         current_item_id = (select id from begun), revision = revision + 1
       where id = $1`,
      [meetingId],
    );
    await preparationOfMeetings().whenSeriesChanged(work, meeting.series_id);
  }
  const [now] = await work.query<{
    set: Record<string, unknown>;
    item: { id: string; set: Record<string, unknown> } | null;
  }>(
    `select jsonb_build_object('state', m.state, 'startedAt', utc(m.started_at), 'convenedAt', utc(m.convened_at), 'currentItemId', m.current_item_id,
        'revision', m.revision) as set,
      (select jsonb_build_object('id', i.id, 'set', jsonb_build_object('state', i.state, 'startedAt', utc(i.started_at), 'revision', i.revision))
        from agenda_item i where i.id = m.current_item_id) as item
     from meeting m where m.id = $1`,
    [meetingId],
  );
  if (now!.item) {
    work.changes.record({
      scopes: [meetingScope(meetingId)],
      entity: 'AgendaItem',
      entityId: now!.item.id,
      verb: 'activated',
      fields: { set: now!.item.set },
    });
  }
  work.changes.record({
    scopes: [meetingScope(meetingId), teamScope(meeting.team_id)],
    entity: 'Meeting',
    entityId: meetingId,
    verb: 'started',
    fields: { set: now!.set },
  });
}
