import { Inject, Injectable } from '@nestjs/common';
import { MOST_PROPOSALS } from '#domain/proposal-lifecycle.ts';
import type { ProposalFields } from '#inputs/preparation.ts';
import { BEFORE_IT_STARTS, lockMeeting } from '../meetings/plan-room.ts';
import { AlreadySo, orAlready } from '../meetings/run-room.ts';
import { changedMeanwhile, notFound, Refusal } from '../platform/errors.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { preparationPolicy } from './preparation.policy.ts';
import { lockProposal, recordProposal, stepProposal, whereProposed, type ProposalRow } from './proposal-room.ts';

const WRITE = preparationPolicy['preparation.write'];

/** What whoever proposes an item does with it. */
@Injectable()
export class ProposalService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Proposes an item for a meeting that has not begun.
   * @param id made by the screen: asked again with it, nothing is proposed twice
   * @throws Refusal STEP_NOT_POSSIBLE once the meeting has begun; INPUT_REFUSED TOO_MANY
   */
  propose(who: Asker, meetingId: string, id: string, fields: ProposalFields): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, WRITE, async (work) => {
      const meeting = await lockMeeting(work, meetingId, BEFORE_IT_STARTS, WRITE);
      const me = work.actor.personId;
      const [mine] = await work.query<{ n: number }>(
        `select count(*)::integer as n from proposed_item where meeting_id = $1 and proposed_by = $2 and state = 'PROPOSED'`,
        [meetingId, me],
      );
      if (mine!.n >= MOST_PROPOSALS)
        throw new Refusal('INPUT_REFUSED', { fields: [{ field: 'title', problem: 'TOO_MANY' }] });
      const added = await work.query(
        `insert into proposed_item (id, municipality_id, series_id, meeting_id, proposed_by, title, why, minutes, kind)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing returning id`,
        [
          id,
          work.actor.municipalityId,
          meeting.series_id,
          meetingId,
          me,
          fields.title,
          fields.why,
          fields.minutes,
          fields.kind,
        ],
      );
      if (added.length === 0) {
        const known = await work.query('select from proposed_item where id = $1 and proposed_by = $2', [id, me]);
        // Somebody else's id is as good as missing.
        throw known.length > 0 ? new AlreadySo() : notFound();
      }
      recordProposal(work, { id, proposed_by: me }, [meetingId], 'proposed');
      return id;
    });
    return orAlready(id, run);
  }

  /**
   * Changes one's own while nobody has answered it.
   * @throws Refusal CHANGED_MEANWHILE with what is there now; NOT_ALLOWED for another's; STEP_NOT_POSSIBLE once it is answered
   */
  change(who: Asker, proposalId: string, fields: ProposalFields, seenRevision: number): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, WRITE, async (work) => {
      const row = await this.lockOwn(work, proposalId);
      stepProposal(row, 'CHANGE');
      if ((['title', 'why', 'minutes', 'kind'] as const).every((name) => row[name] === fields[name]))
        throw new AlreadySo();
      if (row.revision !== seenRevision) throw changedMeanwhile(shownOf(row));
      await work.query(
        'update proposed_item set title = $2, why = $3, minutes = $4, kind = $5, revision = revision + 1 where id = $1',
        [proposalId, fields.title, fields.why, fields.minutes, fields.kind],
      );
      recordProposal(work, row, [row.meeting_id], 'changed');
      return proposalId;
    });
    return orAlready(proposalId, run);
  }

  /** Takes one's own back while nobody has answered it. Its words are gone. @throws Refusal NOT_ALLOWED, STEP_NOT_POSSIBLE */
  withdraw(who: Asker, proposalId: string): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, WRITE, async (work) => {
      const row = await this.lockOwn(work, proposalId);
      if (row.state === 'WITHDRAWN') throw new AlreadySo();
      const state = stepProposal(row, 'WITHDRAW');
      await work.query(
        `update proposed_item set state = $2, title = '', why = '', answer = null, revision = revision + 1 where id = $1`,
        [proposalId, state],
      );
      recordProposal(work, row, [row.meeting_id], 'withdrawn');
      return proposalId;
    });
    return orAlready(proposalId, run);
  }

  private async lockOwn(work: Work, proposalId: string): Promise<ProposalRow> {
    await whereProposed(work, proposalId, WRITE);
    const row = await lockProposal(work, proposalId);
    if (row.proposed_by !== work.actor.personId) throw new Refusal('NOT_ALLOWED');
    return row;
  }
}

/** What the second of two is shown. */
export const shownOf = ({ title, why, minutes, kind, revision }: ProposalRow) => ({
  title,
  why,
  minutes,
  kind,
  revision,
});
