import { describe, expect, it } from 'vitest';
import { readyToAgree } from '#domain/action-lifecycle.ts';
import { closesByItself } from '#domain/agenda-item-lifecycle.ts';
import { findCpr } from '#domain/cpr.ts';
import { addressProblem, FILE_SORTS, fileName, sortNamed } from '#domain/material.ts';
import { isSchoolDay } from '#domain/school-year.ts';
import { buildDemonstration } from '../../src/demonstration/build.ts';
import { dayIn } from '../../src/demonstration/calendar.ts';
import { DEMONSTRATION_SIGN_INS } from '../../src/demonstration/sign-ins.ts';
import { FIRST_NAMES } from '../../src/demonstration/texts/names.ts';
import type { Row, Rows, Table } from '../../src/demonstration/write.ts';

const AUTUMN = new Date('2026-11-24T09:00:00Z');
const rows = buildDemonstration(AUTUMN, 'hash');

const by = (list: readonly Row[], column: string): Map<unknown, Row[]> => {
  const groups = new Map<unknown, Row[]>();
  for (const row of list) groups.set(row[column], [...(groups.get(row[column]) ?? []), row]);
  return groups;
};

const everyText = (built: Rows): string[] => {
  const columns: [Table, string[]][] = [
    ['meeting', ['title', 'purpose', 'bring']],
    ['agenda_item', ['title', 'note']],
    ['decision', ['text']],
    ['action', ['title', 'why', 'abandoned_reason', 'help_wanted']],
    ['action_reflection', ['what_we_tried', 'what_we_saw', 'what_we_learned']],
    ['minutes_amendment', ['text']],
    ['agenda_template', ['name', 'purpose', 'bring']],
    ['template_step', ['title', 'guidance']],
    ['material', ['title']],
  ];
  const texts = columns.flatMap(([table, names]) => built.of(table).flatMap((row) => names.map((name) => row[name])));
  const files = built
    .of('material_piece')
    .map(({ bytes }) => Buffer.from(String(bytes).slice(2), 'hex').toString('utf8'));
  return [...new Set([...texts, ...files, ...built.of('action').flatMap((row) => row.expected_signs)])].filter(
    (text): text is string => typeof text === 'string',
  );
};

