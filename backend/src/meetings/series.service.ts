import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { cancelSeriesInput, moveSeriesInput, planSeriesInput } from '#inputs/meeting-series.ts';
import { copenhagenDate } from '#domain/copenhagen.ts';
import { addDays } from '#domain/iso-week.ts';
import { schoolYearBounds } from '#domain/school-year.ts';
import { ask } from '../access/ask.ts';
import { notFound, stepNotPossible } from '../platform/errors.ts';
import { newId } from '../platform/new-id.ts';
import { UnitOfWork, type Asker, type Done, type Work } from '../platform/unit-of-work.ts';
import { refusedField } from './agenda-lay.ts';
import { cancelMeetings, recordCancelled } from './cancel-meeting.ts';
import { makeMeeting, requirePlannable } from './make-meeting.ts';
import { meetingsPolicy } from './meetings.policy.ts';
import { noticesOfMeetings } from './notices.ports.ts';
import { BEFORE_IT_STARTS, lockMeeting, recordForParticipants, recordMeeting } from './plan-room.ts';
import { preparationOfMeetings } from './preparation.ports.ts';
import { startsOn } from './series-proposal.ts';

export type PlanSeries = z.infer<typeof planSeriesInput>;
export type CancelSeries = z.infer<typeof cancelSeriesInput>;
export type MoveSeries = z.infer<typeof moveSeriesInput>;

interface Moved {
  id: string;
  team_id: string;
  series_id: string;
  state: string;
  revision: number;
  starts_at: Date;
  duration_min: number;
  place: string;
}

/** A year of meetings at once: the rule proposed them, the team chose, and each is a row of its own from then on. */
@Injectable()
export class SeriesService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /**
   * Makes a meeting on each of the days, in the team's series of that name. What goes on from earlier is on the first of them alone.
   * @throws Refusal INPUT_REFUSED on `days` with TEAM_MEETS and the days on which the team meets at that time already
   */
  plan(who: Asker, teamId: string, input: PlanSeries): Promise<Done<string>> {
    return this.unitOfWork.run(who, meetingsPolicy['meeting.plan'], async (work) => {
      await ask(work, meetingsPolicy['meeting.plan'], 'team', teamId, 'team.name');
      await work.query('select id from team where id = $1 for update', [teamId]);
      const { rule, templateKey, place } = input;
      const days = [...new Set(input.days)].sort();
      const starts = days.map((day) => startsOn(day, rule.time));
      for (const startsAt of starts) requirePlannable(work, startsAt);
      await requireFree(work, teamId, starts, rule.durationMin, []);
      const seriesId = await seriesNamed(work, teamId, input.name.trim());
      await work.query(
        'update meeting_series set rule = $2, template_key = $3, duration_min = $4, place = $5 where id = $1',
        [seriesId, JSON.stringify(rule), templateKey, rule.durationMin, place],
      );
      for (const startsAt of starts)
        await makeMeeting(work, teamId, seriesId, { templateKey, startsAt, durationMin: rule.durationMin, place });
      return seriesId;
    });
  }

  /**
   * Moves every meeting of a series that has not begun, or this one and those after it. Each keeps its agenda, its people and what is written.
   * @throws Refusal INPUT_REFUSED on `days` with TEAM_MEETS, or PAST with the days that are over
   */
  move(who: Asker, meetingId: string, input: MoveSeries): Promise<Done<string>> {
    return this.unitOfWork.run(who, meetingsPolicy['meeting.plan'], async (work) => {
      const meeting = await lockMeeting(work, meetingId, BEFORE_IT_STARTS);
      const rows = await work.query<Moved>(
        `select id, team_id, series_id, state, revision, starts_at, duration_min, place from meeting where series_id = $1 and state = any($2)
         and starts_at >= $3 order by id for update`,
        [
          meeting.series_id,
          BEFORE_IT_STARTS,
          input.reach === 'FOLLOWING' ? meeting.starts_at : new Date(Math.min(work.now, meeting.starts_at.getTime())),
        ],
      );
      const moved = rows.map((row) => ({
        row,
        startsAt: startsOn(addDays(copenhagenDate(row.starts_at.getTime()), input.shiftDays), input.time),
      }));
      const over = moved.filter(({ startsAt }) => Date.parse(startsAt) < work.now);
      if (over.length > 0)
        throw refusedDays(
          'PAST',
          over.map(({ startsAt }) => startsAt),
        );
      for (const { startsAt } of moved) requirePlannable(work, startsAt);
      const ids = moved.map(({ row }) => row.id);
      await requireFree(
        work,
        meeting.team_id,
        moved.map(({ startsAt }) => startsAt),
        input.durationMin,
        ids,
      );
      for (const { row, startsAt } of moved) await this.moveOne(work, row, startsAt, input);
      await preparationOfMeetings().whenSeriesChanged(work, meeting.series_id);
      return meetingId;
    });
  }

  /**
   * Calls off every meeting of a series in a school year that is still to come and has not begun, each as if by itself. One that a
   * colleague has begun meanwhile is left alone. Whoever leads the team may, since no one meeting's facilitator leads the others.
   * @throws Refusal STEP_NOT_POSSIBLE when none is left to call off
   */
  cancelRest(who: Asker, meetingId: string, { schoolYear, reason }: CancelSeries): Promise<Done<string>> {
    return this.unitOfWork.run(who, meetingsPolicy['meeting.cancel'], async (work) => {
      const [known] = await work.query<{ team_id: string; series_id: string }>(
        'select team_id, series_id from meeting where id = $1',
        [meetingId],
      );
      if (!known) throw notFound();
      await ask(work, meetingsPolicy['meeting.cancel'], 'team', known.team_id, meetingsPolicy['meeting.draft']);
      const { startsOn: first, endsOn } = schoolYearBounds(schoolYear);
      const rows = await work.query<Moved>(
        `select id, team_id, series_id, state, starts_at from meeting where series_id = $1 and state = any($2) and starts_at >= $3
           and (starts_at at time zone 'Europe/Copenhagen')::date between $4 and $5 order by id for update`,
        [known.series_id, BEFORE_IT_STARTS, new Date(work.now), first, endsOn],
      );
      if (rows.length === 0) throw stepNotPossible('CANCELLED', []);
      const inTime = rows.toSorted((a, b) => a.starts_at.getTime() - b.starts_at.getTime());
      await cancelMeetings(work, inTime, reason);
      for (const row of rows) await recordCancelled(work, row);
      return meetingId;
    });
  }

  private async moveOne(work: Work, row: Moved, startsAt: string, { durationMin, place }: MoveSeries): Promise<void> {
    const isSame = row.starts_at.toISOString() === startsAt && row.duration_min === durationMin && row.place === place;
    const revision = row.revision + (isSame ? 0 : 1);
    await work.query('update meeting set starts_at = $2, duration_min = $3, place = $4, revision = $5 where id = $1', [
      row.id,
      startsAt,
      durationMin,
      place,
      revision,
    ]);
    recordMeeting(work, row, 'changed', { set: { startsAt, durationMin, place, revision } });
    if (isSame || row.state === 'DRAFT') return;
    await recordForParticipants(work, row.id, 'moved');
    await noticesOfMeetings().tell(work, row.id, 'MOVED');
  }
}

