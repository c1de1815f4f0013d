import type { Template } from '#domain/agenda-templates.ts';
import { fateOf, type CarriedThread, type LaidItem } from '#domain/carry-over.ts';
import { agendaFor } from './agendas.ts';
import { at, type Day } from './calendar.ts';
import type { DemoPerson } from './people.ts';
import { idOf } from './random.ts';
import type { DemoTeam } from './schools.ts';
import type { Row, Rows } from './write.ts';

export interface Guests {
  /** Those outside the team who take part, and whether as guests. */
  people: readonly { person: DemoPerson; isGuest: boolean }[];
}

export interface MeetingPlan {
  day: Day;
  time: readonly [hour: number, minute: number];
  template: Template;
  durationMin: number;
  title: string;
  purpose: string;
  bring: string;
  place: string;
  state: string;
  /** Markers in focus, by position. */
  markers: readonly number[];
  topics: readonly LaidItem[];
  openActions: number;
  guests?: Guests;
  /** Turns the roles from meeting to meeting. */
  turn: number;
  convenedAt: Date | null;
}

export interface LaidMeeting {
  row: Row;
  items: { row: Row; laid: LaidItem; thread: Row }[];
  roles: Record<'FACILITATOR' | 'NOTE_TAKER' | 'TIMEKEEPER' | 'FOCUS_PERSON', DemoPerson>;
  present: DemoPerson[];
}

/** A series with its threads, from meeting to meeting. */
export class Series {
  readonly id: string;
  private readonly team: DemoTeam;
  private readonly rows: Rows;
  private readonly markerIds: readonly string[];
  private readonly threads = new Map<string, Row>();
  private carried: CarriedThread[] = [];

  constructor(rows: Rows, team: DemoTeam, markerIds: readonly string[]) {
    this.rows = rows;
    this.team = team;
    this.markerIds = markerIds;
    this.id = idOf(`series/${team.path}`);
    rows.add('meeting_series', {
      id: this.id,
      municipality_id: team.municipalityId,
      team_id: team.id,
      name: `PLF-møder, ${team.name}`,
    });
  }

  get carriedCount(): number {
    return this.carried.length;
  }

  /** Lays a meeting's agenda and writes its rows. What was brought over is on it. */
  plan(plan: MeetingPlan): LaidMeeting {
    const { rows, team } = this;
    const m = team.municipalityId;
    const path = `${team.path}/${plan.day}`;
    const id = idOf(`meeting/${path}`);
    const row: Row = {
      id,
      municipality_id: m,
      team_id: team.id,
      series_id: this.id,
      title: plan.title,
      starts_at: at(plan.day, ...plan.time).toISOString(),
      duration_min: plan.durationMin,
      place: plan.place,
      purpose: plan.purpose,
      bring: plan.bring,
      template_key: plan.template.key,
      state: plan.state,
      revision: 1,
      current_item_id: null,
      convened_at: plan.convenedAt?.toISOString() ?? null,
      started_at: null,
      ended_at: null,
      ended_by_clock: false,
      extended_min: 0,
      cancelled_reason: null,
    };
    rows.add('meeting', row);
    for (const marker of plan.markers)
      rows.add('meeting_marker', { municipality_id: m, meeting_id: id, marker_id: this.markerIds[marker - 1]! });
    const { roles, present } = this.invite(id, path, plan);
    const laid = agendaFor(plan.template, this.carried, plan.topics, plan.openActions, plan.durationMin);
    const items = laid.map((item, n) => {
      const thread = this.threadOf(item, `${path}/${n}`);
      const itemRow: Row = {
        id: idOf(`item/${path}/${n}`),
        municipality_id: m,
        meeting_id: id,
        thread_id: thread.id,
        position: n + 1,
        step_key: item.stepKey,
        title: item.title,
        kind: item.kind,
        track: item.track,
        planned_min: item.plannedMin,
        extended_min: 0,
        guidance: item.guidance,
        owner_id:
          item.kind === 'DISCUSSION' || item.stepKey === 'dagens-fokus-og-pejlemaerke' ? roles.FOCUS_PERSON.id : null,
        brought_over: item.broughtOver,
        state: 'PLANNED',
        outcome: null,
        outcome_reason: null,
        started_at: null,
        ended_at: null,
        note: '',
        note_version: 0,
        revision: 1,
      };
      rows.add('agenda_item', itemRow);
      if (item.kind === 'DISCUSSION' && item.stepKey !== null) {
        for (const marker of plan.markers.slice(0, 1))
          rows.add('agenda_item_marker', {
            municipality_id: m,
            item_id: itemRow.id,
            marker_id: this.markerIds[marker - 1]!,
          });
      }
      return { row: itemRow, laid: item, thread };
    });
    return { row, items, roles, present };
  }

