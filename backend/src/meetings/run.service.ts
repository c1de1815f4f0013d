import { Inject, Injectable } from '@nestjs/common';
import { step } from '#domain/lifecycle.ts';
import { MEETING_LIFECYCLE } from '#domain/meeting-lifecycle.ts';
import { ask } from '../access/ask.ts';
import { meetingScope } from '../platform/change-log.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { markPresent } from './attendance.service.ts';
import { beginMeeting } from './begin-meeting.ts';
import { meetingsPolicy } from './meetings.policy.ts';
import { recordForParticipants, recordMeeting } from './plan-room.ts';
import { preparationOfMeetings } from './preparation.ports.ts';
import { endRound } from './round-room.ts';
import { AlreadySo, factsOf, lockRunning, notNow, readItems } from './run-room.ts';
import { recordItems } from './step-record.ts';

const RUN = meetingsPolicy['meeting.run'];

/** Starting a meeting, and taking the start back. */
@Injectable()
export class RunService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** DRAFT or CONVENED → IN_PROGRESS; whoever starts it is there. */
  start(who: Asker, meetingId: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, RUN, async (work) => {
      await ask(work, RUN, 'meeting', meetingId, meetingsPolicy['meeting.read']);
      await beginMeeting(work, meetingId);
      await unlessAlready(markPresent(work, meetingId, work.actor.personId));
      await recordForParticipants(work, meetingId, 'started');
      return meetingId;
    });
  }

  /**
   * IN_PROGRESS → CONVENED within a quarter of an hour: the clock and the outcomes are taken back, what was written stays.
   * @throws Refusal STEP_NOT_POSSIBLE when it is too late
   */
  startedByMistake(who: Asker, meetingId: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, RUN, async (work) => {
      const meeting = await lockRunning(work, meetingId);
      if ('refused' in step(MEETING_LIFECYCLE, meeting.state, 'START_BY_MISTAKE', factsOf(meeting)))
        throw notNow(meeting);
      await endRound(work, meetingId);
      const items = await readItems(work, meetingId);
      await work.query(
        `update agenda_item set state = 'PLANNED', outcome = null, outcome_reason = null, started_at = null, ended_at = null, extended_min = 0,
           revision = revision + 1 where meeting_id = $1`,
        [meetingId],
      );
      await work.query(
        `update meeting set state = 'CONVENED', started_at = null, paused_at = null, current_item_id = null, revision = revision + 1 where id = $1`,
        [meetingId],
      );
      await recordItems(
        work,
        meetingId,
        items.map((item) => item.id),
        'taken back',
      );
      await this.callBack(work, meetingId);
      const [now] = await work.query<{ revision: number }>('select revision from meeting where id = $1', [meetingId]);
      recordMeeting(work, meeting, 'started by mistake', {
        set: { state: 'CONVENED', startedAt: null, pausedAt: null, currentItemId: null, revision: now!.revision },
      });
      await recordForParticipants(work, meetingId, 'started by mistake');
      await preparationOfMeetings().whenSeriesChanged(work, meeting.series_id);
      return meetingId;
    });
  }

  /** Nobody has come to a meeting that has not begun. */
  private async callBack(work: Work, meetingId: string): Promise<void> {
    const came = await work.query<{ id: string }>(
      `with back as (update meeting_participant set attendance = 'INVITED' where meeting_id = $1 and attendance in ('PRESENT', 'GUEST') returning id)
       select id from back order by id`,
      [meetingId],
    );
    for (const { id } of came) {
      work.changes.record({
        scopes: [meetingScope(meetingId)],
        entity: 'MeetingParticipant',
        entityId: id,
        verb: 'called back',
        fields: { set: { attendance: 'INVITED' } },
      });
    }
  }
}

async function unlessAlready(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof AlreadySo)) throw error;
  }
}
