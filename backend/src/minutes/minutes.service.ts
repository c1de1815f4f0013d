import { Inject, Injectable } from '@nestjs/common';
import { possibleEvents, step } from '#domain/lifecycle.ts';
import { MINUTES_LIFECYCLE, type MinutesEvent } from '#domain/minutes-lifecycle.ts';
import { bringNotes } from '../notes/note-builder.ts';
import { ask } from '../access/ask.ts';
import { changedMeanwhile, notFound, Refusal, stepNotPossible } from '../platform/errors.ts';
import { newId } from '../platform/new-id.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { cprPlaces, factsOf, freeze, recordMinutes, type MinutesRow } from './approval.ts';
import { minutesPolicy } from './minutes.policy.ts';

/** Proposing, approving and amending a meeting's minutes. */
@Injectable()
export class MinutesService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** OPEN → PROPOSED: those present are asked to read and tap. A lost double tap answers with what is. */
  propose(who: Asker, meetingId: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, minutesPolicy['minutes.propose'], async (work) => {
      const minutes = await this.open(work, meetingId, minutesPolicy['minutes.propose']);
      // The last words, stored a moment ago, are in the text that is read; whoever writes on is refused from here.
      await bringNotes(work, meetingId);
      await this.require(work, minutes, meetingId, 'PROPOSE');
      await work.query(
        `update minutes set state = 'PROPOSED', proposed_at = clock_timestamp(), proposed_by = $2, revision = revision + 1 where id = $1`,
        [minutes.id, work.actor.personId],
      );
      recordMinutes(work, meetingId, minutes.team_id, 'proposed');
      return meetingId;
    });
  }

  /** PROPOSED → OPEN: something must be written after all; taps are given anew. */
  withdraw(who: Asker, meetingId: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, minutesPolicy['minutes.propose'], async (work) => {
      const minutes = await this.open(work, meetingId, minutesPolicy['minutes.propose']);
      await this.require(work, minutes, meetingId, 'WITHDRAW');
      await work.query('delete from minutes_approval where minutes_id = $1', [minutes.id]);
      await work.query(
        `update minutes set state = 'OPEN', proposed_at = null, proposed_by = null, revision = revision + 1 where id = $1`,
        [minutes.id],
      );
      recordMinutes(work, meetingId, minutes.team_id, 'withdrawn');
      return meetingId;
    });
  }

  /**
   * One who was present taps. When all present have, and no objection stands unanswered, the minutes are approved by it
   * (domain: Minutes, three ways of approval).
   * @throws Refusal NOT_ALLOWED for somebody who was not present
   */
  tap(who: Asker, meetingId: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, minutesPolicy['minutes.tap'], async (work) => {
      const minutes = await this.open(work, meetingId, minutesPolicy['minutes.tap']);
      if (minutes.state !== 'PROPOSED')
        throw stepNotPossible(minutes.state, await this.possible(work, minutes, meetingId));
      await this.requirePresent(work, meetingId);
      await work.query(
        `insert into minutes_approval (municipality_id, minutes_id, person_id) values ($1, $2, $3) on conflict do nothing`,
        [work.actor.municipalityId, minutes.id, work.actor.personId],
      );
      const facts = await factsOf(work, minutes.id, meetingId);
      if ('to' in step(MINUTES_LIFECYCLE, minutes.state, 'APPROVE_BY_ALL', facts))
        await freeze(work, minutes, meetingId, 'ALL_PRESENT');
      else recordMinutes(work, meetingId, minutes.team_id, 'tapped');
      return meetingId;
    });
  }

  /**
   * The facilitator approves in the room.
   * @param seenRevision what the facilitator had read: a text that changed since is read again first
   */
  approve(who: Asker, meetingId: string, seenRevision: number): Promise<Done<string>> {
    return this.unitOfWork.run(who, minutesPolicy['minutes.approve'], async (work) => {
      const minutes = await this.open(work, meetingId, minutesPolicy['minutes.approve']);
      if (minutes.state === 'PROPOSED' && minutes.revision !== seenRevision)
        throw changedMeanwhile({ revision: minutes.revision });
      await this.require(work, minutes, meetingId, 'APPROVE');
      await freeze(work, minutes, meetingId, 'FACILITATOR');
      return meetingId;
    });
  }

  /** What somebody present would have otherwise, beside its item; it keeps the minutes PROPOSED until it is answered. */
  object(who: Asker, meetingId: string, itemId: string | null, text: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, minutesPolicy['minutes.tap'], async (work) => {
      const minutes = await this.open(work, meetingId, minutesPolicy['minutes.tap']);
      if (minutes.state !== 'PROPOSED')
        throw stepNotPossible(minutes.state, await this.possible(work, minutes, meetingId));
      await this.requirePresent(work, meetingId);
      await this.requireItem(work, meetingId, itemId);
      const id = newId();
      await work.query(
        `insert into minutes_objection (id, municipality_id, minutes_id, item_id, text, created_by) values ($1, $2, $3, $4, $5, $6)`,
        [id, work.actor.municipalityId, minutes.id, itemId, text, work.actor.personId],
      );
      recordMinutes(work, meetingId, minutes.team_id, 'objected', id);
      return meetingId;
    });
  }

  answerObjection(who: Asker, meetingId: string, objectionId: string, answer: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, minutesPolicy['minutes.approve'], async (work) => {
      const minutes = await this.open(work, meetingId, minutesPolicy['minutes.approve']);
      const answered = await work.query<{ id: string }>(
        `with done as (update minutes_objection set answer = $3, answered_at = clock_timestamp() where id = $1 and minutes_id = $2 returning id) select id from done`,
        [objectionId, minutes.id, answer],
      );
      if (answered.length === 0) throw notFound();
      recordMinutes(work, meetingId, minutes.team_id, 'answered', objectionId);
      return meetingId;
    });
  }

  /** What came after the approval stands beside the text. */
  amend(who: Asker, meetingId: string, itemId: string | null, text: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, minutesPolicy['minutes.amend'], async (work) => {
      await ask(work, minutesPolicy['minutes.amend'], 'meeting', meetingId, minutesPolicy['minutes.read']);
      const minutes = await this.find(work, meetingId);
      if (minutes.state !== 'APPROVED')
        throw stepNotPossible(minutes.state, await this.possible(work, minutes, meetingId));
      await this.requireItem(work, meetingId, itemId);
      const id = newId();
      await work.query(
        `insert into minutes_amendment (id, municipality_id, minutes_id, item_id, text, created_by) values ($1, $2, $3, $4, $5, $6)`,
        [id, work.actor.municipalityId, minutes.id, itemId, text, work.actor.personId],
      );
      recordMinutes(work, meetingId, minutes.team_id, 'amended', id);
      return meetingId;
    });
  }

  private async open(work: Work, meetingId: string, ability: string): Promise<MinutesRow> {
    await ask(work, ability, 'meeting', meetingId, minutesPolicy['minutes.read']);
    return this.find(work, meetingId);
  }

  /** The minutes' row, locked; made here when the meeting was held and nobody has needed it yet. */
  private async find(work: Work, meetingId: string): Promise<MinutesRow> {
    const [meeting] = await work.query<{ state: string; team_id: string }>(
      'select state, team_id from meeting where id = $1 for update',
      [meetingId],
    );
    if (!meeting) throw notFound();
    if (meeting.state !== 'HELD' && meeting.state !== 'CLOSED') throw stepNotPossible(meeting.state, ['FINISH']);
    await work.query(
      `insert into minutes (id, municipality_id, meeting_id) values ($1, $2, $3) on conflict (meeting_id) do nothing`,
      [newId(), work.actor.municipalityId, meetingId],
    );
    const [row] = await work.query<Omit<MinutesRow, 'team_id'>>(
      'select id, state, revision from minutes where meeting_id = $1 for update',
      [meetingId],
    );
    return { ...row!, team_id: meeting.team_id };
  }

  /** @throws Refusal STEP_NOT_POSSIBLE that says what is possible now, and why not: objections or CPR findings */
  private async require(work: Work, minutes: MinutesRow, meetingId: string, event: MinutesEvent): Promise<void> {
    const facts = await factsOf(work, minutes.id, meetingId);
    const found = step(MINUTES_LIFECYCLE, minutes.state, event, facts);
    if ('to' in found) return;
    if (facts.cprFindings > 0)
      throw new Refusal('INPUT_REFUSED', {
        fields: [{ field: 'note', problem: 'CPR' }],
        current: { items: await cprPlaces(work, meetingId) },
      });
    throw stepNotPossible(
      minutes.state,
      facts.openObjections > 0 ? ['ANSWER_OBJECTIONS', ...found.possible] : found.possible,
    );
  }

  private async possible(work: Work, minutes: MinutesRow, meetingId: string): Promise<string[]> {
    return possibleEvents(MINUTES_LIFECYCLE, minutes.state, await factsOf(work, minutes.id, meetingId));
  }

  private async requirePresent(work: Work, meetingId: string): Promise<void> {
    const present = await work.query(
      `select from meeting_participant where meeting_id = $1 and person_id = $2 and attendance = 'PRESENT'`,
      [meetingId, work.actor.personId],
    );
    if (present.length === 0) throw new Refusal('NOT_ALLOWED');
  }

  private async requireItem(work: Work, meetingId: string, itemId: string | null): Promise<void> {
    if (itemId === null) return;
    const found = await work.query('select from agenda_item where id = $1 and meeting_id = $2', [itemId, meetingId]);
    if (found.length === 0) throw notFound();
  }
}
