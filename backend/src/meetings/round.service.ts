import { Inject, Injectable } from '@nestjs/common';
import {
  nextSpeaker,
  passSpeaker,
  speakingOrder,
  type EarlierRound,
  type SpeakingOrder,
} from '#domain/speaking-round.ts';
import { meetingScope } from '../platform/change-log.ts';
import { notFound, Refusal } from '../platform/errors.ts';
import { newId } from '../platform/new-id.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { meetingsPolicy } from './meetings.policy.ts';
import { meetingOfItem } from './plan-room.ts';
import { endRound } from './round-room.ts';
import { AlreadySo, lockRunning, orAlready } from './run-room.ts';

const RUN = meetingsPolicy['meeting.run'];
const FEWEST = 2;

interface RunningRound extends SpeakingOrder {
  id: string;
}

/**
 * A round in the room. Nothing about it is kept for each person but who began; neither does the change log get the order: the room is
 * told that there is a round, and fetches it as those may who are in it.
 */
@Injectable()
export class RoundService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * "Tag en runde" on the item that is on, among those who are there; guests come last. Where a round is on, it is left on.
   * @param seconds what each is meant to have
   * @throws Refusal INPUT_REFUSED when fewer than two are there
   */
  start(who: Asker, itemId: string, seconds: number): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, RUN, async (work) => {
      const meetingId = await meetingOfItem(work, itemId);
      const meeting = await lockRunning(work, meetingId);
      if (meeting.current_item_id !== itemId || (await readRound(work, meetingId))) throw new AlreadySo();
      const speakers = await orderOf(work, meetingId, meeting.team_id);
      if (speakers.length < FEWEST)
        throw new Refusal('INPUT_REFUSED', { fields: [{ field: 'present', problem: 'TOO_FEW' }] });
      await work.query(
        `insert into speaking_round (id, municipality_id, meeting_id, team_id, item_id, began_id, speakers, seconds, state)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'RUNNING')`,
        [newId(), work.actor.municipalityId, meetingId, meeting.team_id, itemId, speakers[0], speakers, seconds],
      );
      tellAnew(work, meetingId, 'round begun');
      return meetingId;
    });
    return orAlready(itemId, run);
  }

  /** "Næste": the next person's turn, or the end after the last. @param seenAt whose turn the person saw */
  next(who: Asker, meetingId: string, roundId: string, seenAt: number): Promise<Done<string>> {
    return this.step(who, meetingId, roundId, seenAt, async (work, round) => {
      const next = nextSpeaker(round);
      if (!next) return void (await endRound(work, meetingId));
      const [row] = await work.query<{ set: Record<string, unknown> }>(
        `with moved as (update speaking_round set at = $2, turn_started_at = clock_timestamp() where id = $1 returning at, turn_started_at)
         select jsonb_build_object('at', at, 'turnStartedAt', utc(turn_started_at)) as set from moved`,
        [roundId, next.at],
      );
      work.changes.record({
        scopes: [meetingScope(meetingId)],
        entity: 'SpeakingRound',
        entityId: roundId,
        verb: 'moved on',
        fields: { set: row!.set },
      });
    });
  }

  /** "Spring mig over": whose turn it is comes last; the second time they are let go. */
  pass(who: Asker, meetingId: string, roundId: string, seenAt: number, seenSpeakerId: string): Promise<Done<string>> {
    return this.step(who, meetingId, roundId, seenAt, async (work, round) => {
      if (round.speakers[round.at] !== seenSpeakerId) throw new AlreadySo();
      const next = passSpeaker(round);
      if (!next) return void (await endRound(work, meetingId));
      // Whoever was passed by before anybody spoke has not begun.
      await work.query(
        `update speaking_round set speakers = $2, at = $3, passed = $4, turn_started_at = clock_timestamp(),
           began_id = case when $3 = 0 then ($2::uuid[])[1] else began_id end where id = $1`,
        [roundId, next.speakers, next.at, next.passed],
      );
      tellAnew(work, meetingId, 'round passed on');
    });
  }

  end(who: Asker, meetingId: string, roundId: string): Promise<Done<string>> {
    return this.step(who, meetingId, roundId, null, async (work) => void (await endRound(work, meetingId)));
  }

  private step(
    who: Asker,
    meetingId: string,
    roundId: string,
    seenAt: number | null,
    take: (work: Work, round: RunningRound) => Promise<void>,
  ): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, RUN, async (work) => {
      await lockRunning(work, meetingId);
      const round = await readRound(work, meetingId);
      if (round?.id !== roundId) {
        const [known] = await work.query('select id from speaking_round where id = $1 and meeting_id = $2', [
          roundId,
          meetingId,
        ]);
        throw known ? new AlreadySo() : notFound();
      }
      if (seenAt !== null && round.at !== seenAt) throw new AlreadySo();
      await take(work, round);
      return meetingId;
    });
    return orAlready(meetingId, run);
  }
}

async function readRound(work: Work, meetingId: string): Promise<RunningRound | undefined> {
  const [round] = await work.query<RunningRound>(
    `select id, speakers, at, passed from speaking_round where meeting_id = $1 and state = 'RUNNING' for update`,
    [meetingId],
  );
  return round;
}

/** Those who are there, in the order the domain finds fair; guests after the team, so that a guest is not always first. */
async function orderOf(work: Work, meetingId: string, teamId: string): Promise<string[]> {
  const people = await work.query<{ id: string; guest: boolean }>(
    `select p.id, x.is_guest as guest from meeting_participant x join person p on p.id = x.person_id
     where x.meeting_id = $1 and x.attendance in ('PRESENT', 'GUEST') order by p.display_name collate "da-x-icu", p.id`,
    [meetingId],
  );
  const earlier = await work.query<{ began: string; at: Date }>(
    'select began_id as began, max(started_at) as at from speaking_round where team_id = $1 group by began_id',
    [teamId],
  );
  const begun: EarlierRound[] = earlier.map((one) => ({ beganId: one.began, startedAt: one.at.getTime() }));
  const idsOf = (guests: boolean) => people.filter((one) => one.guest === guests).map((one) => one.id);
  return [...speakingOrder(idsOf(false), begun), ...idsOf(true)];
}

function tellAnew(work: Work, meetingId: string, verb: string): void {
  work.changes.record({
    scopes: [meetingScope(meetingId)],
    entity: 'Meeting',
    entityId: meetingId,
    verb,
    fields: { hint: true },
  });
}
