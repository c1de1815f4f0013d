import type { Row } from '../../src/demonstration/write.ts';
import { wrote } from '../notes/writer.ts';
import type { Caller, LiveSocket, World } from '../world.ts';
import type { TeamRows } from './year-facts.ts';

const DONE = '{ id }';

/**
 * A team's year done again, by the people of the team through the services: planned, convened, held, minuted, and the actions
 * moved between the meetings, each in the order and by the person that the built rows say.
 */
export class YearPlayer {
  /** Built ids to those that the services gave. */
  private readonly actions = new Map<unknown, string>();
  private readonly items = new Map<unknown, string>();
  private readonly done = new Set<string>();
  private readonly sockets = new Map<unknown, LiveSocket>();

  constructor(
    private readonly built: TeamRows,
    private readonly world: World,
    private readonly callers: ReadonlyMap<unknown, Caller>,
    private readonly teamId: string,
  ) {}

  async play(): Promise<void> {
    const meetings = [...this.built('meeting')].sort((a, b) => at(a.starts_at) - at(b.starts_at));
    for (const meeting of meetings) {
      await this.between(at(meeting.started_at));
      await this.hold(meeting);
    }
    await this.between(Infinity);
    for (const action of this.built('action'))
      if (action.help_wanted !== null)
        await this.ask(action.created_by, 'askForHelp', { id: this.actions.get(action.id), text: action.help_wanted });
  }

  private async hold(meeting: Row): Promise<void> {
    const people = this.of('meeting_participant', 'meeting_id', meeting.id);
    const inRole = (role: string) => people.find((one) => one.meeting_role === role)?.person_id;
    const leader = inRole('FACILITATOR');
    const writer = inRole('NOTE_TAKER');
    const id = await this.plan(meeting, people, leader);
    await this.ask(leader, 'startMeeting', { meetingId: id });
    for (const { person_id, attendance } of people)
      await this.ask(leader, 'setAttendance', { meetingId: id, personId: person_id, attendance });
    await this.through(meeting, id, leader, writer);
    await this.ask(leader, 'finishMeeting', { meetingId: id });
    await this.minute(meeting, id, leader);
  }

  /** As a facilitator plans: the template's agenda, the team's own points put in, the minutes set, roles given, everybody called. */
  private async plan(meeting: Row, people: readonly Row[], leader: unknown): Promise<string> {
    const id = await this.ask(leader, 'createMeeting', {
      teamId: this.teamId,
      input: {
        title: meeting.title,
        startsAt: new Date(at(meeting.starts_at)).toISOString(),
        durationMin: meeting.duration_min,
        templateKey: meeting.template_key,
        place: meeting.place,
      },
    });
    const now = await this.row('select purpose, bring from meeting where id = $1', [id]);
    await this.ask(leader, 'changeMeeting', {
      meetingId: id,
      change: { purpose: meeting.purpose, bring: meeting.bring },
      seen: { purpose: now.purpose, bring: now.bring },
    });
    const focus = this.of('meeting_marker', 'meeting_id', meeting.id).map((one) => one.marker_id);
    await this.ask(leader, 'setFocusMarkers', { meetingId: id, markerIds: focus, seen: [] });
    const items = [...this.of('agenda_item', 'meeting_id', meeting.id)].sort(byPosition);
    for (const item of items) await this.lay(id, item, leader);
    for (const one of people.filter((person) => person.is_guest))
      await this.ask(leader, 'inviteGuest', { meetingId: id, personId: one.person_id });
    await this.ask(leader, 'conveneMeeting', { meetingId: id });
    for (const one of people.filter((person) => person.meeting_role !== null)) {
      const participant = await this.row(
        'select id from meeting_participant where meeting_id = $1 and person_id = $2',
        [id, one.person_id],
      );
      await this.ask(leader, 'giveRole', { meetingId: id, participantId: participant.id, role: one.meeting_role });
    }
    return id;
  }

  private async lay(meetingId: string, item: Row, leader: unknown): Promise<void> {
    const markerIds = this.of('agenda_item_marker', 'item_id', item.id).map((one) => one.marker_id);
    if (item.step_key === null && !item.brought_over) {
      const { title, kind, track, planned_min, owner_id, position } = item;
      const added = await this.ask(leader, 'addItem', {
        meetingId,
        input: { title, kind, track, plannedMin: planned_min, ownerId: owner_id, position, markerIds },
      });
      this.items.set(item.id, added);
      return;
    }
    const laid = await this.row(
      `select i.id, i.planned_min, i.owner_id from agenda_item i where i.meeting_id = $1 and i.position = $2`,
      [meetingId, item.position],
    );
    this.items.set(item.id, laid.id as string);
    const change = { plannedMin: item.planned_min, ownerId: item.owner_id, markerIds };
    const seen = { plannedMin: laid.planned_min, ownerId: laid.owner_id, markerIds: [] };
    await this.ask(leader, 'changeItem', { itemId: laid.id, change, seen });
  }

