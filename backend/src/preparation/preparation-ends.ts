import { Injectable } from '@nestjs/common';
import { meetingScope } from '../platform/change-log.ts';
import { ClockJob, NotNow } from '../platform/clock-job.ts';
import type { Actor, Work } from '../platform/unit-of-work.ts';
import { preparationPolicy } from './preparation.policy.ts';

const KEPT_DAYS = 30;
const LOOK_EVERY_MS = 3_600_000;
/** In one look; the next takes the rest. */
const MOST_MEETINGS = 200;

/**
 * Deletes what a meeting was prepared with when it is of no use any more: who was ready as soon as the meeting is over, notes and answered
 * proposals thirty days after the minutes were approved, as what the notes said before (`minutes/history-ends.ts`); of a meeting that was called
 * off, thirty days after it should have been. What is open lives on with its series.
 */
@Injectable()
export class PreparationEnds extends ClockJob {
  readonly title = 'preparation at its end';
  readonly ability = preparationPolicy['preparation.clock'];
  protected override readonly everyMs = LOOK_EVERY_MS;

  protected async doIn(clock: Actor, now: number): Promise<string[]> {
    const { ready, words } = await this.unitOfWork.read(clock, async (query) => ({
      ready: await query<{ id: string }>('select door_ready_left() as id'),
      words: await query<{ id: string }>(
        `select m.id from meeting m left join minutes x on x.meeting_id = m.id
         where coalesce(x.approved_at, case when m.state = 'CANCELLED' then m.starts_at end) <= $1::timestamptz - make_interval(days => $2)
           and (exists (select from preparation_note n where n.meeting_id = m.id)
             or exists (select from proposed_item p where p.meeting_id = m.id and p.state in ('TAKEN_IN', 'DECLINED', 'WITHDRAWN')))
         order by m.id limit $3`,
        [new Date(now), KEPT_DAYS, MOST_MEETINGS],
      ),
    }));
    const done: (string | undefined)[] = [];
    for (const { id } of ready.slice(0, MOST_MEETINGS)) done.push(await this.end(clock, id, 'ready ended', endReady));
    for (const { id } of words) done.push(await this.end(clock, id, 'preparation ended', endWords));
    return done.flatMap((id) => id ?? []);
  }

  private end(
    clock: Actor,
    meetingId: string,
    verb: string,
    remove: (work: Work, meetingId: string) => Promise<number>,
  ): Promise<string | undefined> {
    return this.write(clock, async (work) => {
      if ((await remove(work, meetingId)) === 0) throw new NotNow();
      work.changes.record({
        scopes: [meetingScope(meetingId)],
        entity: 'Preparation',
        entityId: meetingId,
        verb,
        fields: { hint: true },
      });
      return meetingId;
    });
  }
}

async function endReady(work: Work, meetingId: string): Promise<number> {
  const [gone] = await work.query<{ rows: number }>('select door_end_ready($1) as rows', [meetingId]);
  return gone!.rows;
}

async function endWords(work: Work, meetingId: string): Promise<number> {
  const [gone] = await work.query<{ rows: number }>(
    `with n as (delete from preparation_note where meeting_id = $1 returning id),
       p as (delete from proposed_item where meeting_id = $1 and state in ('TAKEN_IN', 'DECLINED', 'WITHDRAWN') returning id)
     select ((select count(*) from n) + (select count(*) from p))::integer as rows`,
    [meetingId],
  );
  return gone!.rows;
}
