import { Inject, Injectable } from '@nestjs/common';
import { ask } from '../access/ask.ts';
import { meetingScope } from '../platform/change-log.ts';
import { notFound } from '../platform/errors.ts';
import { newId } from '../platform/new-id.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { meetingsPolicy } from './meetings.policy.ts';
import { withoutRelation } from './plan-room.ts';
import { AlreadySo, lockWritable, orAlready, readMeeting } from './run-room.ts';

const TEAM_MEMBER_BIT = 2;

/** Who came. */
@Injectable()
export class AttendanceService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** The person is in the room: said once, when the meeting is on. Before and after it, nothing is noted. */
  comeIn(who: Asker, meetingId: string): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, meetingsPolicy['meeting.come'], async (work) => {
      await ask(work, meetingsPolicy['meeting.come'], 'meeting', meetingId, meetingsPolicy['meeting.read']);
      const meeting = await readMeeting(work, meetingId);
      if (meeting.state !== 'IN_PROGRESS') throw new AlreadySo();
      await markPresent(work, meetingId, work.actor.personId);
      return meetingId;
    });
    return orAlready(meetingId, run);
  }

  /**
   * Somebody says for another that they came, or didn't.
   * @throws Refusal NOT_FOUND when the person neither is called nor is in the team
   */
  set(who: Asker, meetingId: string, personId: string, attendance: string): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, meetingsPolicy['meeting.run'], async (work) => {
      const meeting = await lockWritable(work, meetingId, meetingsPolicy['meeting.run']);
      const [known] = await work.query('select id from meeting_participant where meeting_id = $1 and person_id = $2', [
        meetingId,
        personId,
      ]);
      if (!known) {
        const [row] = await work.query<{ rel: number }>('select team_rel($1, $2) as rel', [meeting.team_id, personId]);
        if (((row?.rel ?? 0) & TEAM_MEMBER_BIT) === 0) throw notFound();
      }
      await writeAttendance(work, meetingId, personId, attendance);
      return meetingId;
    });
    return orAlready(meetingId, run);
  }
}

/** A guest who came is a guest in the minutes, and isn't asked to approve them. */
export async function markPresent(work: Work, meetingId: string, personId: string): Promise<void> {
  const [row] = await work.query<{ is_guest: boolean }>(
    'select is_guest from meeting_participant where meeting_id = $1 and person_id = $2',
    [meetingId, personId],
  );
  await writeAttendance(work, meetingId, personId, row?.is_guest ? 'GUEST' : 'PRESENT');
}

/** @throws AlreadySo when it stands so */
async function writeAttendance(work: Work, meetingId: string, personId: string, attendance: string): Promise<void> {
  const [known] = await work.query<{ id: string; attendance: string }>(
    'select id, attendance from meeting_participant where meeting_id = $1 and person_id = $2 for update',
    [meetingId, personId],
  );
  if (known?.attendance === attendance) throw new AlreadySo();
  const id = known?.id ?? newId();
  await work.query(
    `insert into meeting_participant (id, municipality_id, meeting_id, person_id, attendance) values ($1, $2, $3, $4, $5)
     on conflict (meeting_id, person_id) do update set attendance = excluded.attendance`,
    [id, work.actor.municipalityId, meetingId, personId, attendance],
  );
  const [row] = await work.query<{ json: Record<string, unknown> }>(
    'select participant_json(x, 0) as json from meeting_participant x where x.id = $1',
    [id],
  );
  work.changes.record({
    scopes: [meetingScope(meetingId)],
    entity: 'MeetingParticipant',
    entityId: id,
    verb: known ? 'attended' : 'came',
    fields: known
      ? { set: { attendance } }
      : { set: withoutRelation(row!.json), into: [{ entity: 'Meeting', id: meetingId, field: 'participants' }] },
  });
}
