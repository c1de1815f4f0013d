import { Inject, Injectable } from '@nestjs/common';
import { ask, requireAbility } from '../access/ask.ts';
import { teamScope, type Scope } from '../platform/change-log.ts';
import { notFound, stepNotPossible } from '../platform/errors.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { minutesPolicy } from './minutes.policy.ts';

/** What is agreed beforehand about sharing minutes: by a school for its teams, by a team for a meeting. */
@Injectable()
export class SharingChoiceService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * The team's choice for one meeting, from its planning until its minutes are approved. The last one holds.
   * @throws Refusal STEP_NOT_POSSIBLE once they are approved, for a meeting that is cancelled, and for a team that belongs to no one school
   */
  choose(who: Asker, meetingId: string, shares: boolean): Promise<Done<string>> {
    return this.unitOfWork.run(who, minutesPolicy['minutes.choose'], async (work) => {
      await ask(work, minutesPolicy['minutes.choose'], 'meeting', meetingId, minutesPolicy['minutes.choice']);
      // Held first, read after: a statement that waits for the approval's lock still sees the minutes as they were before it.
      await work.query('select from meeting where id = $1 for update', [meetingId]);
      const [row] = await work.query<{ teamId: string; schoolId: string | null; state: string }>(
        `select m.team_id as "teamId", t.school_id as "schoolId", coalesce((select x.state from minutes x where x.meeting_id = m.id), m.state) as state
         from meeting m join team t on t.id = m.team_id where m.id = $1`,
        [meetingId],
      );
      if (!row) throw notFound();
      if (row.state === 'APPROVED') throw stepNotPossible(row.state, ['SHARE']);
      if (row.state === 'CANCELLED') throw stepNotPossible(row.state, []);
      if (row.schoolId === null) throw stepNotPossible('NO_SCHOOL', []);
      await work.query(
        `insert into minutes_share_choice (meeting_id, municipality_id, shares, chosen_by) values ($1, $2, $3, $4)
         on conflict (meeting_id) do update set shares = excluded.shares, chosen_by = excluded.chosen_by, chosen_at = clock_timestamp()`,
        [meetingId, work.actor.municipalityId, shares, work.actor.personId],
      );
      // Told to the team alone: a guest in the meeting's room is not in on it.
      work.changes.record({
        scopes: [teamScope(row.teamId)],
        entity: 'MinutesSharing',
        entityId: meetingId,
        verb: shares ? 'chosen to be shared' : 'chosen to be kept',
        fields: { hint: true },
      });
      return meetingId;
    });
  }

  /**
   * The school's leader makes the agreement, or ends it. It counts for meetings that begin from now on; what is shared already stays so.
   * @throws Refusal STEP_NOT_POSSIBLE when it is so already: since when it holds is not moved
   */
  agree(who: Asker, schoolId: string, on: boolean): Promise<Done<string>> {
    return this.unitOfWork.run(who, minutesPolicy['minutes.keepAgreement'], async (work) => {
      const [asked] = await work.query<{ rel: number }>('select school_rel($1) as rel', [schoolId]);
      requireAbility(work, minutesPolicy['minutes.keepAgreement'], asked?.rel ?? 0, minutesPolicy['minutes.agreement']);
      await work.query(
        `insert into minutes_agreement (school_id, municipality_id) values ($1, $2) on conflict (school_id) do nothing`,
        [schoolId, work.actor.municipalityId],
      );
      const switched = await work.query<{ id: string }>(
        `with done as (update minutes_agreement set since = case when $2 then clock_timestamp() end
           where school_id = $1 and (since is null) = $2 returning school_id as id) select id from done`,
        [schoolId, on],
      );
      if (switched.length === 0) throw stepNotPossible(on ? 'ON' : 'OFF', on ? ['END'] : ['AGREE']);
      work.changes.record({
        scopes: [{ kind: 'SCHOOL', id: schoolId }, ...(await teamsOf(work, schoolId))],
        entity: 'MinutesAgreement',
        entityId: schoolId,
        verb: on ? 'agreed' : 'ended',
        fields: { hint: true },
      });
      return schoolId;
    });
  }
}

/** The school's teams of today, in the order in which their counters are raised. */
async function teamsOf(work: Work, schoolId: string): Promise<Scope[]> {
  const teams = await work.query<{ id: string }>(
    `select t.id from team t where t.school_id = $1 and exists (select from team_membership m where m.team_id = t.id
       and m.valid_from <= app_today() and (m.valid_to is null or m.valid_to >= app_today())) order by t.id`,
    [schoolId],
  );
  return teams.map(({ id }) => teamScope(id));
}
