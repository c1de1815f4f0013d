import { templateNamed, type Template } from '#domain/agenda-templates.ts';
import { outcomeAtNext, type ItemOutcome } from '#domain/agenda-item-lifecycle.ts';
import type { LaidItem } from '#domain/carry-over.ts';
import { addDays } from '#domain/iso-week.ts';
import { nextSchoolDay } from '#domain/school-year.ts';
import { TeamActions } from './actions.ts';
import { at, dayIn, type Day } from './calendar.ts';
import { addMaterial } from './material.ts';
import { Series, type LaidMeeting } from './meetings.ts';
import type { DemoPerson } from './people.ts';
import { chanceOf, idOf, type Chance } from './random.ts';
import type { DemoTeam } from './schools.ts';
import { TeamTexts } from './team-texts.ts';
import { AMENDMENTS } from './texts/actions.ts';
import type { TopicText } from './texts/texts.ts';
import type { Rows } from './write.ts';

export interface HistoryPlan {
  team: DemoTeam;
  /** Days of the meetings held, oldest first. */
  days: readonly Day[];
  time: readonly [hour: number, minute: number];
  place: string;
  markerIds: readonly string[];
  coach?: DemoPerson;
  /** How the markers draw this team's attention, by position. */
  weights: readonly number[];
  /** How many trials a meeting may agree on: the main school's teams go on, the others more quietly. */
  pace: number;
  asksForHelp: boolean;
  /** Some of its meetings have a file and a link. */
  hasMaterial: boolean;
  /** The school year is over: its last meeting makes an end of what is open. */
  over: boolean;
  now: Date;
}

const NAMES: Record<string, string> = {
  'plf-grundmoede': 'PLF-møde',
  'opfoelgning-kort': 'Kort opfølgning',
  dataundersoegelse: 'Dataundersøgelse',
};

const templateFor = (turn: number): Template =>
  templateNamed(turn % 6 === 4 ? 'opfoelgning-kort' : turn % 9 === 7 ? 'dataundersoegelse' : 'plf-grundmoede')!;

/** A team's meetings as they were held, with all that came of them; returns what the rolled-on meetings begin from. */
export function addHistory(rows: Rows, plan: HistoryPlan): { series: Series; actions: TeamActions; texts: TeamTexts } {
  const { team, days } = plan;
  const chance = chanceOf(`history/${team.path}`);
  const series = new Series(rows, team, plan.markerIds);
  const actions = new TeamActions(rows, team, plan.markerIds, chance, plan.now);
  const texts = new TeamTexts(team, plan.weights);
  days.forEach((day, turn) => {
    const focus = texts.focus();
    const last = turn === days.length - 1;
    const template = templateFor(last ? 0 : turn);
    const topics = (turn % 2 === 0 || template.key === 'opfoelgning-kort') && !last ? [] : [texts.topic(last)];
    const room = series.carriedCount > 3 ? 15 : 0;
    const durationMin = (template.key === 'opfoelgning-kort' ? 45 : 60) + room;
    const coached =
      plan.coach && turn % 4 === 2 && !team.members.some((one) => one.id === plan.coach?.id)
        ? [{ person: plan.coach, isGuest: true }]
        : [];
    const meeting = series.plan({
      day,
      time: plan.time,
      template,
      durationMin,
      place: plan.place,
      state: 'CLOSED',
      markers: [focus.marker],
      turn,
      title: `${NAMES[template.key]!}, ${team.name}`,
      purpose: focus.purpose,
      bring: template.bring,
      topics: topics.map(asItem),
      openActions: actions.open.length,
      guests: { people: coached },
      convenedAt: at(addDays(day, -6), 15, 20),
    });
    if (plan.hasMaterial && turn % 5 === 2) layMaterial(rows, plan, meeting, focus.marker);
    hold(rows, {
      plan,
      meeting,
      chance,
      actions,
      texts,
      topics,
      focus: focus.marker,
      nextDay: days[turn + 1] ?? nextSchoolDay(addDays(day, 14)),
      last,
    });
    series.settle(meeting, (threadId) => actions.open.filter((one) => one.threadId === threadId).length);
    addMinutes(rows, plan, meeting);
  });
  actions.untilNow(plan.asksForHelp);
  return { series, actions, texts };
}

