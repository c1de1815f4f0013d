import { templateNamed } from '#domain/agenda-templates.ts';
import type { CarriedThread } from '#domain/carry-over.ts';
import { addDays } from '#domain/iso-week.ts';
import { isSchoolDay, nextSchoolDay } from '#domain/school-year.ts';
import type pg from 'pg';
import { agendaFor } from './agendas.ts';
import { at, dayIn, mondayOf, type Day } from './calendar.ts';
import { idOf } from './random.ts';
import { addComing, type Coming } from './coming.ts';
import { addPreparing } from './preparing.ts';
import { Rows } from './write.ts';

interface RolledTeam {
  municipality: string;
  school: string;
  team: string;
  /** Guests and coach by their paths in idOf('person/…'). */
  invited: readonly { path: string; isGuest: boolean }[];
  purpose: string;
  place: string;
}

/** The teams of the people who may be tried: each has a meeting this week. */
const TEAMS: readonly RolledTeam[] = [
  {
    municipality: 'fjordby',
    school: 'soebakke',
    team: '5. årgang',
    place: 'Lokale 5.b',
    invited: [
      { path: 'soebakke/helle-ravn', isGuest: false },
      { path: 'forvaltningen/gitte-holst', isGuest: true },
    ],
    purpose:
      'Vi vil finde ud af, hvad der gør skiftet efter frikvarter svært, og vælge én ting, vi alle prøver inden ferien.',
  },
  {
    municipality: 'fjordby',
    school: 'aabrink',
    team: '5. årgang',
    place: 'Personalerummet',
    invited: [],
    purpose: 'Hvordan får flere noget på spil i gruppearbejdet?',
  },
  {
    municipality: 'havnsoe',
    school: 'havnsoe-skole',
    team: '2. årgang',
    place: 'Personalerummet',
    invited: [],
    purpose: 'Vi ser på makkerparrene: Hvad har de givet, og hvad koster de?',
  },
];

const MAKES = 300;
const LATEST_START_MS = 30 * 60_000;
const MISSED_AFTER_MS = 3 * 60 * 60_000;

/**
 * The next time a meeting can be: today at 14.30 when that is half an hour away or more, else the next school day. So a
 * week has its meeting until Friday afternoon; in the holidays it is the first day of school.
 */
export function comingMeeting(now: Date): Date {
  const today = dayIn(now);
  const todays = at(today, 14, 30);
  if (isSchoolDay(today) && todays.getTime() - now.getTime() >= LATEST_START_MS) return todays;
  return at(nextSchoolDay(addDays(today, 1)), 14, 30);
}

/**
 * Sees to it that each team that may be tried has a convened meeting this week and a draft of the next. What is there
 * already is left alone; a meeting of our own that nobody held is moved on. May run at every start, any number of times.
 */
