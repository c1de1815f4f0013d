import { Inject, Injectable } from '@nestjs/common';
import { FEWEST_PULSE_ANSWERS } from '#domain/silent-lifecycle.ts';
import { ask } from '../access/ask.ts';
import { meetingsPolicy } from '../meetings/meetings.policy.ts';
import { meetingOfItem } from '../meetings/plan-room.ts';
import { AlreadySo, notNow, orAlready, readMeeting } from '../meetings/run-room.ts';
import { meetingScope, personScope } from '../platform/change-log.ts';
import { notFound, stepNotPossible } from '../platform/errors.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { reflectionsPolicy } from './reflections.policy.ts';

const ANSWER = reflectionsPolicy['pulse.answer'];

/** How the meeting was, 1 to 5: each answers alone, and only the distribution is ever shown. */
@Injectable()
export class PulseService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** @throws Refusal STEP_NOT_POSSIBLE once the distribution is shown */
  answer(who: Asker, itemId: string, step: number): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, ANSWER, async (work) => {
      await this.lock(work, itemId, 'pg_advisory_xact_lock_shared');
      if (await isShown(work, itemId)) throw stepNotPossible('SHOWN', []);
      const changed = await work.query(
        `insert into pulse_answer as a (municipality_id, item_id, person_id, step) values ($1, $2, $3, $4)
         on conflict (item_id, person_id) do update set step = excluded.step where a.step <> excluded.step returning step`,
        [work.actor.municipalityId, itemId, work.actor.personId, step],
      );
      if (changed.length === 0) throw new AlreadySo();
      // What was answered is fetched by one's other device; the history keeps only that one answered.
      work.changes.record({
        scopes: [personScope(work.actor.personId)],
        entity: 'Pulse',
        entityId: itemId,
        verb: 'answered',
        fields: { hint: true },
      });
      return itemId;
    });
    return orAlready(itemId, run);
  }

  /**
   * Shows the distribution to the team. The room holds guests too, so the room is told to fetch, not what it is.
   * @throws Refusal STEP_NOT_POSSIBLE while there are too few answers
   */
  show(who: Asker, itemId: string): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, ANSWER, async (work) => {
      const meetingId = await this.lock(work, itemId, 'pg_advisory_xact_lock');
      if (await isShown(work, itemId)) throw new AlreadySo();
      const [door] = await work.query<{ done: boolean }>('select door_show_pulse($1, $2) as done', [
        itemId,
        FEWEST_PULSE_ANSWERS,
      ]);
      if (!door!.done) throw stepNotPossible('TOO_FEW_ANSWERS', ['ANSWER']);
      work.changes.record({
        scopes: [meetingScope(meetingId)],
        entity: 'Pulse',
        entityId: itemId,
        verb: 'shown',
        fields: { hint: true },
      });
      return itemId;
    });
    return orAlready(itemId, run);
  }

  /** Asks, and lets nobody answer while it is counted: answers stand side by side, the count stands alone. */
  private async lock(work: Work, itemId: string, lock: string): Promise<string> {
    const meetingId = await meetingOfItem(work, itemId);
    await ask(work, ANSWER, 'meeting', meetingId, meetingsPolicy['meeting.read']);
    const [item] = await work.query<{ kind: string; state: string }>(
      'select i.kind, m.state from agenda_item i join meeting m on m.id = i.meeting_id where i.id = $1',
      [itemId],
    );
    if (item?.kind !== 'EVALUATION') throw notFound();
    if (item.state !== 'IN_PROGRESS') throw notNow(await readMeeting(work, meetingId));
    await work.query(`select ${lock}(hashtextextended('pulse ' || $1, 0))`, [itemId]);
    return meetingId;
  }
}

async function isShown(work: Work, itemId: string): Promise<boolean> {
  const rows = await work.query('select item_id from pulse where item_id = $1', [itemId]);
  return rows.length > 0;
}