/** By whoever was to keep the focus, the day before. */
function layMaterial(rows: Rows, { team }: HistoryPlan, { row, items, roles }: LaidMeeting, marker: number): void {
  const about = items.find((one) => one.laid.kind === 'DISCUSSION');
  addMaterial(
    rows,
    {
      municipalityId: team.municipalityId,
      teamId: team.id,
      meetingId: String(row.id),
      item: about ? { id: String(about.row.id), threadId: String(about.thread.id) } : null,
      addedBy: roles.FOCUS_PERSON.id,
      addedAt: new Date(Date.parse(String(row.starts_at)) - 25 * 3_600_000),
    },
    marker,
  );
}

const asItem = (topic: TopicText): LaidItem => ({
  threadId: null,
  stepKey: null,
  title: topic.title,
  kind: topic.kind,
  track: topic.track,
  plannedMin: topic.minutes,
  guidance: '',
  recurs: false,
  broughtOver: false,
});

interface Held {
  plan: HistoryPlan;
  meeting: LaidMeeting;
  chance: Chance;
  actions: TeamActions;
  texts: TeamTexts;
  topics: readonly TopicText[];
  focus: number;
  nextDay: Day;
  last: boolean;
}

/** Plays a meeting through: each item's time, note and outcome, its decisions and actions. */
function hold(rows: Rows, held: Held): void {
  const { meeting, chance, texts, plan } = held;
  const { row, items, roles } = meeting;
  let clock = Date.parse(String(row.starts_at)) + chance.whole(0, 4) * 60_000;
  row.started_at = new Date(clock).toISOString();
  // What is left out for want of time: a point of the team's own, now and then; always once before the running meeting.
  const late = held.last && !plan.over ? items.find((one) => one.laid.stepKey === null) : undefined;
  let agreed = false;
  items.forEach((item, n) => {
    const { laid } = item;
    const own = laid.stepKey === null;
    const skipped = own && (item === late || (!laid.broughtOver && chance.happens(0.3)));
    if (skipped) {
      const parked = item !== late && chance.happens(0.25);
      Object.assign(item.row, {
        state: parked ? 'PARKED' : 'CARRIED',
        outcome: parked ? 'PARKED' : 'CARRIED',
        revision: 2,
      });
      return;
    }
    item.row.started_at = new Date(clock).toISOString();
    const used = Math.max(1, Math.round(laid.plannedMin * (0.8 + chance.next() * 0.35)));
    clock += used * 60_000;
    const when = new Date(clock);
    const caught = {
      meetingId: String(row.id),
      itemId: String(item.row.id),
      threadId: String(item.thread.id),
      when: new Date(clock - 40_000),
      by: roles.NOTE_TAKER,
      dueOn: held.nextDay,
    };
    const found = { decisions: 0, actions: 0 };
    let outcome: ItemOutcome | null = null;
    if (laid.kind === 'FOLLOW_UP') {
      const { lines, born } = held.actions.followUp({
        id: caught.meetingId,
        itemId: caught.itemId,
        threadId: caught.threadId,
        when: caught.when,
        by: caught.by,
        nextDay: held.nextDay,
        yearEnds: held.last && plan.over,
      });
      found.actions = born;
      item.row.note = lines.length > 0 ? lines.join('\n') : texts.note('nothingYet');
    } else if (texts.agreesOnTrials(laid)) {
      found.actions = agreed || (held.last && plan.over) ? 0 : agree(held, caught);
      agreed = true;
      item.row.note = texts.note('nextTrial');
    } else if (own) {
      const topic = texts.known(laid.title);
      item.row.note = topic?.note ?? '';
      if (topic?.decision) found.decisions = decide(rows, plan, caught, topic.decision);
    } else {
      item.row.note = texts.noteFor(laid, held.focus);
      if (texts.takesDecision(laid) && chance.happens(0.75))
        found.decisions = decide(rows, plan, caught, texts.decision(held.focus));
    }
    outcome = outcomeAtNext(laid.kind, null, found);
    Object.assign(item.row, {
      state: 'DONE',
      outcome,
      ended_at: when.toISOString(),
      note_version: item.row.note === '' ? 0 : 3 + (n % 4),
      revision: 3,
    });
  });
  row.ended_at = new Date(clock).toISOString();
  const over = Math.round((clock - Date.parse(String(row.starts_at))) / 60_000) - Number(row.duration_min);
  row.extended_min = over > 0 && over <= 10 ? over : 0;
}