const refusedDays = (problem: string, starts: readonly string[]) =>
  refusedField('days', problem, { days: starts.map((at) => copenhagenDate(Date.parse(at))) });

/** Two meetings of one team at one time are a slip; those of a member elsewhere are shown, and are theirs to settle. */
async function requireFree(
  work: Work,
  teamId: string,
  starts: readonly string[],
  minutes: number,
  except: readonly string[],
): Promise<void> {
  const taken = await work.query<{ at: Date }>(
    `select s.at from unnest($2::timestamptz[]) s(at) where exists (select from meeting m where m.team_id = $1 and m.state in ('DRAFT', 'CONVENED', 'IN_PROGRESS')
       and m.id <> all($4::uuid[]) and m.starts_at < s.at + make_interval(mins => $3) and m.starts_at + make_interval(mins => m.duration_min) > s.at) order by s.at`,
    [teamId, starts, minutes, except],
  );
  if (taken.length > 0)
    throw refusedDays(
      'TEAM_MEETS',
      taken.map(({ at }) => at.toISOString()),
    );
}

/** The team's series of this name; made when there is none. */
async function seriesNamed(work: Work, teamId: string, name: string): Promise<string> {
  const [known] = await work.query<{ id: string }>(
    'select id from meeting_series where team_id = $1 and lower(name) = lower($2) order by id limit 1',
    [teamId, name],
  );
  if (known) return known.id;
  const id = newId();
  await work.query('insert into meeting_series (id, municipality_id, team_id, name) values ($1, $2, $3, $4)', [
    id,
    work.actor.municipalityId,
    teamId,
    name,
  ]);
  return id;
}
