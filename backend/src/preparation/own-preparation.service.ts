import { Inject, Injectable } from '@nestjs/common';
import { possibleEvents } from '#domain/lifecycle.ts';
import { MEETING_LIFECYCLE, type MeetingState } from '#domain/meeting-lifecycle.ts';
import { isBlank } from '#domain/text-rules.ts';
import { ask } from '../access/ask.ts';
import { meetingsPolicy } from '../meetings/meetings.policy.ts';
import { BEFORE_IT_STARTS, UNTIL_IT_ENDS } from '../meetings/plan-room.ts';
import { AlreadySo, orAlready } from '../meetings/run-room.ts';
import { meetingScope, personScope } from '../platform/change-log.ts';
import { newId } from '../platform/new-id.ts';
import { changedMeanwhile, notFound, stepNotPossible } from '../platform/errors.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { preparationPolicy } from './preparation.policy.ts';

const WRITE = preparationPolicy['preparation.write'];

/** One's own preparation: what one has written, and that one is ready. */
@Injectable()
export class OwnPreparationService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Saves one's own note, also while the meeting is on. An empty text takes it back.
   * @param seen what it said before it was changed
   * @throws Refusal CHANGED_MEANWHILE with what another device of the same person wrote; STEP_NOT_POSSIBLE once the meeting is over
   */
  saveNote(who: Asker, meetingId: string, text: string, seen: string): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, WRITE, async (work) => {
      await this.hold(work, meetingId, UNTIL_IT_ENDS);
      const me = work.actor.personId;
      const note = await readNote(work, meetingId);
      if ((note?.text ?? '') === text) throw new AlreadySo();
      if ((note?.text ?? '') !== seen) throw changedMeanwhile({ text: note?.text ?? '' });
      const id = note?.id ?? newId();
      if (note && isBlank(text)) await work.query('delete from preparation_note where id = $1', [id]);
      else if (note) await work.query('update preparation_note set text = $2 where id = $1', [id, text]);
      else await this.addNote(work, id, meetingId, text);
      work.changes.record({
        scopes: [meetingScope(meetingId), personScope(me)],
        entity: 'PreparationNote',
        entityId: id,
        verb: isBlank(text) ? 'taken back' : 'written',
        fields: { hint: true },
      });
      return meetingId;
    });
    return orAlready(meetingId, run);
  }

  /**
   * The person is ready for the meeting, or is not yet. Recorded in their own scope alone: the room hears of it at the beat, as a count.
   * @throws Refusal STEP_NOT_POSSIBLE once the meeting has begun
   */
  sayReady(who: Asker, meetingId: string, isReady: boolean): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, WRITE, async (work) => {
      await this.hold(work, meetingId, BEFORE_IT_STARTS);
      const { personId: me, municipalityId } = work.actor;
      const changed = await work.query(
        isReady
          ? 'insert into preparation_ready (municipality_id, meeting_id, person_id) values ($3, $1, $2) on conflict do nothing returning person_id'
          : 'delete from preparation_ready where meeting_id = $1 and person_id = $2 and municipality_id = $3 returning person_id',
        [meetingId, me, municipalityId],
      );
      if (changed.length === 0) throw new AlreadySo();
      work.changes.record({
        scopes: [personScope(me)],
        entity: 'Preparation',
        entityId: meetingId,
        verb: isReady ? 'ready' : 'not ready',
        fields: { set: { ownReady: isReady } },
      });
      return meetingId;
    });
    return orAlready(meetingId, run);
  }

  /** Asks, and holds the meeting in its state until what is written is in. */
  private async hold(work: Work, meetingId: string, states: readonly MeetingState[]): Promise<void> {
    await ask(work, WRITE, 'meeting', meetingId, meetingsPolicy['meeting.read']);
    const [meeting] = await work.query<{ state: MeetingState }>('select state from meeting where id = $1 for share', [
      meetingId,
    ]);
    if (!meeting) throw notFound();
    if (!states.includes(meeting.state))
      throw stepNotPossible(
        meeting.state,
        possibleEvents(MEETING_LIFECYCLE, meeting.state, { now: work.now, startedAt: null, plannedEnd: Infinity }),
      );
  }

  private async addNote(work: Work, id: string, meetingId: string, text: string): Promise<void> {
    const { municipalityId, personId } = work.actor;
    const added = await work.query(
      `insert into preparation_note (id, municipality_id, meeting_id, person_id, text) values ($1, $2, $3, $4, $5)
       on conflict (meeting_id, person_id) do nothing returning id`,
      [id, municipalityId, meetingId, personId, text],
    );
    if (added.length > 0) return;
    // Another device of theirs was first with its first word.
    const theirs = await readNote(work, meetingId);
    throw changedMeanwhile({ text: theirs?.text ?? '' });
  }
}

async function readNote(work: Work, meetingId: string): Promise<{ id: string; text: string } | undefined> {
  const [note] = await work.query<{ id: string; text: string }>(
    'select id, text from preparation_note where meeting_id = $1 and person_id = $2 for update',
    [meetingId, work.actor.personId],
  );
  return note;
}
