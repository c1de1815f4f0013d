import { Inject, Injectable } from '@nestjs/common';
import { ask } from '../access/ask.ts';
import { changedMeanwhile, notFound, stepNotPossible } from '../platform/errors.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { recordMinutes } from './approval.ts';
import { minutesPolicy } from './minutes.policy.ts';
import { giveCopy, tellLeaders } from './share-room.ts';

/** Shares a meeting's approved minutes with the school's leaders, and takes them back. */
@Injectable()
export class ShareService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Gives the leaders the copy as it is now; a version before it ends.
   * @param seen the fingerprint of the copy that was read: one that has had something added since is read again first
   * @throws Refusal STEP_NOT_POSSIBLE before the approval, and for a team that belongs to no one school; CHANGED_MEANWHILE
   */
  share(who: Asker, meetingId: string, seen: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, minutesPolicy['minutes.share'], async (work) => {
      const { teamId, schoolId, state } = await this.lock(work, meetingId);
      if (state !== 'APPROVED') throw stepNotPossible(state, ['APPROVE']);
      if (schoolId === null) throw stepNotPossible('NO_SCHOOL', []);
      const [copy] = await work.query<{ fingerprint: string }>(
        'select minutes_fingerprint(leader_copy($1)) as fingerprint',
        [meetingId],
      );
      if (copy!.fingerprint !== seen) throw changedMeanwhile({});
      const ended = await this.end(work, meetingId);
      const given = await giveCopy(work, meetingId, work.actor.personId);
      await tellLeaders(work, schoolId, [...ended, ...given]);
      recordMinutes(work, meetingId, teamId, 'shared');
      return meetingId;
    });
  }

  /** @throws Refusal STEP_NOT_POSSIBLE when they are not shared */
  revoke(who: Asker, meetingId: string): Promise<Done<string>> {
    return this.unitOfWork.run(who, minutesPolicy['minutes.share'], async (work) => {
      const { teamId, schoolId, state } = await this.lock(work, meetingId);
      const ended = await this.end(work, meetingId);
      if (ended.length === 0) throw stepNotPossible(state, state === 'APPROVED' ? ['SHARE'] : []);
      await tellLeaders(work, schoolId, ended);
      recordMinutes(work, meetingId, teamId, 'unshared');
      return meetingId;
    });
  }

  /** Asks, and holds the meeting, so that two who share at once do so one after the other. */
  private async lock(
    work: Work,
    meetingId: string,
  ): Promise<{ teamId: string; schoolId: string | null; state: string }> {
    await ask(work, minutesPolicy['minutes.share'], 'meeting', meetingId, minutesPolicy['minutes.read']);
    const [row] = await work.query<{ teamId: string; schoolId: string | null; state: string }>(
      `select m.team_id as "teamId", t.school_id as "schoolId", coalesce((select x.state from minutes x where x.meeting_id = m.id), m.state) as state
       from meeting m join team t on t.id = m.team_id where m.id = $1 for update of m`,
      [meetingId],
    );
    if (!row) throw notFound();
    return row;
  }

  /** Ends what is shared now: its words go, its dates stay. @returns what it was */
  private end(work: Work, meetingId: string): Promise<{ id: string }[]> {
    return work.query<{ id: string }>(
      `with done as (update minutes_share set copy = null, revoked_at = clock_timestamp(), revoked_by = $2
         where meeting_id = $1 and revoked_at is null returning id) select id from done`,
      [meetingId, work.actor.personId],
    );
  }
}
