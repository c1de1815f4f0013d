import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { listedItemsInput } from '#inputs/meeting-plan.ts';
import { notFound } from '../platform/errors.ts';
import { UnitOfWork, type Asker, type Done } from '../platform/unit-of-work.ts';
import { itemsInOrder, recordAdded } from './agenda-change.ts';
import { writeItems } from './agenda-lay.ts';
import { meetingsPolicy } from './meetings.policy.ts';
import { BEFORE_IT_STARTS, lockMeeting } from './plan-room.ts';
import { AlreadySo, orAlready } from './run-room.ts';

export type ListedItem = z.infer<typeof listedItemsInput>['items'][number];

/** An agenda that comes from elsewhere: points from Excel, Word or Docs. */
@Injectable()
export class AgendaListService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Adds all of them at the end, or none. Those that a lost answer left behind are not added again.
   * @throws Refusal NOT_FOUND for people who are not called, and for an id that is an item elsewhere
   */
  add(who: Asker, meetingId: string, listed: readonly ListedItem[]): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, meetingsPolicy['meeting.plan'], async (work) => {
      const meeting = await lockMeeting(work, meetingId, BEFORE_IT_STARTS);
      const known = await work.query<{ id: string; here: boolean }>(
        'select id, meeting_id = $2 as here from agenda_item where id = any($1::uuid[])',
        [listed.map((item) => item.id), meetingId],
      );
      if (known.some((item) => !item.here)) throw notFound();
      const wanted = listed.filter((item) => !known.some(({ id }) => id === item.id));
      if (wanted.length === 0) throw new AlreadySo();
      const owned = wanted.filter((item) => item.ownerId !== null);
      const called = await work.query<{ person_id: string }>(
        'select person_id from meeting_participant where meeting_id = $1 and person_id = any($2::uuid[])',
        [meetingId, owned.map((item) => item.ownerId)],
      );
      if (owned.some((item) => !called.some((one) => one.person_id === item.ownerId))) throw notFound();
      const last = (await itemsInOrder(work, meetingId)).length;
      const ids = await writeItems(
        work,
        meeting,
        wanted.map(({ id, title, plannedMin }, n) => ({
          id,
          title,
          plannedMin,
          kind: 'DISCUSSION',
          track: 'DEVELOPMENT',
          guidance: '',
          threadId: null,
          stepKey: null,
          recurs: false,
          broughtOver: false,
          position: last + n + 1,
        })),
      );
      await work.query(
        'update agenda_item i set owner_id = x.owner from unnest($1::uuid[], $2::uuid[]) as x(id, owner) where i.id = x.id',
        [owned.map((item) => item.id), owned.map((item) => item.ownerId)],
      );
      await recordAdded(work, meetingId, ids);
      return meetingId;
    });
    return orAlready(meetingId, run);
  }
}
