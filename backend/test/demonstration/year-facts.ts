import type pg from 'pg';
import type { Row, Table } from '../../src/demonstration/write.ts';

/** A team's rows by table, whether they were built or written by the services. */
export type TeamRows = (table: Table) => readonly Row[];

const TIMES = ['agreed_at', 'begun_at', 'tried_at', 'closed_at'] as const;

/**
 * What a team's year came to, in words that hold whoever gave the ids and whatever the clock said: a meeting is its number, an
 * item its place in it, a thread the places it has had, an action the place it came from.
 */
export function factsOf(rows: TeamRows) {
  const meetings = [...rows('meeting')].sort((a, b) => at(a.starts_at) - at(b.starts_at));
  const numberOf = new Map(meetings.map((meeting, n) => [meeting.id, n + 1]));
  const items = [...rows('agenda_item')].sort(
    (a, b) => numberOf.get(a.meeting_id)! - numberOf.get(b.meeting_id)! || Number(a.position) - Number(b.position),
  );
  const place = new Map(items.map((item) => [item.id, `${numberOf.get(item.meeting_id)}.${String(item.position)}`]));
  const placed = (id: unknown) => (id === null ? null : place.get(id));
  const markers = (table: Table, column: string, id: unknown) =>
    rows(table)
      .filter((row) => row[column] === id)
      .map((row) => row.marker_id)
      .sort();
  const threads = new Map<unknown, string>();
  for (const item of items)
    threads.set(item.thread_id, [threads.get(item.thread_id), place.get(item.id)].filter(Boolean).join(' '));
  const actions = [...rows('action')].sort((a, b) => name(a).localeCompare(name(b)));
  function name(action: Row): string {
    return `${placed(action.origin_item_id) ?? 'none'} ${String(action.kind)} ${String(action.title)}`;
  }
  const named = new Map(rows('action').map((action) => [action.id, name(action)]));
  return {
    meetings: meetings.map((meeting) => ({
      ...only(meeting, [
        'title',
        'duration_min',
        'place',
        'purpose',
        'bring',
        'template_key',
        'state',
        'ended_by_clock',
      ]),
      startsAt: at(meeting.starts_at),
      markers: markers('meeting_marker', 'meeting_id', meeting.id),
      people: rows('meeting_participant')
        .filter((one) => one.meeting_id === meeting.id)
        .map((one) => ['person_id', 'attendance', 'is_guest', 'meeting_role'].map((key) => String(one[key])).join(' '))
        .sort(),
    })),
    items: items.map((item) => ({
      place: place.get(item.id),
      thread: threads.get(item.thread_id),
      ...only(item, ['step_key', 'title', 'kind', 'track', 'planned_min', 'guidance', 'owner_id', 'brought_over']),
      ...only(item, ['state', 'outcome', 'outcome_reason', 'note']),
      markers: markers('agenda_item_marker', 'item_id', item.id),
    })),
    threads: rows('agenda_thread')
      .filter((thread) => threads.has(thread.id))
      .map((thread) => ({
        places: threads.get(thread.id),
        ...only(thread, ['step_key', 'title', 'kind', 'track', 'recurs', 'times_moved', 'state', 'dropped_reason']),
      }))
      .sort((a, b) => String(a.places).localeCompare(String(b.places))),
    decisions: rows('decision')
      .map((one) => `${placed(one.item_id)} ${String(one.created_by)} ${String(one.text)}`)
      .sort(),
    actions: actions.map((action) => ({
      ...only(action, [
        'kind',
        'title',
        'why',
        'state',
        'outcome',
        'expected_signs',
        'abandoned_reason',
        'help_wanted',
      ]),
      // A day that "Ikke endnu" moved is counted from today, and today is not the same in both.
      dueOn: action.not_yet_at === null ? action.due_on : 'moved',
      from: placed(action.origin_item_id),
      after: action.predecessor_id === null ? null : named.get(action.predecessor_id),
      createdBy: action.created_by,
      happened: TIMES.filter((time) => action[time] !== null),
      markers: markers('action_marker', 'action_id', action.id),
      people: rows('action_responsible')
        .filter((one) => one.action_id === action.id)
        .map((one) => one.person_id)
        .sort(),
    })),
    reflections: rows('action_reflection')
      .map((one) =>
        [
          named.get(one.action_id),
          numberOf.get(one.meeting_id),
          ...['what_we_tried', 'what_we_saw', 'what_we_learned', 'created_by'].map((key) => one[key]),
        ].join(' | '),
      )
      .sort(),
    minutes: rows('minutes')
      .map((one) => ({
        meeting: numberOf.get(one.meeting_id),
        ...only(one, ['state', 'approved_way', 'proposed_by']),
        taps: rows('minutes_approval')
          .filter((tap) => tap.minutes_id === one.id)
          .map((tap) => tap.person_id)
          .sort(),
        amendments: rows('minutes_amendment')
          .filter((amendment) => amendment.minutes_id === one.id)
          .map((amendment) => `${String(amendment.created_by)} ${String(amendment.text)}`),
      }))
      .sort((a, b) => a.meeting! - b.meeting!),
  };
}

