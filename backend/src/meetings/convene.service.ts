import { Inject, Injectable } from '@nestjs/common';
import { MEETING_LIFECYCLE, type MeetingEvent, type MeetingState } from '#domain/meeting-lifecycle.ts';
import { step } from '#domain/lifecycle.ts';
import { meetingScope, personScope } from '../platform/change-log.ts';
import { notFound, Refusal, stepNotPossible } from '../platform/errors.ts';
import { newId } from '../platform/new-id.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { callOff } from './call-off.ts';
import { meetingsPolicy } from './meetings.policy.ts';
import { noticesOfMeetings } from './notices.ports.ts';
import {
  UNTIL_IT_ENDS,
  lockMeeting,
  recordForParticipants,
  recordMeeting,
  withoutRelation,
  type PlannedMeeting,
} from './plan-room.ts';

const ALL: readonly MeetingState[] = ['DRAFT', 'CONVENED', 'IN_PROGRESS', 'HELD', 'CLOSED', 'CANCELLED'];
const inParticipants = (meetingId: string) => [{ entity: 'Meeting', id: meetingId, field: 'participants' }];

/** Calling people to a meeting, and calling it off. */
@Injectable()
export class ConveneService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** DRAFT → CONVENED: the agenda becomes visible to those who are called. Who has joined the team since is called too. */
  convene(who: Asker, meetingId: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, meetingsPolicy['meeting.plan'], async (work) => {
      const meeting = await lockMeeting(work, meetingId, ALL);
      if (meeting.state !== 'CONVENED') {
        this.requireStep(work, meeting, 'CONVENE');
        await this.callNewMembers(work, meeting);
        await work.query(
          `update meeting set state = 'CONVENED', convened_at = clock_timestamp(), revision = revision + 1 where id = $1`,
          [meetingId],
        );
        await noticesOfMeetings().tell(work, meetingId, 'CONVENED');
      }
      const [now] = await work.query<{ set: Record<string, unknown> }>(
        `select jsonb_build_object('state', state, 'convenedAt', utc(convened_at), 'revision', revision) as set from meeting where id = $1`,
        [meetingId],
      );
      recordMeeting(work, meeting, 'convened', { set: now!.set });
      await recordForParticipants(work, meetingId, 'convened');
      return meetingId;
    });
  }

  /** DRAFT or CONVENED → CANCELLED, with a reason. What was brought over, and what the team put on itself, goes on to the next meeting. */
  cancel(who: Asker, meetingId: string, reason: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, meetingsPolicy['meeting.cancel'], async (work) => {
      const meeting = await lockMeeting(work, meetingId, ALL, meetingsPolicy['meeting.cancel']);
      if (meeting.state !== 'CANCELLED') {
        this.requireStep(work, meeting, 'CANCEL');
        await callOff(work, meeting, reason);
      }
      const [now] = await work.query<{ set: Record<string, unknown> }>(
        `select jsonb_build_object('state', state, 'cancelledReason', cancelled_reason, 'revision', revision) as set from meeting where id = $1`,
        [meetingId],
      );
      recordMeeting(work, meeting, 'cancelled', { set: now!.set });
      await recordForParticipants(work, meetingId, 'cancelled');
      return meetingId;
    });
  }

  /** Calls somebody from outside the team to this one meeting. */
  invite(who: Asker, meetingId: string, personId: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, meetingsPolicy['meeting.plan'], async (work) => {
      const meeting = await lockMeeting(work, meetingId, UNTIL_IT_ENDS);
      const allowed = await work.query('select from guest_choices($1, null) g where g.id = $2', [meetingId, personId]);
      const [already] = await work.query<{ id: string }>(
        'select id from meeting_participant where meeting_id = $1 and person_id = $2',
        [meetingId, personId],
      );
      if (allowed.length === 0 && !already) throw notFound();
      const id = already?.id ?? newId();
      if (!already) {
        await work.query(
          'insert into meeting_participant (id, municipality_id, meeting_id, person_id, is_guest) values ($1, $2, $3, $4, true)',
          [id, work.actor.municipalityId, meetingId, personId],
        );
        await noticesOfMeetings().tell(work, meetingId, 'CONVENED', personId);
      }
      await this.recordCalled(work, meeting, [id]);
      if (meeting.state !== 'DRAFT') await recordForParticipants(work, meetingId, 'invited');
      return id;
    });
  }

  removeGuest(who: Asker, participantId: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, meetingsPolicy['meeting.plan'], async (work) => {
      const [found] = await work.query<{ meeting_id: string }>(
        'select meeting_id from meeting_participant where id = $1',
        [participantId],
      );
      if (!found) throw notFound();
      const meeting = await lockMeeting(work, found.meeting_id, UNTIL_IT_ENDS);
      const [guest] = await work.query<{ person_id: string; is_guest: boolean; attendance: string }>(
        'select person_id, is_guest, attendance from meeting_participant where id = $1 for update',
        [participantId],
      );
      if (!guest) throw notFound();
      if (!guest.is_guest) throw new Refusal('NOT_ALLOWED');
      const owned = await work.query<{ id: string }>(
        'select id from agenda_item where meeting_id = $1 and owner_id = $2 order by id for update',
        [meeting.id, guest.person_id],
      );
      await work.query('update agenda_item set owner_id = null, revision = revision + 1 where id = any($1::uuid[])', [
        owned.map((item) => item.id),
      ]);
      await work.query('delete from meeting_participant where id = $1', [participantId]);
      await noticesOfMeetings().tell(work, meeting.id, 'UNINVITED', guest.person_id);
      for (const item of owned) {
        work.changes.record({
          scopes: [meetingScope(meeting.id)],
          entity: 'AgendaItem',
          entityId: item.id,
          verb: 'changed',
          fields: { set: { owner: null } },
        });
      }
      work.changes.record({
        scopes: [meetingScope(meeting.id)],
        entity: 'MeetingParticipant',
        entityId: participantId,
        verb: 'removed',
        fields: { outOf: inParticipants(meeting.id) },
      });
      work.changes.record({
        scopes: [meetingScope(meeting.id), personScope(guest.person_id)],
        entity: 'Meeting',
        entityId: meeting.id,
        verb: 'uninvited',
        fields: { hint: true },
      });
      return meeting.id;
    });
  }

  private requireStep(work: Work, meeting: PlannedMeeting, event: MeetingEvent): void {
    const next = step(MEETING_LIFECYCLE, meeting.state, event, {
      now: work.now,
      startedAt: null,
      plannedEnd: Infinity,
    });
    if ('refused' in next) throw stepNotPossible(meeting.state, next.possible);
  }

  private async callNewMembers(work: Work, meeting: PlannedMeeting): Promise<void> {
    const joined = await work.query<{ id: string }>(
      `with called as (
         insert into meeting_participant (municipality_id, meeting_id, person_id)
         select distinct m.municipality_id, $1::uuid, m.person_id from team_membership m
         where m.team_id = $2 and m.valid_from <= app_today() and (m.valid_to is null or m.valid_to >= app_today())
         on conflict (meeting_id, person_id) do nothing returning id
       ) select id from called`,
      [meeting.id, meeting.team_id],
    );
    await this.recordCalled(
      work,
      meeting,
      joined.map((row) => row.id),
    );
  }

  private async recordCalled(work: Work, meeting: PlannedMeeting, participantIds: readonly string[]): Promise<void> {
    const rows = await work.query<{ id: string; json: Record<string, unknown> }>(
      'select x.id, participant_json(x, 0) as json from meeting_participant x where x.id = any($1::uuid[]) order by x.id',
      [participantIds],
    );
    for (const row of rows) {
      work.changes.record({
        scopes: [meetingScope(meeting.id)],
        entity: 'MeetingParticipant',
        entityId: row.id,
        verb: 'called',
        fields: { set: withoutRelation(row.json), into: inParticipants(meeting.id) },
      });
    }
  }
}
