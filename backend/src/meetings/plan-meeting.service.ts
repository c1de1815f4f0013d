import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { meetingFields } from '#inputs/meeting-plan.ts';
import type { MeetingRole } from '#domain/role.ts';
import { ask } from '../access/ask.ts';
import { notFound } from '../platform/errors.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { readTemplate } from './agenda-lay.ts';
import { beginMeeting } from './begin-meeting.ts';
import { defaultSeries, makeMeeting, requirePlannable, type NewMeeting } from './make-meeting.ts';
import { giveMeetingRole } from './meeting-role.ts';
import { meetingsPolicy } from './meetings.policy.ts';
import { noticesOfMeetings } from './notices.ports.ts';
import {
  BEFORE_IT_STARTS,
  UNTIL_IT_ENDS,
  lockMeeting,
  mergeSeen,
  recordForParticipants,
  recordMeeting,
  withoutRelation,
  type PlannedMeeting,
} from './plan-room.ts';
import { preparationOfMeetings } from './preparation.ports.ts';

export type MeetingFields = z.infer<typeof meetingFields>;

/** The template of a meeting that nobody planned. */
const SHORT_TEMPLATE = 'opfoelgning-kort';
const COLUMNS: Record<keyof MeetingFields, string> = {
  title: 'title',
  startsAt: 'starts_at',
  durationMin: 'duration_min',
  place: 'place',
  purpose: 'purpose',
  bring: 'bring',
};

