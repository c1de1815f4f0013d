import { addDays } from '#domain/iso-week.ts';
import { nextSchoolDay } from '#domain/school-year.ts';
import { at, dayIn, type Day } from './calendar.ts';
import { idOf, type Chance } from './random.ts';
import type { DemoPerson } from './people.ts';
import type { DemoTeam } from './schools.ts';
import type { TrialText } from './texts/texts.ts';
import { ABANDON_REASONS, HELP } from './texts/actions.ts';
import type { Row, Rows } from './write.ts';

type Story = Omit<TrialText, 'marker' | 'bands'>;

export interface OpenAction {
  row: Row;
  story: Story;
  markers: number[];
  responsible: DemoPerson[];
  threadId: string;
  /** How many have been adjusted into this one. */
  depth: number;
}

export interface Caught {
  meetingId: string | null;
  itemId: string | null;
  threadId: string;
  when: Date;
  by: DemoPerson;
  dueOn: Day | null;
}

/** A team's actions through its years: agreed in a meeting, begun and tried between meetings, closed in a later one. */
export class TeamActions {
  readonly open: OpenAction[] = [];
  private readonly rows: Rows;
  private readonly team: DemoTeam;
  private readonly markerIds: readonly string[];
  private readonly chance: Chance;
  private readonly now: Date;
  private made = 0;

  constructor(rows: Rows, team: DemoTeam, markerIds: readonly string[], chance: Chance, now: Date) {
    this.rows = rows;
    this.team = team;
    this.markerIds = markerIds;
    this.chance = chance;
    this.now = now;
  }

  /** Agrees on a trial under its marker, now and then under a second one. */
  agree(caught: Caught, text: TrialText, responsible: DemoPerson[]): OpenAction {
    const second = this.chance.happens(0.18) ? this.chance.whole(1, 5) : text.marker;
    return this.add(caught, 'TRIAL', text, [...new Set([text.marker, second])], responsible, null, 0);
  }

  /** Agrees on a task or an agreement. */
  task(caught: Caught, kind: 'TASK' | 'AGREEMENT', title: string, responsible: DemoPerson[]): OpenAction {
    const story: Story = { title, why: '', signs: [], tried: '', saw: '', learned: '', end: 'KEEP' };
    return this.add(caught, kind, story, [], responsible, null, 0);
  }

  /** Puts down an idea that the team has not agreed on yet: nobody has said what to look for. */
  propose(caught: Caught, text: TrialText, responsible: DemoPerson[]): void {
    const made = this.agree(caught, text, responsible);
    Object.assign(made.row, { state: 'PROPOSED', agreed_at: null, due_on: null, expected_signs: [] });
    this.open.splice(this.open.indexOf(made), 1);
  }

  /**
   * What happened to the open actions until a meeting, and what the meeting makes of them.
   * @returns a line for the note for each that was looked at, and how many new ones were born
   */
  followUp(meeting: {
    id: string;
    itemId: string;
    threadId: string;
    when: Date;
    by: DemoPerson;
    nextDay: Day;
    yearEnds: boolean;
  }): { lines: string[]; born: number } {
    const lines: string[] = [];
    let born = 0;
    const day = dayIn(meeting.when);
    for (const action of [...this.open]) {
      this.moveOn(action, day, meeting.yearEnds);
      const { row, story } = action;
      if (row.kind !== 'TRIAL') {
        if (meeting.yearEnds || this.chance.happens(0.8)) {
          this.close(action, meeting.when, row.kind === 'AGREEMENT' ? 'KEEP' : null);
          lines.push(`${story.title}: Det er gjort.`);
        } else this.notYet(action, meeting.when);
        continue;
      }
      if (row.state !== 'TRIED') continue;
      if (this.chance.happens(0.07) && action.depth === 0) {
        const reason = this.chance.pick(ABANDON_REASONS);
        Object.assign(row, { state: 'ABANDONED', abandoned_reason: reason, closed_at: iso(meeting.when) });
        this.forget(action);
        lines.push(`${story.title}: Vi slap den. ${reason}`);
        continue;
      }
      this.reflect(action, meeting);
      const adjusted = story.end === 'ADJUST' && story.next !== undefined && !meeting.yearEnds;
      const outcome = adjusted ? 'ADJUST' : story.end === 'STOP' ? 'STOP' : 'KEEP';
      this.close(action, meeting.when, outcome);
      if (adjusted) {
        this.add(
          {
            meetingId: meeting.id,
            itemId: meeting.itemId,
            threadId: meeting.threadId,
            when: meeting.when,
            by: meeting.by,
            dueOn: meeting.nextDay,
          },
          'TRIAL',
          story.next!,
          action.markers,
          action.responsible,
          String(row.id),
          action.depth + 1,
        );
        born += 1;
        lines.push(`${story.title}: ${story.saw} Vi justerer: ${lower(story.next!.title)}.`);
      } else lines.push(`${story.title}: ${story.saw} ${outcome === 'STOP' ? 'Vi stopper her.' : 'Vi holder fast.'}`);
    }
    return { lines, born };
  }