describe('the demonstration municipality', () => {
  it('is the same in every run with the same clock', () => {
    const again = buildDemonstration(AUTUMN, 'hash');
    expect([...again.tables.keys()]).toEqual([...rows.tables.keys()]);
    for (const [table, list] of rows.tables)
      expect(JSON.stringify(again.of(table)) === JSON.stringify(list), table).toBe(true);
  });

  it('has 26 institutions in clusters of two to four, some 300 teams and more than 2,000 staff with every role', () => {
    const home = rows.of('municipality')[0]!.id;
    const schools = rows.of('school').filter((school) => school.municipality_id === home);
    expect(schools).toHaveLength(26);
    for (const members of by(schools, 'cluster_id').values()) expect([2, 3, 4]).toContain(members.length);
    const teams = rows.of('team').filter((team) => team.municipality_id === home && team.school_year === '2026-2027');
    expect(teams.length).toBeGreaterThan(270);
    expect(teams.length).toBeLessThan(340);
    expect(rows.of('person').length).toBeGreaterThan(2000);
    const roles = new Set(rows.of('role_assignment').map((row) => row.role));
    expect(roles).toEqual(
      new Set(['MUNICIPAL_ADMIN', 'MUNICIPAL_CONSULTANT', 'SCHOOL_LEADER', 'PLC_COACH', 'READER', 'DPO']),
    );
    expect(rows.of('account')).toHaveLength(DEMONSTRATION_SIGN_INS.length);
  });

  it('knows everybody at a school by initials that nobody else there has', () => {
    for (const staff of by(rows.of('person'), 'school_id').values())
      expect(new Set(staff.map((one) => one.initials)).size).toBe(staff.length);
  });

  it('has a file and a link at some of the main school’s meetings, each file of a sort that is taken, by its name', () => {
    const all = rows.of('material');
    expect(all.length).toBeGreaterThan(10);
    expect(all.length).toBeLessThan(120);
    for (const { kind, title, url, mime } of all) {
      if (kind === 'LINK') expect(addressProblem(String(url))).toBeNull();
      else {
        expect(fileName(String(title))).toEqual({ name: title });
        expect(FILE_SORTS[sortNamed(String(title))!].mime).toBe(mime);
      }
    }
  });

  it('gives its ids once, in the shape of a uuid', () => {
    for (const [table, list] of rows.tables) {
      if (!('id' in list[0]!)) continue;
      expect(new Set(list.map((row) => row.id)).size, table).toBe(list.length);
      for (const row of list.slice(0, 50))
        expect(row.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('points only at rows that are there and in the same municipality', () => {
    const owner = new Map<unknown, unknown>();
    for (const list of rows.tables.values())
      for (const row of list) if (row.id) owner.set(row.id, row.municipality_id ?? row.id);
    for (const [table, list] of rows.tables) {
      for (const row of list) {
        for (const [column, value] of Object.entries(row)) {
          if (!/_(id|by)$/.test(column) || column === 'municipality_id' || value === null) continue;
          if (owner.get(value) !== row.municipality_id)
            throw new Error(`${table}.${column} leads nowhere or out of the municipality`);
        }
      }
    }
  });
});

describe('its texts', () => {
  const texts = everyText(rows);

  it('hold no CPR number', () => {
    expect(texts.filter((text) => findCpr(text).length > 0)).toEqual([]);
  });

  it('name no pupil: no first name stands in what teams wrote', () => {
    const names = new Set(FIRST_NAMES);
    const named = texts.filter((text) => (text.match(/\p{Lu}\p{Ll}+/gu) ?? []).some((word) => names.has(word)));
    expect(named).toEqual([]);
  });

  it('vary: a team repeats no decision or trial more than twice, and no note of its conversations', () => {
    const teamOf = new Map(rows.of('meeting').map((meeting) => [meeting.id, meeting.team_id]));
    const repeats = (list: readonly Row[], team: (row: Row) => unknown, column: string): number => {
      const counts = new Map<string, number>();
      for (const row of list) {
        const key = `${String(team(row))}/${String(row[column])}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      return Math.max(...counts.values());
    };
    const trials = rows.of('action').filter((action) => action.kind === 'TRIAL');
    expect(repeats(trials, (row) => row.team_id, 'title')).toBeLessThanOrEqual(2);
    expect(repeats(rows.of('decision'), (row) => teamOf.get(row.meeting_id), 'text')).toBeLessThanOrEqual(2);
    const talks = rows
      .of('agenda_item')
      .filter((item) => item.kind === 'DISCUSSION' && item.step_key !== null && item.note !== '');
    expect(repeats(talks, (row) => teamOf.get(row.meeting_id), 'note')).toBeLessThanOrEqual(3);
  });

  it('are many: 60 trials, 100 notes, 50 decisions and 40 purposes that differ', () => {
    const distinct = (table: Table, column: string, fits = (_: Row) => true): number =>
      new Set(
        rows
          .of(table)
          .filter(fits)
          .map((row) => row[column]),
      ).size;
    expect(distinct('action', 'title', (row) => row.kind === 'TRIAL')).toBeGreaterThanOrEqual(60);
    expect(distinct('agenda_item', 'note', (row) => row.kind !== 'FOLLOW_UP')).toBeGreaterThanOrEqual(120);
    expect(distinct('decision', 'text')).toBeGreaterThanOrEqual(60);
    expect(distinct('meeting', 'purpose')).toBeGreaterThanOrEqual(40);
  });
});

// The clock in term, at the year's first day, in Christmas, in summer, on a Sunday, on the day summer time ends.
const CLOCKS = [
  '2026-11-24T09:00:00Z',
  '2026-08-01T10:00:00Z',
  '2026-12-26T12:00:00Z',
  '2027-07-14T08:00:00Z',
  '2027-02-07T20:00:00Z',
  '2026-10-25T01:30:00Z',
];

describe.each(CLOCKS)('at %s every row obeys the rules', (clock) => {
  const now = new Date(clock);
  const built = clock === AUTUMN.toISOString().replace('.000', '') ? rows : buildDemonstration(now, 'hash');
  const items = by(built.of('agenda_item'), 'meeting_id');

  it('an agenda fills its slot to the minute, on a school day that has been', () => {
    for (const meeting of built.of('meeting')) {
      const minutes = items.get(meeting.id)!.reduce((sum, item) => sum + Number(item.planned_min), 0);
      expect(minutes).toBe(meeting.duration_min);
      expect(isSchoolDay(dayIn(new Date(String(meeting.starts_at))))).toBe(true);
      expect(String(meeting.ended_at) < now.toISOString()).toBe(true);
    }
  });

  it('an item that is done has an outcome its kind may have, and what was not reached goes on', () => {
    for (const item of built.of('agenda_item')) {
      if (item.state !== 'DONE') {
        expect(['CARRIED', 'PARKED']).toContain(item.state);
        expect(item.outcome).toBe(item.state);
      } else if (closesByItself(item.kind as 'BREAK')) expect(['NOTED', 'DECISION', 'ACTION']).toContain(item.outcome);
      else expect(['DISCUSSED', 'DECISION', 'ACTION']).toContain(item.outcome);
    }
  });

  it('an action has what its state asks for, in the order of time, and nothing from the future', () => {
    const markers = by(built.of('action_marker'), 'action_id');
    const reflections = by(built.of('action_reflection'), 'action_id');
    const known = new Map(built.of('action').map((action) => [action.id, action]));
    const responsible = new Set(built.of('action_responsible').map((row) => row.action_id));
    for (const action of known.values()) {
      const times = [action.created_at, action.agreed_at, action.begun_at, action.tried_at, action.closed_at]
        .filter((time) => time !== null)
        .map(String);
      expect(times).toEqual([...times].sort());
      expect(times.at(-1)! <= now.toISOString()).toBe(true);
      expect(responsible.has(action.id)).toBe(true);
      const trial = action.kind === 'TRIAL';
      const facts = {
        kind: action.kind as 'TRIAL',
        markers: markers.get(action.id)?.length ?? 0,
        expectedSigns: (action.expected_signs as string[]).length,
        outcome: null,
        reason: '',
      };
      expect(readyToAgree(facts)).toBe(action.state !== 'PROPOSED');
      if (action.state === 'TRIED') expect(trial && action.tried_at !== null).toBe(true);
      if (action.state === 'ABANDONED') expect(action.abandoned_reason).not.toBeNull();
      if (action.state === 'CLOSED' && trial) {
        expect(['KEEP', 'ADJUST', 'STOP']).toContain(action.outcome);
        expect(reflections.has(action.id)).toBe(true);
      }
      if (action.state !== 'CLOSED') expect(action.outcome).toBeNull();
      if (action.predecessor_id) expect(known.get(action.predecessor_id)!.outcome).toBe('ADJUST');
    }
  });
});
