import type { z } from 'zod';
import type { newMeetingInput } from '#inputs/meeting-plan.ts';
import { rotateRoles } from '#domain/rotate-roles.ts';
import { copenhagenDate } from '#domain/copenhagen.ts';
import { isPlannableDay, schoolYearOf } from '#domain/school-year.ts';
import { newId } from '../platform/new-id.ts';
import type { Work } from '../platform/unit-of-work.ts';
import { recordAdded } from './agenda-change.ts';
import { carriedThreads, lay, openActions, readTemplate, refusedField, writeItems } from './agenda-lay.ts';
import { recordMeeting, withoutRelation } from './plan-room.ts';
import { preparationOfMeetings } from './preparation.ports.ts';
import { yearId } from './team-year.ts';

export type NewMeeting = z.infer<typeof newMeetingInput>;

/** The series that a team has before it gives one a name. */
export const SERIES_NAME = 'PLF-møder';
const MEETING_TITLE = 'PLF-møde';

/** What everybody in a team's room may know of those who are called. */
const OF_WHO_IS_CALLED = ['__typename', '_rel', 'id', 'isGuest', 'meetingRole', 'person'];

/**
 * A draft in a series with its agenda laid: the template scaled to the slot, what goes on, and open actions under Opfølgning; everybody in
 * the team called, with the roles moved one place.
 * @returns the meeting's id
 */
export async function makeMeeting(work: Work, teamId: string, seriesId: string, input: NewMeeting): Promise<string> {
  requirePlannable(work, input.startsAt);
  const template = await readTemplate(work, input.templateKey, teamId);
  const items = lay({
    steps: template.steps,
    carried: await carriedThreads(work, seriesId),
    openActions: await openActions(work, teamId),
    slot: input.durationMin,
  });
  const id = newId();
  await work.query(
    `insert into meeting (id, municipality_id, team_id, series_id, title, starts_at, duration_min, place, bring, template_key, template_version, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'DRAFT')`,
    [
      id,
      work.actor.municipalityId,
      teamId,
      seriesId,
      input.title ?? MEETING_TITLE,
      input.startsAt,
      input.durationMin,
      input.place ?? '',
      template.bring,
      input.templateKey,
      template.version,
    ],
  );
  await callMembers(work, id, teamId, seriesId);
  const itemIds = await writeItems(
    work,
    { id, series_id: seriesId },
    items.map((item, n) => ({ ...item, position: n + 1 })),
  );
  // Of who is called no attendance: a coach in the team's room sees it only where they attend. The series' name stays out, which no guest may read.
  const [made] = await work.query<{ json: Record<string, unknown> }>(
    `select meeting_json(m, 0) || jsonb_build_object('team', team_json(t, 0, false) - 'members', 'markers', '[]'::jsonb, 'items', '[]'::jsonb, 'decisions', '[]'::jsonb,
       'participants', coalesce((select jsonb_agg((select jsonb_object_agg(e.key, e.value) from jsonb_each(p) e where e.key = any($2)))
         from jsonb_array_elements(meeting_participants_json(m.id, 0)) p), '[]')) as json
     from meeting m join team t on t.id = m.team_id where m.id = $1`,
    [id, OF_WHO_IS_CALLED],
  );
  recordMeeting(work, { id, team_id: teamId }, 'created', {
    set: withoutRelation(made!.json),
    into: [
      { entity: 'TeamMeetings', id: teamId, field: 'upcoming' },
      {
        entity: 'TeamYear',
        id: yearId(teamId, schoolYearOf(copenhagenDate(Date.parse(input.startsAt)))),
        field: 'meetings',
      },
    ],
  });
  await recordAdded(work, id, itemIds);
  await preparationOfMeetings().whenSeriesChanged(work, seriesId);
  return id;
}

/** The team's own series: the oldest one, made when there is none. */
export async function defaultSeries(work: Work, teamId: string): Promise<string> {
  await work.query('select id from team where id = $1 for update', [teamId]);
  const [series] = await work.query<{ id: string }>(
    'select id from meeting_series where team_id = $1 order by id limit 1',
    [teamId],
  );
  if (series) return series.id;
  const id = newId();
  await work.query('insert into meeting_series (id, municipality_id, team_id, name) values ($1, $2, $3, $4)', [
    id,
    work.actor.municipalityId,
    teamId,
    SERIES_NAME,
  ]);
  return id;
}

/** Calls everybody who is in the team on the day, with the roles moved one place since the last meeting. */
async function callMembers(work: Work, meetingId: string, teamId: string, seriesId: string): Promise<void> {
  const members = await work.query<{ id: string }>(
    `select p.id from person p where exists (select from team_membership m where m.person_id = p.id and m.team_id = $1 and m.valid_from <= app_today()
       and (m.valid_to is null or m.valid_to >= app_today())) order by p.display_name, p.id`,
    [teamId],
  );
  const [last] = await work.query<{ person_id: string }>(
    `select x.person_id from meeting m join meeting_participant x on x.meeting_id = m.id and x.meeting_role = 'FACILITATOR'
     where m.series_id = $1 and m.id <> $2 and m.state <> 'CANCELLED' order by m.starts_at desc limit 1`,
    [seriesId, meetingId],
  );
  const roles = rotateRoles(
    members.map((member) => member.id),
    last?.person_id ?? null,
  );
  await work.query(
    `insert into meeting_participant (id, municipality_id, meeting_id, person_id, meeting_role)
     select x.id, $2, $3, x.person, x.role from jsonb_to_recordset($1) as x(id uuid, person uuid, role text)`,
    [
      JSON.stringify(members.map((member) => ({ id: newId(), person: member.id, role: roles.get(member.id) ?? null }))),
      work.actor.municipalityId,
      meetingId,
    ],
  );
}

/** @throws Refusal INPUT_REFUSED for a day five school years off */
export function requirePlannable(work: Work, startsAt: string): void {
  if (!isPlannableDay(copenhagenDate(Date.parse(startsAt)), copenhagenDate(work.now)))
    throw refusedField('startsAt', 'FAR_OFF');
}
