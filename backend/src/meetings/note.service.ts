import { Inject, Injectable } from '@nestjs/common';
import { meetingScope } from '../platform/change-log.ts';
import { changedMeanwhile, notFound } from '../platform/errors.ts';
import { UnitOfWork, type Asker, type Done } from '../platform/unit-of-work.ts';
import { meetingsPolicy } from './meetings.policy.ts';
import { meetingOfItem } from './plan-room.ts';
import { AlreadySo, lockWritable, orAlready } from './run-room.ts';

/** An item's note: one text for the whole team, saved by itself. */
@Injectable()
export class NoteService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Saves a note that was written on top of a version.
   * @throws Refusal CHANGED_MEANWHILE with the text and version that are there now, so that the writer's screen keeps both
   */
  save(who: Asker, itemId: string, text: string, seenVersion: number): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, meetingsPolicy['meeting.write'], async (work) => {
      const meetingId = await meetingOfItem(work, itemId);
      await lockWritable(work, meetingId, meetingsPolicy['meeting.write']);
      const [item] = await work.query<{ note: string; note_version: number }>(
        'select note, note_version from agenda_item where id = $1 for update',
        [itemId],
      );
      if (!item) throw notFound();
      // The same text again is a retry whose answer was lost.
      if (item.note === text) throw new AlreadySo();
      if (item.note_version !== seenVersion) throw changedMeanwhile({ text: item.note, version: item.note_version });
      await work.query('update agenda_item set note = $2, note_version = note_version + 1 where id = $1', [
        itemId,
        text,
      ]);
      // Only the meeting's own room: whoever may be there may read notes (live.meeting and meeting.notes have the same viewers).
      work.changes.record({
        scopes: [meetingScope(meetingId)],
        entity: 'AgendaItem',
        entityId: itemId,
        verb: 'noted',
        fields: { set: { note: text, noteVersion: seenVersion + 1 } },
      });
      return itemId;
    });
    return orAlready(itemId, run);
  }
}