  /** After a meeting: every thread's fate by the rules, and what the next agenda begins with. */
  settle(meeting: LaidMeeting, openActionsOf: (threadId: string) => number): void {
    this.carried = [];
    for (const { row, laid, thread } of meeting.items) {
      const fate = fateOf({
        state: row.state as 'DONE',
        kind: laid.kind,
        stepKey: laid.stepKey,
        recurs: laid.recurs,
        openActions: openActionsOf(String(thread.id)),
      });
      thread.state = fate;
      if (row.state === 'CARRIED') thread.times_moved = Number(thread.times_moved) + 1;
      if (fate === 'DROPPED') thread.dropped_reason = row.outcome_reason;
      if (fate !== 'GOES_ON') continue;
      this.carried.push({
        threadId: String(thread.id),
        stepKey: laid.stepKey,
        title: laid.title,
        kind: laid.kind,
        track: laid.track,
        minutes: Number(row.planned_min),
      });
    }
  }

  private threadOf(item: LaidItem, path: string): Row {
    const known = item.threadId ? this.threads.get(item.threadId) : undefined;
    if (known) {
      known.state = 'OPEN';
      return known;
    }
    const thread: Row = {
      id: idOf(`thread/${path}`),
      municipality_id: this.team.municipalityId,
      series_id: this.id,
      step_key: item.stepKey,
      title: item.title,
      kind: item.kind,
      track: item.track,
      recurs: item.recurs,
      times_moved: 0,
      state: 'OPEN',
      dropped_reason: null,
    };
    this.rows.add('agenda_thread', thread);
    this.threads.set(String(thread.id), thread);
    return thread;
  }

  private invite(meetingId: string, path: string, plan: MeetingPlan): Pick<LaidMeeting, 'roles' | 'present'> {
    const { members } = this.team;
    const who = (n: number): DemoPerson => members[(plan.turn + n) % members.length]!;
    const leader = members.find((one) => one.function === 'FACILITATOR') ?? who(0);
    const others = members.filter((one) => one !== leader);
    const other = (n: number): DemoPerson => others[(plan.turn + n) % others.length] ?? leader;
    const roles = { FACILITATOR: leader, NOTE_TAKER: other(0), TIMEKEEPER: other(1), FOCUS_PERSON: other(2) };
    const held = plan.state === 'HELD' || plan.state === 'CLOSED';
    // One is away now and then; never one who has a role.
    const away = held && plan.turn % 3 === 1 && others.length > 3 ? other(3) : null;
    const roleOf = (person: DemoPerson): string | null =>
      Object.entries(roles).find(([, one]) => one.id === person.id)?.[0] ?? null;
    const add = (person: DemoPerson, isGuest: boolean): void =>
      this.rows.add('meeting_participant', {
        id: idOf(`participant/${path}/${person.id}`),
        municipality_id: this.team.municipalityId,
        meeting_id: meetingId,
        person_id: person.id,
        attendance: !held ? 'INVITED' : person === away ? 'ABSENT' : isGuest ? 'GUEST' : 'PRESENT',
        is_guest: isGuest,
        meeting_role: isGuest ? null : roleOf(person),
      });
    members.forEach((person) => add(person, false));
    plan.guests?.people.forEach(({ person, isGuest }) => add(person, isGuest));
    return {
      roles,
      present: [
        ...members.filter((one) => one !== away),
        ...(plan.guests?.people.filter((one) => !one.isGuest).map((one) => one.person) ?? []),
      ],
    };
  }
}