export async function rollForward(client: pg.ClientBase, now: Date): Promise<void> {
  await client.query('begin');
  try {
    for (const team of TEAMS) await rollTeam(client, now, team);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

interface MeetingRow {
  id: string;
  state: string;
  starts_at: Date;
  ours: boolean;
}

async function rollTeam(client: pg.ClientBase, now: Date, plan: RolledTeam): Promise<void> {
  const team = (
    await client.query<{ id: string; name: string; municipality_id: string; series_id: string }>(
      `select t.id, t.name, t.municipality_id, s.id as series_id from team t join meeting_series s on s.team_id = t.id
       where t.school_id = $1 and t.name = $2 order by t.school_year desc, s.id limit 1 for update of s`,
      [idOf(`school/${plan.school}`), plan.team],
    )
  ).rows[0];
  if (!team) return;
  const ids = Array.from({ length: MAKES }, (_, n) => idOf(`rolled/${team.series_id}/${n}`));
  const meetings = (
    await client.query<MeetingRow>(
      `select id, state, starts_at, id = any($2) as ours from meeting where series_id = $1 and (state in ('DRAFT', 'CONVENED', 'IN_PROGRESS') or id = any($2))
       order by starts_at`,
      [team.series_id, ids],
    )
  ).rows;
  const made = new Set(meetings.map((meeting) => meeting.id));
  const free = ids.filter((id) => !made.has(id));
  const target = comingMeeting(now);
  const week = mondayOf(dayIn(target));
  const isComing = ({ state, starts_at }: MeetingRow): boolean =>
    ['CONVENED', 'IN_PROGRESS'].includes(state) &&
    starts_at.getTime() > now.getTime() - MISSED_AFTER_MS &&
    mondayOf(dayIn(starts_at)) <= week;
  let starts = meetings.find(isComing)?.starts_at;
  if (!starts) {
    const waiting =
      meetings.find((one) => one.ours && one.state === 'CONVENED') ??
      meetings.find((one) => one.ours && one.state === 'DRAFT');
    starts = target;
    if (waiting) {
      await client.query(
        `update meeting set state = 'CONVENED', starts_at = $2, convened_at = $3, revision = revision + 1 where id = $1`,
        [waiting.id, target, now],
      );
      waiting.state = 'CONVENED';
    } else await lay(client, { plan, team, id: free.shift()!, day: dayIn(target), state: 'CONVENED', now });
  }
  const after = nextSchoolDay(addDays(mondayOf(dayIn(starts)), 14));
  const draft = meetings.find((one) => one.state === 'DRAFT' && (one.ours || one.starts_at > starts));
  if (!draft) await lay(client, { plan, team, id: free.shift()!, day: after, state: 'DRAFT', now });
  else if (draft.starts_at <= starts)
    await client.query('update meeting set starts_at = $2, revision = revision + 1 where id = $1', [
      draft.id,
      at(after, 14, 30),
    ]);
}

interface Laying {
  plan: RolledTeam;
  team: { id: string; name: string; municipality_id: string; series_id: string };
  id: string;
  day: Day;
  state: 'CONVENED' | 'DRAFT';
  now: Date;
}

/** Lays a meeting from what the series brings on and what is open, by the same rules as everybody's. */
async function lay(client: pg.ClientBase, { plan, team, id, day, state, now }: Laying): Promise<void> {
  const convened = state === 'CONVENED';
  const carried = convened
    ? (
        await client.query<CarriedThread>(
          `select t.id as "threadId", t.step_key as "stepKey", t.title, t.kind, t.track, i.planned_min as minutes
           from agenda_thread t join lateral (select planned_min, m.starts_at from agenda_item i join meeting m on m.id = i.meeting_id
             where i.thread_id = t.id order by m.starts_at desc limit 1) i on true
           where t.series_id = $1 and t.state = 'GOES_ON' order by i.starts_at, t.id`,
          [team.series_id],
        )
      ).rows
    : [];
  const open = await client.query(
    `select from action where team_id = $1 and state in ('PROPOSED', 'AGREED', 'IN_PROGRESS', 'TRIED')`,
    [team.id],
  );
  const members = await client.query<{ id: string; function: string }>(
    `select p.id, m.function from team_membership m join person p on p.id = m.person_id where m.team_id = $1 and (m.valid_to is null or m.valid_to >= $2)
     order by p.display_name`,
    [team.id, day],
  );
  const template = templateNamed(convened ? 'plf-grundmoede' : 'dataundersoegelse')!;
  const marker = plan.school === 'soebakke' ? 2 : 3;
  const coming: Coming = {
    id,
    day,
    state,
    now,
    team,
    template,
    purpose: convened ? plan.purpose : '',
    place: plan.place,
    markerId: idOf(`marker/${plan.municipality}/${marker}`),
    items: agendaFor(template, carried, [], open.rowCount ?? 0, 60),
    members: members.rows,
    invited: plan.invited.map((one) => ({ id: idOf(`person/${one.path}`), isGuest: one.isGuest })),
  };
  const rows = new Rows();
  addComing(rows, coming);
  addPreparing(rows, coming, marker);
  await rows.write(client);
  await client.query(`update agenda_thread set state = 'OPEN' where id = any($1)`, [
    coming.items.map((item) => item.threadId).filter(Boolean),
  ]);
}
