import { Inject, Injectable } from '@nestjs/common';
import { meetingScope, teamScope, type ChangeFields } from '../platform/change-log.ts';
import { changedMeanwhile, notFound } from '../platform/errors.ts';
import { newId } from '../platform/new-id.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { meetingsPolicy } from './meetings.policy.ts';
import { meetingOfItem, withoutRelation } from './plan-room.ts';
import { AlreadySo, lockWritable, orAlready, type RunMeeting } from './run-room.ts';

const WRITE = meetingsPolicy['meeting.write'];

/** What is decided under an item. */
@Injectable()
export class DecisionService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * @param wantedId made by the screen, so that a retry whose answer was lost adds nothing twice; or one that was removed, which is
   * laid back. Its revisions go on from those it had: whoever saw it before writes over nothing.
   */
  add(who: Asker, itemId: string, text: string, wantedId: string | null): Promise<Done<string>> {
    const id = wantedId ?? newId();
    const run = this.unitOfWork.run(who, WRITE, async (work) => {
      const meeting = await lockWritable(work, await meetingOfItem(work, itemId), WRITE);
      const added = await work.query(
        `insert into decision (id, municipality_id, meeting_id, item_id, text, created_by, created_at, revision)
         values ($1, $2, $3, $4, $5, $6, clock_timestamp(),
           1 + (select count(*) from change c where c.scope_kind = 'MEETING' and c.scope_id = $3 and c.is_home and c.entity_id = $1))
         on conflict (id) do nothing returning id`,
        [id, work.actor.municipalityId, meeting.id, itemId, text, work.actor.personId],
      );
      if (added.length === 0) {
        const [mine] = await work.query('select id from decision where id = $1 and item_id = $2', [id, itemId]);
        if (!mine) throw notFound();
        throw new AlreadySo();
      }
      await this.record(work, meeting, id, 'decided', (set) => ({ set, into: inDecisions(meeting.id) }));
      return id;
    });
    return orAlready(id, run);
  }

  /** @throws Refusal CHANGED_MEANWHILE with the text that is there now */
  change(who: Asker, decisionId: string, text: string, seenRevision: number): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, WRITE, async (work) => {
      const { meeting, decision } = await this.lock(work, decisionId);
      if (decision.text === text) throw new AlreadySo();
      if (decision.revision !== seenRevision)
        throw changedMeanwhile({ text: decision.text, revision: decision.revision });
      await work.query('update decision set text = $2, revision = revision + 1 where id = $1', [decisionId, text]);
      await this.record(work, meeting, decisionId, 'changed', ({ text: now, revision }) => ({
        set: { text: now, revision },
      }));
      return decisionId;
    });
    return orAlready(decisionId, run);
  }

  remove(who: Asker, decisionId: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, WRITE, async (work) => {
      const { meeting } = await this.lock(work, decisionId);
      await work.query('delete from decision where id = $1', [decisionId]);
      work.changes.record({
        scopes: [meetingScope(meeting.id), teamScope(meeting.team_id)],
        entity: 'Decision',
        entityId: decisionId,
        verb: 'removed',
        fields: { outOf: inDecisions(meeting.id) },
      });
      return decisionId;
    });
  }

  private async lock(
    work: Work,
    decisionId: string,
  ): Promise<{ meeting: RunMeeting; decision: { text: string; revision: number } }> {
    const [found] = await work.query<{ meeting_id: string }>('select meeting_id from decision where id = $1', [
      decisionId,
    ]);
    if (!found) throw notFound();
    const meeting = await lockWritable(work, found.meeting_id, WRITE);
    const [decision] = await work.query<{ text: string; revision: number }>(
      'select text, revision from decision where id = $1 for update',
      [decisionId],
    );
    if (!decision) throw notFound();
    return { meeting, decision };
  }

  private async record(
    work: Work,
    meeting: RunMeeting,
    id: string,
    verb: string,
    fields: (set: Record<string, unknown>) => ChangeFields,
  ): Promise<void> {
    const [row] = await work.query<{ json: Record<string, unknown> }>(
      'select decision_json(d, 0) as json from decision d where d.id = $1',
      [id],
    );
    work.changes.record({
      scopes: [meetingScope(meeting.id), teamScope(meeting.team_id)],
      entity: 'Decision',
      entityId: id,
      verb,
      fields: fields(withoutRelation(row!.json)),
    });
  }
}

const inDecisions = (meetingId: string) => [{ entity: 'Meeting', id: meetingId, field: 'decisions' }];