  /** From item to item; what was left out is passed over. */
  private async through(meeting: Row, id: string, leader: unknown, writer: unknown): Promise<void> {
    const items = [...this.of('agenda_item', 'meeting_id', meeting.id)].sort(byPosition);
    for (const item of items.filter((one) => one.state === 'PARKED'))
      await this.ask(leader, 'setOutcome', { itemId: this.items.get(item.id), outcome: 'PARKED' });
    for (const item of items.filter((one) => one.state === 'DONE')) {
      const itemId = this.items.get(item.id)!;
      let current = (await this.row('select current_item_id from meeting where id = $1', [id])).current_item_id;
      if (current !== itemId && current !== null && !this.isNew(current)) {
        await this.ask(leader, 'nextItem', { meetingId: id, seenCurrentItemId: current });
        current = (await this.row('select current_item_id from meeting where id = $1', [id])).current_item_id;
      }
      if (current !== itemId) await this.ask(leader, 'goToItem', { meetingId: id, itemId, seenCurrentItemId: current });
      this.done.add(itemId);
      if (item.kind === 'FOLLOW_UP') await this.followUp(meeting, writer);
      if (item.note !== '') await this.note(writer, itemId, String(item.note));
      for (const one of this.of('decision', 'item_id', item.id))
        await this.ask(one.created_by, 'addDecision', { itemId, text: one.text });
      const caught = this.of('action', 'origin_item_id', item.id).filter((one) => one.predecessor_id === null);
      for (const action of [...caught].sort((a, b) => at(a.created_at) - at(b.created_at)))
        await this.catch(action, id);
    }
  }

  private async note(person: unknown, itemId: string, text: string): Promise<void> {
    const socket = this.sockets.get(person) ?? (await this.world.connectLive(this.callers.get(person)!));
    this.sockets.set(person, socket);
    await wrote(socket, itemId, text);
  }

  /** Not yet gone through: passed over, or still to come. */
  private isNew(itemId: unknown): boolean {
    return !this.done.has(String(itemId));
  }

  private async catch(action: Row, meetingId: string): Promise<void> {
    const made = await this.ask(action.created_by, 'createAction', {
      teamId: this.teamId,
      action: {
        ...this.fields(action),
        kind: action.kind,
        originMeetingId: meetingId,
        originItemId: this.items.get(action.origin_item_id),
      },
    });
    this.actions.set(action.id, made);
  }

  private fields(action: Row) {
    return {
      title: action.title,
      why: action.why,
      markerIds: this.of('action_marker', 'action_id', action.id).map((one) => one.marker_id),
      responsibleIds: this.of('action_responsible', 'action_id', action.id).map((one) => one.person_id),
      dueOn: action.due_on,
      expectedSigns: action.expected_signs,
    };
  }

  /** What became of the open actions in this meeting. */
  private async followUp(meeting: Row, writer: unknown): Promise<void> {
    const here = (time: unknown) =>
      time !== null && at(time) >= at(meeting.started_at) && at(time) <= at(meeting.ended_at);
    for (const action of this.built('action')) {
      const id = this.actions.get(action.id);
      if (here(action.not_yet_at)) await this.ask(writer, 'actionNotYet', { id });
      if (!here(action.closed_at)) continue;
      for (const said of this.of('action_reflection', 'action_id', action.id))
        await this.ask(said.created_by, 'reflectOnAction', {
          id,
          whatWeTried: said.what_we_tried,
          whatWeSaw: said.what_we_saw,
          whatWeLearned: said.what_we_learned,
        });
      if (action.state === 'ABANDONED') await this.move(writer, action, 'ABANDON', { reason: action.abandoned_reason });
      else await this.move(writer, action, 'CLOSE', { outcome: action.outcome });
      const next = this.built('action').find((one) => one.predecessor_id === action.id);
      if (next) await this.bear(action, next, writer);
    }
  }

  /** The adjusted trial's successor is there already, as the old one was: the team writes what is new in it. */
  private async bear(action: Row, next: Row, writer: unknown): Promise<void> {
    const born = await this.row('select id, revision from action where predecessor_id = $1', [
      this.actions.get(action.id),
    ]);
    this.actions.set(next.id, born.id as string);
    await this.ask(writer, 'changeAction', { id: born.id, action: this.fields(next), seenRevision: born.revision });
  }