/** Making a meeting, and what it is about. */
@Injectable()
export class PlanMeetingService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** A draft with its agenda laid: the template scaled to the slot, what goes on, and open actions under Opfølgning; roles moved one place. */
  create(who: Asker, teamId: string, input: NewMeeting): Promise<Done<string>> {
    return this.unitOfWork.run(who, meetingsPolicy['meeting.plan'], async (work) => {
      await ask(work, meetingsPolicy['meeting.plan'], 'team', teamId, 'team.name');
      return makeMeeting(work, teamId, await defaultSeries(work, teamId), input);
    });
  }

  /** From nothing to IN_PROGRESS with the short template. */
  startNow(who: Asker, teamId: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, meetingsPolicy['meeting.run'], async (work) => {
      await ask(work, meetingsPolicy['meeting.run'], 'team', teamId, 'team.name');
      // A second tap, or a colleague's at the same moment, comes into the meeting that is on instead of making another.
      await work.query('select id from team where id = $1 for update', [teamId]);
      const [running] = await work.query<{ id: string }>(
        `select id from meeting where team_id = $1 and state = 'IN_PROGRESS' order by started_at desc limit 1`,
        [teamId],
      );
      const template = await readTemplate(work, SHORT_TEMPLATE, teamId);
      const id =
        running?.id ??
        (await makeMeeting(work, teamId, await defaultSeries(work, teamId), {
          templateKey: SHORT_TEMPLATE,
          startsAt: new Date(work.now).toISOString(),
          durationMin: template.minutes,
        }));
      await beginMeeting(work, id);
      return id;
    });
  }

  /**
   * Changes the meeting's own fields.
   * @param seen the values the person had before them, for the fields in `change`
   * @throws Refusal CHANGED_MEANWHILE with the values that are there now
   */
  change(who: Asker, meetingId: string, change: MeetingFields, seen: MeetingFields): Promise<Done<string>> {
    return this.unitOfWork.run(who, meetingsPolicy['meeting.plan'], async (work) => {
      const when = 'startsAt' in change || 'durationMin' in change;
      if (change.startsAt !== undefined) requirePlannable(work, change.startsAt);
      const meeting = await lockMeeting(work, meetingId, when ? BEFORE_IT_STARTS : UNTIL_IT_ENDS);
      const current = fieldsOf(meeting);
      const changed = mergeSeen(current, normal(change), normal(seen));
      const fields = Object.keys(changed) as (keyof MeetingFields)[];
      let revision = meeting.revision;
      if (fields.length > 0) {
        revision += 1;
        await work.query(
          `update meeting set revision = $2, ${fields.map((field, n) => `${COLUMNS[field]} = $${n + 3}`).join(', ')} where id = $1`,
          [meetingId, revision, ...fields.map((field) => changed[field])],
        );
      }
      recordMeeting(work, meeting, 'changed', { set: { ...normal(change), revision } });
      if (changed.startsAt !== undefined) await preparationOfMeetings().whenSeriesChanged(work, meeting.series_id);
      const told = fields.some(
        (field) => field === 'startsAt' || field === 'durationMin' || field === 'place' || field === 'title',
      );
      if (told && meeting.state !== 'DRAFT') {
        await recordForParticipants(work, meetingId, 'moved');
        await noticesOfMeetings().tell(work, meetingId, 'MOVED');
      }
      return meetingId;
    });
  }

  /** The meeting's focus. @param seen the markers the person saw as chosen */
  focus(who: Asker, meetingId: string, markerIds: readonly string[], seen: readonly string[]): Promise<Done<string>> {
    return this.unitOfWork.run(who, meetingsPolicy['meeting.plan'], async (work) => {
      const meeting = await lockMeeting(work, meetingId, UNTIL_IT_ENDS);
      const rows = await work.query<{ marker_id: string }>(
        'select marker_id from meeting_marker where meeting_id = $1 order by marker_id',
        [meetingId],
      );
      const sorted = (ids: readonly string[]) => [...new Set(ids)].sort();
      mergeSeen(
        { markerIds: rows.map((row) => row.marker_id) },
        { markerIds: sorted(markerIds) },
        { markerIds: sorted(seen) },
      );
      await requireMarkers(work, markerIds);
      await work.query('delete from meeting_marker where meeting_id = $1 and not marker_id = any($2::uuid[])', [
        meetingId,
        markerIds,
      ]);
      await work.query(
        'insert into meeting_marker (municipality_id, meeting_id, marker_id) select $1, $2, unnest($3::uuid[]) on conflict do nothing',
        [work.actor.municipalityId, meetingId, markerIds],
      );
      const [now] = await work.query<{ json: unknown[] }>('select meeting_markers_json($1, 0) as json', [meetingId]);
      recordMeeting(work, meeting, 'focused', { set: { markers: withoutRelation(now!.json) } });
      return meetingId;
    });
  }

  /** Gives a role, or takes it from everybody (participantId null). Whoever had it gets the other's role in exchange. */
  giveRole(who: Asker, meetingId: string, role: MeetingRole, participantId: string | null): Promise<Done<string>> {
    return this.unitOfWork.run(who, meetingsPolicy['meeting.plan'], async (work) => {
      const meeting = await lockMeeting(work, meetingId, UNTIL_IT_ENDS);
      const changed = await giveMeetingRole(work, meetingId, role, participantId);
      if (changed === 0) recordMeeting(work, meeting, 'changed', { set: { revision: meeting.revision } });
      return meetingId;
    });
  }
}

/** @throws Refusal NOT_FOUND for a marker that is not there or is another municipality's */
export async function requireMarkers(work: Work, markerIds: readonly string[]): Promise<void> {
  const [found] = await work.query<{ n: number }>(
    'select count(*)::integer as n from guiding_marker where id = any($1::uuid[])',
    [markerIds],
  );
  if (found!.n !== new Set(markerIds).size) throw notFound();
}

const fieldsOf = (meeting: PlannedMeeting): Required<MeetingFields> => ({
  title: meeting.title,
  startsAt: meeting.starts_at.toISOString(),
  durationMin: meeting.duration_min,
  place: meeting.place,
  purpose: meeting.purpose,
  bring: meeting.bring,
});

/** The same instant is the same, however it was written. */
const normal = (fields: MeetingFields): MeetingFields =>
  fields.startsAt === undefined ? fields : { ...fields, startsAt: new Date(fields.startsAt).toISOString() };
