import { Inject, Injectable } from '@nestjs/common';
import { AlreadySo, orAlready } from '../meetings/run-room.ts';
import { meetingScope, type ChangeFields } from '../platform/change-log.ts';
import { notFound } from '../platform/errors.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { reflectionsPolicy } from './reflections.policy.ts';
import { holdShown, told, type SilentRow } from './silent-room.ts';

const WRITE = reflectionsPolicy['silent.write'];

/** What the team does with the posts once they are shown: groups them, names the groups, marks what matters. */
@Injectable()
export class SortService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** @param id made by the screen, so that a retry adds nothing twice */
  addGroup(who: Asker, writingId: string, id: string, title: string): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, WRITE, async (work) => {
      const writing = await holdShown(work, writingId);
      const added = await work.query(
        `insert into reflection_group (id, municipality_id, writing_id, title, position)
         select $1, $2, $3, $4, coalesce(max(position), 0) + 1 from reflection_group where writing_id = $3
         on conflict (id) do nothing returning id`,
        [id, work.actor.municipalityId, writing.id, title],
      );
      if (added.length === 0) throw new AlreadySo();
      const set = await told(
        work,
        'select reflection_group_json(g, 0) as json from reflection_group g where g.id = $1',
        id,
      );
      const into = [{ entity: 'SilentWriting', id: writing.id, field: 'groups' }];
      record(work, writing, 'ReflectionGroup', id, 'grouped', { set, into });
      return id;
    });
    return orAlready(id, run);
  }

  nameGroup(who: Asker, groupId: string, title: string): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, WRITE, async (work) => {
      const writing = await holdShown(work, await writingOf(work, 'reflection_group', groupId));
      const changed = await work.query(
        'update reflection_group set title = $2 where id = $1 and title <> $2 returning id',
        [groupId, title],
      );
      if (changed.length === 0) throw new AlreadySo();
      record(work, writing, 'ReflectionGroup', groupId, 'renamed', { set: { title } });
      return groupId;
    });
    return orAlready(groupId, run);
  }

  /** @param groupId null takes it out of its group */
  move(who: Asker, postId: string, groupId: string | null): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, WRITE, async (work) => {
      const writing = await holdShown(work, await writingOf(work, 'reflection_post', postId));
      if (groupId && (await writingOf(work, 'reflection_group', groupId)) !== writing.id) throw notFound();
      const changed = await work.query(
        'update reflection_post set group_id = $2 where id = $1 and group_id is distinct from $2 returning id',
        [postId, groupId],
      );
      if (changed.length === 0) throw new AlreadySo();
      record(work, writing, 'ReflectionPost', postId, 'moved', { set: { groupId } });
      return postId;
    });
    return orAlready(postId, run);
  }

  mark(who: Asker, postId: string, marked: boolean): Promise<Done<string>> {
    const run = this.unitOfWork.run(who, WRITE, async (work) => {
      const writing = await holdShown(work, await writingOf(work, 'reflection_post', postId));
      const changed = await work.query(
        'update reflection_post set marked = $2 where id = $1 and marked <> $2 returning id',
        [postId, marked],
      );
      if (changed.length === 0) throw new AlreadySo();
      record(work, writing, 'ReflectionPost', postId, marked ? 'marked' : 'unmarked', { set: { marked } });
      return postId;
    });
    return orAlready(postId, run);
  }
}

async function writingOf(work: Work, table: 'reflection_post' | 'reflection_group', id: string): Promise<string> {
  const [row] = await work.query<{ writing_id: string }>(`select writing_id from ${table} where id = $1`, [id]);
  if (!row) throw notFound();
  return row.writing_id;
}

function record(work: Work, writing: SilentRow, entity: string, entityId: string, verb: string, fields: ChangeFields) {
  work.changes.record({ scopes: [meetingScope(writing.meeting_id)], entity, entityId, verb, fields });
}
