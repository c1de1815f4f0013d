import { Inject, Injectable } from '@nestjs/common';
import { lockRunning, AlreadySo, orAlready } from '../meetings/run-room.ts';
import { meetingOfItem } from '../meetings/plan-room.ts';
import { meetingsPolicy } from '../meetings/meetings.policy.ts';
import { meetingScope } from '../platform/change-log.ts';
import { newId } from '../platform/new-id.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { lockWriting, stepSilent, told, type SilentRow } from './silent-room.ts';

const RUN = meetingsPolicy['meeting.run'];

export interface NewSilentWriting {
  question: string;
  minutes: number | null;
  withNames: boolean;
}

/** Opening, showing and cancelling a silent writing: what the whole room is told. */
@Injectable()
export class SilentWritingService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** Opens it for everybody in the room. One that is open already stays as it is: a second tap opens nothing. */
  open(who: Asker, itemId: string, input: NewSilentWriting): Promise<Done<string>> {
    const id = newId();
    const run = this.unitOfWork.run(who, RUN, async (work) => {
      const meeting = await lockRunning(work, await meetingOfItem(work, itemId));
      const added = await work.query(
        `insert into silent_writing (id, municipality_id, meeting_id, item_id, question, with_names, opened_at, ends_at)
         values ($1, $2, $3, $4, $5, $6, clock_timestamp(), clock_timestamp() + make_interval(mins => $7::integer))
         on conflict (item_id) where state = 'OPEN' do nothing returning id`,
        [id, work.actor.municipalityId, meeting.id, itemId, input.question, input.withNames, input.minutes],
      );
      if (added.length === 0) throw new AlreadySo();
      const row = await told(
        work,
        'select silent_writing_json(w, 0) as json from silent_writing w where w.id = $1',
        id,
      );
      // Each fetches it: with it comes what is the viewer's own.
      work.changes.record({
        scopes: [meetingScope(meeting.id)],
        entity: 'SilentWriting',
        entityId: id,
        verb: 'opened',
        fields: { set: row, hint: true },
      });
      return id;
    });
    return orAlready(itemId, run);
  }

  /** Shows all posts to everybody at once, exactly once, whoever taps and however often. */
  reveal(who: Asker, writingId: string): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, RUN, async (work) => {
      const writing = await lockWriting(work, writingId);
      if (writing.state === 'REVEALED') throw new AlreadySo();
      stepSilent(writing, 'REVEAL');
      const [door] = await work.query<{ done: boolean }>('select door_reveal_silent_writing($1) as done', [writingId]);
      if (!door!.done) throw new AlreadySo();
      await this.tellShown(work, writing);
      return writingId;
    });
    return orAlready(writingId, run);
  }

  /** Stops it with nothing shown. What each wrote stays their own. */
  cancel(who: Asker, writingId: string): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, RUN, async (work) => {
      const writing = await lockWriting(work, writingId);
      if (writing.state === 'CANCELLED') throw new AlreadySo();
      const state = stepSilent(writing, 'CANCEL');
      await work.query('update silent_writing set state = $2 where id = $1', [writingId, state]);
      work.changes.record({
        scopes: [meetingScope(writing.meeting_id)],
        entity: 'SilentWriting',
        entityId: writingId,
        verb: 'cancelled',
        fields: { set: { state } },
      });
      return writingId;
    });
    return orAlready(writingId, run);
  }

  /** One change. Authors are narrower than the room, where guests are: with names, each screen fetches what it may see. */
  private async tellShown(work: Work, writing: SilentRow): Promise<void> {
    const [row] = await work.query<{ at: string; posts: unknown[] }>(
      'select utc(revealed_at) as at, silent_posts_shown_json(id, 0) as posts from silent_writing where id = $1',
      [writing.id],
    );
    const set = { state: 'REVEALED', revealedAt: row!.at, ownReady: false, ownPosts: [] };
    work.changes.record({
      scopes: [meetingScope(writing.meeting_id)],
      entity: 'SilentWriting',
      entityId: writing.id,
      verb: 'revealed',
      fields: writing.with_names ? { hint: true } : { set: { ...set, posts: withoutBits(row!.posts) } },
    });
  }
}

const withoutBits = (posts: unknown[]): unknown[] =>
  posts.map((post) => Object.fromEntries(Object.entries(post as object).filter(([name]) => name !== '_rel')));
