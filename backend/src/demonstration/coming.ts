import type { Template } from '#domain/agenda-templates.ts';
import type { LaidItem } from '#domain/carry-over.ts';
import { addDays } from '#domain/iso-week.ts';
import { at, type Day } from './calendar.ts';
import { idOf } from './random.ts';
import type { Rows } from './write.ts';

/** A meeting that is still to come. */
export interface Coming {
  id: string;
  day: Day;
  state: 'CONVENED' | 'DRAFT';
  now: Date;
  team: { id: string; name: string; municipality_id: string; series_id: string };
  template: Template;
  purpose: string;
  place: string;
  markerId: string;
  items: readonly LaidItem[];
  members: readonly { id: string; function: string }[];
  invited: readonly { id: string; isGuest: boolean }[];
}

const ROLES = ['NOTE_TAKER', 'TIMEKEEPER', 'FOCUS_PERSON'] as const;

/** The rows of a meeting that is still to come: agenda, roles, who is invited. A draft has nobody invited from outside. */
export function addComing(
  rows: Rows,
  { id, day, state, now, team, template, purpose, place, markerId, items, members, invited }: Coming,
): void {
  const m = team.municipality_id;
  const convened = state === 'CONVENED';
  const sent = new Date(Math.min(now.getTime(), at(addDays(day, -5), 15, 10).getTime()));
  rows.add('meeting', {
    id,
    municipality_id: m,
    team_id: team.id,
    series_id: team.series_id,
    title: `${convened ? 'PLF-møde' : template.name}, ${team.name}`,
    starts_at: at(day, 14, 30).toISOString(),
    duration_min: 60,
    place,
    purpose,
    bring: template.bring,
    template_key: template.key,
    state,
    revision: 1,
    current_item_id: null,
    convened_at: convened ? sent.toISOString() : null,
    started_at: null,
    ended_at: null,
    ended_by_clock: false,
    extended_min: 0,
    cancelled_reason: null,
  });
  if (convened) rows.add('meeting_marker', { municipality_id: m, meeting_id: id, marker_id: markerId });
  const leader = members.find((one) => one.function === 'FACILITATOR') ?? members[0]!;
  const others = members.filter((one) => one !== leader);
  const turn = Number.parseInt(id.slice(0, 4), 16);
  const roleOf = (person: string): string | null =>
    person === leader.id
      ? 'FACILITATOR'
      : (ROLES.find((_, n) => others[(turn + n) % others.length]?.id === person) ?? null);
  const invite = (person: string, isGuest: boolean): void =>
    rows.add('meeting_participant', {
      id: idOf(`participant/${id}/${person}`),
      municipality_id: m,
      meeting_id: id,
      person_id: person,
      attendance: 'INVITED',
      is_guest: isGuest,
      meeting_role: isGuest ? null : roleOf(person),
    });
  members.forEach((one) => invite(one.id, false));
  if (convened) invited.forEach((one) => invite(one.id, one.isGuest));
  const focus = members.find((one) => roleOf(one.id) === 'FOCUS_PERSON') ?? leader;
  items.forEach((item, n) => {
    const threadId = item.threadId ?? idOf(`thread/${id}/${n}`);
    if (!item.threadId) {
      rows.add('agenda_thread', {
        id: threadId,
        municipality_id: m,
        series_id: team.series_id,
        step_key: item.stepKey,
        title: item.title,
        kind: item.kind,
        track: item.track,
        recurs: item.recurs,
        times_moved: 0,
        state: 'OPEN',
        dropped_reason: null,
      });
    }
    const itemId = idOf(`item/${id}/${n}`);
    rows.add('agenda_item', {
      id: itemId,
      municipality_id: m,
      meeting_id: id,
      thread_id: threadId,
      position: n + 1,
      step_key: item.stepKey,
      title: item.title,
      kind: item.kind,
      track: item.track,
      planned_min: item.plannedMin,
      extended_min: 0,
      guidance: item.guidance,
      owner_id: item.kind === 'DISCUSSION' ? focus.id : null,
      brought_over: item.broughtOver,
      state: 'PLANNED',
      outcome: null,
      outcome_reason: null,
      started_at: null,
      ended_at: null,
      note: '',
      note_version: 0,
      revision: 1,
    });
    if (convened && item.stepKey === 'faelles-undersoegelse')
      rows.add('agenda_item_marker', { municipality_id: m, item_id: itemId, marker_id: markerId });
  });
}
