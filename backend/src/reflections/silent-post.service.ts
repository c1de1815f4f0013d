import { Inject, Injectable } from '@nestjs/common';
import { MOST_POSTS } from '#domain/silent-lifecycle.ts';
import { AlreadySo, orAlready } from '../meetings/run-room.ts';
import { personScope } from '../platform/change-log.ts';
import { changedMeanwhile, notFound, Refusal } from '../platform/errors.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { reflectionsPolicy } from './reflections.policy.ts';
import { holdOpen, type SilentRow } from './silent-room.ts';

const WRITE = reflectionsPolicy['silent.write'];

export interface WrittenPost {
  id: string;
  text: string;
  /** 0 for a new one. */
  seenVersion: number;
  forPersonId: string | null;
}

/** What each does alone. It is recorded in the person's own scope, by id: no room is told that anything happened. */
@Injectable()
export class SilentPostService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Saves a post on top of the version it was written on.
   * @throws Refusal CHANGED_MEANWHILE with what another device of the same person wrote meanwhile;
   *   STEP_NOT_POSSIBLE once all is shown; TOO_MANY posts
   */
  save(who: Asker, writingId: string, post: WrittenPost): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, WRITE, async (work) => {
      const writing = await holdOpen(work, writingId);
      const [known] = await work.query<{ writing_id: string; text: string; version: number }>(
        'select writing_id, text, version from silent_post where id = $1 for update',
        [post.id],
      );
      if (known && known.writing_id !== writingId) throw notFound();
      if (known?.text === post.text) throw new AlreadySo();
      if ((known?.version ?? 0) !== post.seenVersion)
        throw changedMeanwhile({ text: known?.text ?? '', version: known?.version ?? 0 });
      if (known)
        await work.query('update silent_post set text = $2, version = version + 1 where id = $1', [post.id, post.text]);
      else await this.add(work, writing, post);
      work.changes.record({
        scopes: [personScope(work.actor.personId)],
        entity: 'SilentPost',
        entityId: post.id,
        verb: known ? 'written' : 'begun',
        fields: known ? { set: { latest: post.seenVersion + 1 } } : { hint: true },
      });
      return post.id;
    });
    return orAlready(post.id, run);
  }

  /** The person is ready, or writes on. The room hears of it at the beat, as a count. */
  ready(who: Asker, writingId: string, isReady: boolean): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, WRITE, async (work) => {
      const writing = await holdOpen(work, writingId);
      const me = work.actor.personId;
      const changed = await work.query(
        isReady
          ? 'insert into silent_ready (municipality_id, writing_id, person_id) values ($3, $1, $2) on conflict do nothing returning person_id'
          : 'delete from silent_ready where writing_id = $1 and person_id = $2 and municipality_id = $3 returning person_id',
        [writing.id, me, work.actor.municipalityId],
      );
      if (changed.length === 0) throw new AlreadySo();
      work.changes.record({
        scopes: [personScope(me)],
        entity: 'SilentWriting',
        entityId: writing.id,
        verb: isReady ? 'ready' : 'not ready',
        fields: { set: { ownReady: isReady } },
      });
      return writing.id;
    });
    return orAlready(writingId, run);
  }

  private async add(work: Work, writing: SilentRow, post: WrittenPost): Promise<void> {
    const me = work.actor.personId;
    const [mine] = await work.query<{ n: number; called: boolean }>(
      `select (select count(*)::integer from silent_post where writing_id = $1 and written_by = $2) as n,
         exists (select from meeting_participant where meeting_id = $3 and person_id = $4) as called`,
      [writing.id, me, writing.meeting_id, post.forPersonId],
    );
    if (mine!.n >= MOST_POSTS) throw new Refusal('INPUT_REFUSED', { fields: [{ field: 'id', problem: 'TOO_MANY' }] });
    if (post.forPersonId && post.forPersonId !== me && !mine!.called) throw notFound();
    // An id that somebody else's post has is as good as missing: that row is not there for this person.
    const added = await work.query(
      `insert into silent_post (id, municipality_id, writing_id, written_by, author_id, text) values ($1, $2, $3, $4, $5, $6)
       on conflict (id) do nothing returning id`,
      [post.id, work.actor.municipalityId, writing.id, me, post.forPersonId ?? me, post.text],
    );
    if (added.length === 0) throw notFound();
  }
}