  /** Lets time go to the demonstration's clock: what is due is under way, and one of the team's asks for help. */
  untilNow(asksForHelp: boolean): void {
    const today = dayIn(this.now);
    this.open.forEach((action) => this.moveOn(action, today));
    const one = this.open.find((action) => action.row.kind === 'TRIAL' && action.row.state !== 'PROPOSED');
    if (asksForHelp && one) {
      Object.assign(one.row, {
        help_wanted: this.chance.pick(HELP),
        help_wanted_at: iso(
          at(
            dayIn(new Date(Math.min(this.now.getTime(), Date.parse(String(one.row.created_at)) + 4 * 86_400_000))),
            11,
            40,
          ),
        ),
      });
      if (String(one.row.help_wanted_at) > iso(this.now)) one.row.help_wanted_at = iso(this.now);
    }
  }

  private add(
    caught: Caught,
    kind: string,
    story: Story,
    markers: number[],
    responsible: DemoPerson[],
    predecessor: string | null,
    depth: number,
  ): OpenAction {
    this.made += 1;
    const id = idOf(`action/${this.team.path}/${this.made}`);
    const m = this.team.municipalityId;
    const when = iso(caught.when);
    const row: Row = {
      id,
      municipality_id: m,
      team_id: this.team.id,
      kind,
      title: story.title,
      why: story.why,
      state: 'AGREED',
      outcome: null,
      due_on: caught.dueOn,
      expected_signs: story.signs,
      origin_meeting_id: caught.meetingId,
      origin_item_id: caught.itemId,
      predecessor_id: predecessor,
      abandoned_reason: null,
      help_wanted: null,
      help_wanted_at: null,
      not_yet_at: null,
      created_by: caught.by.id,
      created_at: when,
      agreed_at: when,
      begun_at: null,
      tried_at: null,
      closed_at: null,
      revision: 1,
    };
    this.rows.add('action', row);
    for (const marker of kind === 'TRIAL' ? markers : [])
      this.rows.add('action_marker', { municipality_id: m, action_id: id, marker_id: this.markerIds[marker - 1]! });
    for (const person of responsible)
      this.rows.add('action_responsible', { municipality_id: m, action_id: id, person_id: person.id });
    const made: OpenAction = { row, story, markers, responsible, threadId: caught.threadId, depth };
    this.open.push(made);
    return made;
  }

  /** Begun within a week of the agreement, tried when half of the way to the next meeting is gone. */
  private moveOn({ row }: OpenAction, today: Day, surely = false): void {
    const agreed = dayIn(new Date(String(row.agreed_at)));
    // A year's last meeting finds everything tried, at the latest the day before.
    const atLatest = (day: Day): Day => (surely && day >= today ? addDays(today, -1) : day);
    const begins = atLatest(nextSchoolDay(addDays(agreed, this.chance.whole(1, 6))));
    if (row.state === 'AGREED' && begins < today && (surely || this.chance.happens(0.93)))
      Object.assign(row, { state: 'IN_PROGRESS', begun_at: iso(at(begins, 8, 15)), revision: 2 });
    if (row.state !== 'IN_PROGRESS' || row.kind !== 'TRIAL') return;
    const tried = atLatest(nextSchoolDay(addDays(dayIn(new Date(String(row.begun_at))), this.chance.whole(4, 9))));
    if (tried < today && (surely || this.chance.happens(0.86)))
      Object.assign(row, { state: 'TRIED', tried_at: iso(at(tried, 13, 10)), revision: 3 });
  }

  private reflect({ row, story, responsible }: OpenAction, meeting: { id: string; when: Date }): void {
    this.rows.add('action_reflection', {
      id: idOf(`reflection/${String(row.id)}`),
      municipality_id: this.team.municipalityId,
      action_id: row.id,
      on_date: dayIn(meeting.when),
      what_we_tried: story.tried,
      what_we_saw: story.saw,
      what_we_learned: story.learned,
      meeting_id: meeting.id,
      created_by: responsible[0]!.id,
      created_at: iso(meeting.when),
    });
  }

  /** "Ikke endnu": a week on. */
  private notYet({ row }: OpenAction, when: Date): void {
    const today = dayIn(when);
    const due = row.due_on as Day | null;
    Object.assign(row, { not_yet_at: iso(when), due_on: addDays(due && due > today ? due : today, 7) });
  }

  private close(action: OpenAction, when: Date, outcome: string | null): void {
    Object.assign(action.row, {
      state: 'CLOSED',
      outcome,
      begun_at: action.row.begun_at ?? iso(when),
      closed_at: iso(when),
      revision: Number(action.row.revision) + 1,
    });
    this.forget(action);
  }

  private forget(action: OpenAction): void {
    this.open.splice(this.open.indexOf(action), 1);
  }
}

const iso = (when: Date): string => when.toISOString();
const lower = (text: string): string => text[0]!.toLowerCase() + text.slice(1);