  /** What was begun and tried before a moment, in the order it happened. */
  private async between(until: number): Promise<void> {
    const events = this.built('action').flatMap((action) =>
      (
        [
          ['BEGIN', action.begun_at],
          ['TRY', action.tried_at],
        ] as const
      )
        // What is begun in the very moment it is closed is begun by the closing.
        .filter(([, time]) => time !== null && time !== action.closed_at && at(time) < until)
        .map(([event, time]) => ({ action, event, time: at(time) })),
    );
    for (const { action, event } of events.sort((a, b) => a.time - b.time)) {
      const key = `${event} ${String(action.id)}`;
      if (this.done.has(key)) continue;
      this.done.add(key);
      const [one] = this.of('action_responsible', 'action_id', action.id);
      await this.move(one!.person_id, action, event, {});
    }
  }

  private async move(who: unknown, action: Row, event: string, more: Record<string, unknown>): Promise<void> {
    const id = this.actions.get(action.id);
    const { revision } = await this.row('select revision from action where id = $1', [id]);
    await this.ask(who, 'moveAction', { id, event, seenRevision: revision, ...more });
  }

  private async minute(meeting: Row, id: string, leader: unknown): Promise<void> {
    const [minutes] = this.of('minutes', 'meeting_id', meeting.id);
    await this.ask(leader, 'proposeMinutes', { meetingId: id });
    for (const tap of this.of('minutes_approval', 'minutes_id', minutes!.id))
      await this.ask(tap.person_id, 'tapMinutes', { meetingId: id });
    if (minutes!.approved_way === 'FACILITATOR') {
      const { revision } = await this.row('select revision from minutes where meeting_id = $1', [id]);
      await this.ask(leader, 'approveMinutes', { meetingId: id, seenRevision: revision });
    }
    for (const one of this.of('minutes_amendment', 'minutes_id', minutes!.id))
      await this.ask(one.created_by, 'amendMinutes', { meetingId: id, text: one.text });
  }

  private of(table: Parameters<TeamRows>[0], column: string, id: unknown): readonly Row[] {
    return this.built(table).filter((row) => row[column] === id);
  }

  private async row(sql: string, values: unknown[]): Promise<Row> {
    const { rows } = await this.world.admin.query<Row>(sql, values);
    if (rows.length !== 1) throw new Error(`${rows.length} rows: ${sql} ${JSON.stringify(values)}`);
    return rows[0]!;
  }

  /** One mutation by one person. @returns the id it answers with */
  private async ask(person: unknown, mutation: string, args: Record<string, unknown>): Promise<string> {
    const types = ARGUMENTS[mutation]!;
    const used = Object.keys(args);
    const head = used.map((name) => `$${name}: ${types[name]!}`).join(', ');
    const answer = await this.callers
      .get(person)!
      .ask(`mutation(${head}) { ${mutation}(${used.map((name) => `${name}: $${name}`).join(', ')}) ${DONE} }`, args)
      .catch((error: Error) => {
        throw new Error(`${mutation} ${JSON.stringify(args)}: ${error.message}`, { cause: error });
      });
    return answer[mutation].id as string;
  }
}

const at = (time: unknown): number => Date.parse(String(time));
const byPosition = (a: Row, b: Row): number => Number(a.position) - Number(b.position);

const M = { meetingId: 'ID!' };
const ARGUMENTS: Record<string, Record<string, string>> = {
  createMeeting: { teamId: 'ID!', input: 'NewMeetingInput!' },
  changeMeeting: { ...M, change: 'MeetingFieldsInput!', seen: 'MeetingFieldsInput!' },
  setFocusMarkers: { ...M, markerIds: '[ID!]!', seen: '[ID!]!' },
  addItem: { ...M, input: 'NewItemInput!' },
  changeItem: { itemId: 'ID!', change: 'ItemFieldsInput!', seen: 'ItemFieldsInput!' },
  inviteGuest: { ...M, personId: 'ID!' },
  conveneMeeting: M,
  giveRole: { ...M, participantId: 'ID', role: 'String!' },
  startMeeting: M,
  setAttendance: { ...M, personId: 'ID!', attendance: 'String!' },
  setOutcome: { itemId: 'ID!', outcome: 'String!' },
  nextItem: { ...M, seenCurrentItemId: 'ID' },
  goToItem: { ...M, itemId: 'ID!', seenCurrentItemId: 'ID' },
  addDecision: { itemId: 'ID!', text: 'String!' },
  createAction: { teamId: 'ID!', action: 'NewActionInput!' },
  changeAction: { id: 'ID!', action: 'ChangedActionInput!', seenRevision: 'Int!' },
  moveAction: { id: 'ID!', event: 'String!', outcome: 'String', reason: 'String', seenRevision: 'Int!' },
  actionNotYet: { id: 'ID!' },
  reflectOnAction: { id: 'ID!', whatWeTried: 'String', whatWeSaw: 'String', whatWeLearned: 'String' },
  askForHelp: { id: 'ID!', text: 'String!' },
  finishMeeting: M,
  proposeMinutes: M,
  tapMinutes: M,
  approveMinutes: { ...M, seenRevision: 'Int!' },
  amendMinutes: { ...M, text: 'String!' },
};