const at = (time: unknown): number => Date.parse(String(time));
const only = (row: Row, keys: readonly string[]): Row => Object.fromEntries(keys.map((key) => [key, row[key]]));

/** How the rows of a table are found from the team. */
const OF_TEAM: Partial<Record<Table, string>> = {
  meeting: 'x.team_id = $1',
  meeting_marker: 'x.meeting_id in (select id from meeting where team_id = $1)',
  meeting_participant: 'x.meeting_id in (select id from meeting where team_id = $1)',
  agenda_item: 'x.meeting_id in (select id from meeting where team_id = $1)',
  agenda_item_marker:
    'x.item_id in (select i.id from agenda_item i join meeting m on m.id = i.meeting_id where m.team_id = $1)',
  agenda_thread: 'x.series_id in (select id from meeting_series where team_id = $1)',
  decision: 'x.meeting_id in (select id from meeting where team_id = $1)',
  action: 'x.team_id = $1',
  action_marker: 'x.action_id in (select id from action where team_id = $1)',
  action_responsible: 'x.action_id in (select id from action where team_id = $1)',
  action_reflection: 'x.action_id in (select id from action where team_id = $1)',
  minutes: 'x.meeting_id in (select id from meeting where team_id = $1)',
  minutes_approval:
    'x.minutes_id in (select n.id from minutes n join meeting m on m.id = n.meeting_id where m.team_id = $1)',
  minutes_amendment:
    'x.minutes_id in (select n.id from minutes n join meeting m on m.id = n.meeting_id where m.team_id = $1)',
};

/** The team's rows as they lie in the database. */
export async function writtenRows(client: pg.Client, teamId: string): Promise<TeamRows> {
  const found = new Map<string, Row[]>();
  for (const [table, where] of Object.entries(OF_TEAM)) {
    const { rows } = await client.query<{ row: Row }>(`select to_jsonb(x) as row from ${table} x where ${where}`, [
      teamId,
    ]);
    found.set(
      table,
      rows.map((one) => one.row),
    );
  }
  return (table) => found.get(table) ?? [];
}

/** The team's rows out of everything that was built. */
export function builtRows(of: TeamRows, teamId: string): TeamRows {
  const ids = (table: Table, column: string, within: ReadonlySet<unknown>) =>
    new Set(of(table).flatMap((row) => (within.has(row[column]) ? [row.id] : [])));
  const team = new Set<unknown>([teamId]);
  const series = ids('meeting_series', 'team_id', team);
  const meetings = ids('meeting', 'team_id', team);
  const items = ids('agenda_item', 'meeting_id', meetings);
  const actions = ids('action', 'team_id', team);
  const minutes = ids('minutes', 'meeting_id', meetings);
  const by: Partial<Record<Table, [string, ReadonlySet<unknown>]>> = {
    meeting: ['team_id', team],
    meeting_marker: ['meeting_id', meetings],
    meeting_participant: ['meeting_id', meetings],
    agenda_item: ['meeting_id', meetings],
    agenda_item_marker: ['item_id', items],
    agenda_thread: ['series_id', series],
    decision: ['meeting_id', meetings],
    action: ['team_id', team],
    action_marker: ['action_id', actions],
    action_responsible: ['action_id', actions],
    action_reflection: ['action_id', actions],
    minutes: ['meeting_id', meetings],
    minutes_approval: ['minutes_id', minutes],
    minutes_amendment: ['minutes_id', minutes],
  };
  return (table) => {
    const [column, within] = by[table]!;
    return of(table).filter((row) => within.has(row[column]));
  };
}
