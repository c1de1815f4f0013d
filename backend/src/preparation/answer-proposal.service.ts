import { Inject, Injectable } from '@nestjs/common';
import { placeOnAgenda, putOff } from '#domain/proposal-lifecycle.ts';
import { newItemInput } from '#inputs/meeting-plan.ts';
import { addItemTo } from '../meetings/add-item.ts';
import { meetingsPolicy } from '../meetings/meetings.policy.ts';
import { BEFORE_IT_STARTS, lockMeeting } from '../meetings/plan-room.ts';
import { AlreadySo, orAlready } from '../meetings/run-room.ts';
import { changedMeanwhile } from '../platform/errors.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import {
  lockProposal,
  lockSeries,
  movedTo,
  openOf,
  recordProposal,
  settleSeries,
  stepProposal,
  whereProposed,
  type ProposalRow,
} from './proposal-room.ts';
import { shownOf } from './proposal.service.ts';

const PLAN = meetingsPolicy['meeting.plan'];

/** What whoever plans the meeting answers to a proposal. */
@Injectable()
export class AnswerProposalService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Makes it an item of the agenda, before what closes the meeting, led by whoever proposed it if they are called.
   * @throws Refusal CHANGED_MEANWHILE when it is another than was seen; STEP_NOT_POSSIBLE once it is answered or the meeting has begun
   */
  takeIn(who: Asker, proposalId: string, seenRevision: number): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, PLAN, async (work) => {
      const { meeting_id: meetingId } = await whereProposed(work, proposalId, PLAN);
      const meeting = await lockMeeting(work, meetingId, BEFORE_IT_STARTS);
      const row = await lockProposal(work, proposalId);
      if (row.state === 'TAKEN_IN') throw new AlreadySo();
      const state = stepProposal(row, 'TAKE_IN');
      requireSeen(row, meetingId, seenRevision);
      const itemId = await addItemTo(
        work,
        meeting,
        newItemInput.parse({
          title: row.title,
          kind: row.kind,
          plannedMin: row.minutes,
          guidance: row.why,
          ownerId: await ownerOf(work, row),
          position: placeOnAgenda(await agendaOf(work, meetingId)),
        }),
      );
      await work.query(
        'update proposed_item set state = $2, item_id = $3, answer = null, revision = revision + 1 where id = $1',
        [proposalId, state, itemId],
      );
      recordProposal(work, row, [meetingId], 'taken in');
      return proposalId;
    });
    return orAlready(proposalId, run);
  }

  /**
   * "Nej tak", or "ikke denne gang": kept, it goes to the series' next meeting or waits for one.
   * @throws Refusal CHANGED_MEANWHILE when it is another than was seen; STEP_NOT_POSSIBLE once it is answered
   */
  decline(
    who: Asker,
    proposalId: string,
    answer: { reason: string; keep: boolean },
    seenRevision: number,
  ): Promise<Done<string>> {
    return this.unitOfWork.run(who, PLAN, async (work) => {
      const { meeting_id: meetingId, series_id: seriesId } = await whereProposed(work, proposalId, PLAN);
      await lockMeeting(work, meetingId, BEFORE_IT_STARTS);
      if (answer.keep) await lockSeries(work, seriesId);
      const row = await lockProposal(work, proposalId);
      const state = stepProposal(row, 'DECLINE', answer.reason);
      requireSeen(row, meetingId, seenRevision);
      await work.query('update proposed_item set answer = $2 where id = $1', [proposalId, answer.reason]);
      if (answer.keep) {
        await movedTo(work, row, putOff(openOf(row)));
        await settleSeries(work, seriesId);
      } else {
        await work.query('update proposed_item set state = $2, revision = revision + 1 where id = $1', [
          proposalId,
          state,
        ]);
        recordProposal(work, row, [meetingId], 'declined');
      }
      return proposalId;
    });
  }
}

function requireSeen(row: ProposalRow, meetingId: string, seenRevision: number): void {
  if (row.revision !== seenRevision || row.meeting_id !== meetingId) throw changedMeanwhile(shownOf(row));
}

/** Whoever proposed it leads it, unless they are called no more. */
async function ownerOf(work: Work, row: ProposalRow): Promise<string | null> {
  const called = await work.query('select from meeting_participant where meeting_id = $1 and person_id = $2', [
    row.meeting_id,
    row.proposed_by,
  ]);
  return called.length > 0 ? row.proposed_by : null;
}

const agendaOf = (work: Work, meetingId: string) =>
  work.query<{ kind: string; stepKey: string | null }>(
    'select kind, step_key as "stepKey" from agenda_item where meeting_id = $1 order by position, id',
    [meetingId],
  );