function agree(
  { chance, actions, texts, meeting, plan, last }: Held,
  caught: Parameters<TeamActions['task']>[0],
): number {
  const before = actions.open.length;
  // What is open when history ends is the facilitator's too: the demonstration signs in as one.
  const people = () => {
    const some = chance.shuffle(plan.team.members).slice(0, chance.whole(1, 2));
    return last ? [...new Set([plan.team.members[0]!, ...some])].slice(0, 2) : some;
  };
  const running = actions.open.filter((one) => one.row.kind === 'TRIAL').length;
  const wanted = Math.max(0, Math.min(3, Math.floor(plan.pace + chance.next())) - Math.max(0, running - 2));
  for (let n = 0; n < Math.max(wanted, last ? 1 : 0); n += 1) actions.agree(later(caught, n), texts.trial(), people());
  if (chance.happens(0.5)) actions.task(later(caught, 4), 'TASK', texts.task(), [meeting.roles.NOTE_TAKER]);
  if (chance.happens(0.2)) actions.task(later(caught, 5), 'AGREEMENT', texts.agreement(), [...plan.team.members]);
  const born = actions.open.length - before;
  if (last && plan.pace + chance.next() > 1.2) actions.propose(later(caught, 6), texts.trial(), people());
  return born;
}

/** In the order they were caught, a few seconds apart. */
const later = (caught: Parameters<TeamActions['task']>[0], n: number): typeof caught => ({
  ...caught,
  when: new Date(caught.when.getTime() + n * 4000),
});

function decide(rows: Rows, plan: HistoryPlan, caught: Parameters<TeamActions['task']>[0], text: string): number {
  rows.add('decision', {
    id: idOf(`decision/${caught.itemId}`),
    municipality_id: plan.team.municipalityId,
    meeting_id: caught.meetingId,
    item_id: caught.itemId,
    text,
    created_by: caught.by.id,
    created_at: caught.when.toISOString(),
    revision: 1,
  });
  return 1;
}

/** Approved in the room most often; a young one may still stand for approval. */
function addMinutes(rows: Rows, plan: HistoryPlan, meeting: LaidMeeting): void {
  const { row, roles, present } = meeting;
  const ended = Date.parse(String(row.ended_at));
  const day = dayIn(new Date(ended));
  const waits = plan.now.getTime() - ended < 4 * 86_400_000 && chanceOf(`minutes/${String(row.id)}`).happens(0.5);
  row.state = waits ? 'HELD' : 'CLOSED';
  const id = idOf(`minutes/${String(row.id)}`);
  const all = chanceOf(`taps/${String(row.id)}`).happens(0.7);
  const minute = (n: number): string => new Date(Math.min(ended + n * 20_000, plan.now.getTime())).toISOString();
  rows.add('minutes', {
    id,
    municipality_id: plan.team.municipalityId,
    meeting_id: row.id,
    state: waits ? 'PROPOSED' : 'APPROVED',
    proposed_at: minute(1),
    proposed_by: roles.FACILITATOR.id,
    approved_at: waits ? null : minute(10),
    approved_by: waits ? null : roles.FACILITATOR.id,
    approved_way: waits ? null : all ? 'ALL_PRESENT' : 'FACILITATOR',
    revision: waits ? 2 : 3,
  });
  const taps = waits ? present.slice(0, 2) : all ? present : present.slice(0, -1);
  taps.forEach((person, n) =>
    rows.add('minutes_approval', {
      municipality_id: plan.team.municipalityId,
      minutes_id: id,
      person_id: person.id,
      tapped_at: minute(2 + n),
    }),
  );
  if (!waits && chanceOf(`amendment/${String(row.id)}`).happens(0.08) && dayIn(plan.now) > addDays(day, 4)) {
    rows.add('minutes_amendment', {
      id: idOf(`amendment/${String(row.id)}`),
      municipality_id: plan.team.municipalityId,
      minutes_id: id,
      item_id: null,
      text: chanceOf(id).pick(AMENDMENTS),
      created_by: roles.NOTE_TAKER.id,
      created_at: at(nextSchoolDay(addDays(day, 2)), 8, 12).toISOString(),
    });
  }
}
