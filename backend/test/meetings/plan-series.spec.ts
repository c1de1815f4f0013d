import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copenhagenTime } from '#domain/copenhagen.ts';
import { addDays, isoWeek, weekday } from '#domain/iso-week.ts';
import { schoolYearBounds, schoolYearOf } from '#domain/school-year.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';

// The next school year: nothing of the small world stands in it.
const YEAR = schoolYearOf(addDays(new Date().toISOString().slice(0, 10), 365));
const { startsOn, endsOn } = schoolYearBounds(YEAR);
const RULE = {
  kind: 'EVEN',
  weekdays: [2],
  from: addDays(startsOn, 14),
  to: addDays(endsOn, -40),
  time: '14:30',
  durationMin: 60,
};
const PROPOSE =
  'query($id: ID!, $rule: SeriesRuleInput!) { seriesProposal(teamId: $id, rule: $rule) { id withoutCalendar meetings { day startsAt closed holiday teamMeets busy } } }';
const PLAN = 'mutation($id: ID!, $input: PlanSeriesInput!) { planSeries(teamId: $id, input: $input) { id } }';
const MOVE = 'mutation($id: ID!, $input: MoveSeriesInput!) { moveSeries(meetingId: $id, input: $input) { id } }';
const MEETINGS =
  'query($id: ID!) { teamMeetings(teamId: $id, after: null) { upcoming { id title startsAt durationMin place state } } }';

interface Proposed {
  day: string;
  startsAt: string;
  closed: string | null;
  holiday: string | null;
  teamMeets: boolean;
  busy: number;
}

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
});
afterAll(() => world.stop());

const propose = async (rule: object = RULE, caller = anne) =>
  (await caller.ask(PROPOSE, { id: IDS.teamA1, rule }))['seriesProposal'] as {
    withoutCalendar: string[];
    meetings: Proposed[];
  };
const input = (days: string[], changes: object = {}) => ({
  name: 'PLF-møder',
  templateKey: 'plf-grundmoede',
  place: 'Lokale 12',
  rule: RULE,
  days,
  ...changes,
});
const inSeries = async () =>
  (
    (await anne.ask(MEETINGS, { id: IDS.teamA1 }))['teamMeetings'].upcoming as {
      id: string;
      startsAt: string;
      durationMin: number;
      place: string;
      state: string;
    }[]
  )
    .filter((one) => one.startsAt > startsOn)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
const itemsOf = async (id: string) =>
  (await anne.ask('query($id: ID!) { meeting(id: $id) { items { id title broughtOver } } }', { id }))['meeting']
    .items as {
    id: string;
    title: string;
    broughtOver: boolean;
  }[];

describe('a series', () => {
  it('is proposed and planned by the team alone: for everybody else the team is not there', async () => {
    const days = [addDays(startsOn, 20)];
    for (const name of [
      'nabo',
      'ove',
      'leder',
      'klyngeleder',
      'konsulent',
      'admin',
      'dpo',
      'laeser',
      'gaest',
    ] as const) {
      const caller = await world.signIn(name);
      for (const id of [IDS.teamA1, '00000000-0000-4000-8000-0000000000ff', 'x']) {
        expect(await caller.refusal(PROPOSE, { id, rule: RULE }), `${name} ${id}`).toMatchObject({ code: 'NOT_FOUND' });
        const refused = await caller.refusal(PLAN, { id, input: input(days) });
        expect(['NOT_FOUND', 'NOT_ALLOWED'], `${name} ${id}`).toContain(refused.code);
      }
    }
    expect(await inSeries()).toEqual([]);
  });

  it.each([
    ['without a weekday', { ...RULE, weekdays: [] }, 'NO_WEEKDAY'],
    ['that ends before it begins', { ...RULE, to: addDays(RULE.from, -1) }, 'ENDS_BEFORE_IT_BEGINS'],
    ['of more than a year', { ...RULE, to: addDays(RULE.from, 400) }, 'TOO_LONG'],
    ['without a day in it', { ...RULE, to: RULE.from, weekdays: [weekday(addDays(RULE.from, 1))] }, 'NO_DAYS'],
    ['on every day', { ...RULE, kind: 'EVERY', weeks: 1, weekdays: [1, 2, 3, 4, 5] }, 'TOO_MANY'],
  ])('%s is refused with what is wrong', async (_what, rule, problem) => {
    expect(await anne.refusal(PROPOSE, { id: IDS.teamA1, rule })).toMatchObject({
      code: 'INPUT_REFUSED',
      fields: [{ field: 'rule', problem }],
    });
  });

  it('keeps to the usual holidays where the municipality has no calendar, and says so', async () => {
    const { withoutCalendar, meetings } = await propose();
    expect(withoutCalendar).toEqual([YEAR]);
    const autumn = meetings.find(({ day }) => isoWeek(day).week === 42)!;
    expect(autumn).toMatchObject({ closed: null, holiday: 'autumn' });
    for (const { day, startsAt } of meetings) {
      expect(weekday(day)).toBe(2);
      expect(isoWeek(day).week % 2).toBe(0);
      expect(copenhagenTime(Date.parse(startsAt)), day).toBe('14.30');
    }
  });

  it('skips what the municipality and the team’s own school keep closed, and no other school’s days', async () => {
    const [first, second, third] = (await propose()).meetings.filter(({ holiday }) => holiday === null);
    await world.admin.query(
      `insert into school_year (municipality_id, key, starts_on, ends_on) values ($1, $2, $3, $4) on conflict do nothing`,
      [IDS.municipality, YEAR, startsOn, endsOn],
    );
    await world.admin.query(
      `insert into closing_day (municipality_id, school_id, starts_on, ends_on, name) values ($1, null, $2, $2, 'Kommunens dag'), ($1, $3, $4, $4, 'Skolens dag'), ($1, $5, $6, $6, 'En anden skoles dag')`,
      [IDS.municipality, first!.day, IDS.schoolA, second!.day, IDS.schoolB, third!.day],
    );
    const { withoutCalendar, meetings } = await propose();
    expect(withoutCalendar).toEqual([]);
    const on = (day: string) => meetings.find((one) => one.day === day)!;
    expect(on(first!.day)).toMatchObject({ closed: 'Kommunens dag', holiday: null });
    expect(on(second!.day).closed).toBe('Skolens dag');
    expect(on(third!.day).closed).toBeNull();
  });

  it('becomes a meeting on each chosen day, each with its agenda and everybody called; what goes on is on the first alone', async () => {
    await world.admin.query(
      `insert into agenda_thread (id, municipality_id, series_id, title, kind, track, state)
       select gen_random_uuid(), municipality_id, id, 'Elevernes stemme', 'DISCUSSION', 'DEVELOPMENT', 'GOES_ON' from meeting_series where team_id = $1 order by id limit 1`,
      [IDS.teamA1],
    );
    const [own] = (
      await world.admin.query('select name from meeting_series where team_id = $1 order by id limit 1', [IDS.teamA1])
    ).rows;
    const days = (await propose()).meetings.filter(({ closed }) => closed === null).map(({ day }) => day);
    await anne.ask(PLAN, { id: IDS.teamA1, input: input(days, { name: own.name }) });
    const made = await inSeries();
    expect(made).toHaveLength(days.length);
    expect(new Set(made.map(({ state, durationMin, place }) => `${state} ${durationMin} ${place}`))).toEqual(
      new Set(['DRAFT 60 Lokale 12']),
    );
    const [first, second] = await Promise.all([itemsOf(made[0]!.id), itemsOf(made[1]!.id)]);
    expect(first.filter(({ broughtOver }) => broughtOver).map(({ title }) => title)).toContain('Elevernes stemme');
    expect(second.map(({ title }) => title)).not.toContain('Elevernes stemme');
    expect(second.length).toBeGreaterThan(5);
    const { rows } = await world.admin.query(
      `select count(distinct m.id)::int as meetings, count(*) filter (where x.meeting_role = 'FACILITATOR')::int as led from meeting m
       join meeting_participant x on x.meeting_id = m.id where m.id = any($1::uuid[])`,
      [made.map(({ id }) => id)],
    );
    expect(rows).toEqual([{ meetings: made.length, led: made.length }]);
  });

  it('on the team’s own time is refused with the days, whatever the series is called, and nothing is made', async () => {
    const before = await inSeries();
    const taken = before[3]!.startsAt.slice(0, 10);
    const refused = await anne.refusal(PLAN, {
      id: IDS.teamA1,
      input: input([taken, addDays(taken, 1)], { name: 'Klasseteam', rule: { ...RULE, time: '15:15' } }),
    });
    expect(refused).toMatchObject({
      code: 'INPUT_REFUSED',
      fields: [{ field: 'days', problem: 'TEAM_MEETS', days: [taken] }],
    });
    expect(await inSeries()).toEqual(before);
    const proposal = await propose({ ...RULE, time: '15:15' });
    expect(proposal.meetings.filter(({ teamMeets }) => teamMeets)).toHaveLength(before.length);
  });

  it('tells how many of the team are called elsewhere at that time, and no more', async () => {
    const [meeting] = await inSeries();
    const at = meeting!.startsAt;
    await world.admin.query(
      `with s as (insert into meeting_series (municipality_id, team_id, name) values ($1, $2, 'Andet') returning id),
         m as (insert into meeting (municipality_id, team_id, series_id, title, starts_at, duration_min, state)
           select $1, $2, s.id, 'Hemmeligt møde', $3::timestamptz + interval '30 minutes', 45, 'DRAFT' from s returning id)
       insert into meeting_participant (municipality_id, meeting_id, person_id) select $1, m.id, p from m, unnest($4::uuid[]) p`,
      [IDS.municipality, IDS.teamB1, at, [PEOPLE.anne.id, PEOPLE.mads.id]],
    );
    const answer = await propose();
    expect(answer.meetings.find(({ startsAt }) => startsAt === at)!.busy).toBe(2);
    expect(JSON.stringify(answer)).not.toContain('Hemmeligt');
    const late = await propose({ ...RULE, time: '15:45' });
    expect(late.meetings.every(({ busy }) => busy === 0)).toBe(true);
  });

  it('is a row of its own: moving one leaves the others, and each keeps its agenda', async () => {
    const before = await inSeries();
    const one = before[2]!;
    const items = await itemsOf(one.id);
    const later = new Date(Date.parse(one.startsAt) + 86_400_000).toISOString();
    await anne.ask(
      'mutation($id: ID!, $change: MeetingFieldsInput!, $seen: MeetingFieldsInput!) { changeMeeting(meetingId: $id, change: $change, seen: $seen) { id } }',
      { id: one.id, change: { startsAt: later }, seen: { startsAt: one.startsAt } },
    );
    const after = await inSeries();
    expect(after.find(({ id }) => id === one.id)!.startsAt).toBe(later);
    expect(after.filter(({ id }) => id !== one.id)).toEqual(before.filter(({ id }) => id !== one.id));
    expect(await itemsOf(one.id)).toEqual(items);
  });

  it('moves from one meeting on, or whole, across the change of the clock, with every agenda as it was', async () => {
    const before = await inSeries();
    const from = before[5]!;
    const items = await itemsOf(before[8]!.id);
    const where = { time: '13:15', durationMin: 75, place: 'Biblioteket' };
    await anne.ask(MOVE, { id: from.id, input: { reach: 'FOLLOWING', shiftDays: 1, ...where } });
    const after = await inSeries();
    expect(after.slice(0, 5)).toEqual(before.slice(0, 5));
    for (const [n, meeting] of after.slice(5).entries()) {
      expect(copenhagenTime(Date.parse(meeting.startsAt))).toBe('13.15');
      expect(meeting).toMatchObject({ durationMin: 75, place: 'Biblioteket' });
      expect(meeting.startsAt.slice(0, 10)).toBe(addDays(before[n + 5]!.startsAt.slice(0, 10), 1));
    }
    expect(await itemsOf(before[8]!.id)).toEqual(items);
    const stranger = await (
      await world.signIn('nabo')
    ).refusal(MOVE, { id: from.id, input: { reach: 'ALL', shiftDays: 0, ...where } });
    expect(stranger).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('does not move onto the team’s other meetings, and then nothing has moved', async () => {
    const before = await inSeries();
    const last = before.at(-1)!;
    const blocked = addDays(last.startsAt.slice(0, 10), 2);
    await anne.ask(PLAN, {
      id: IDS.teamA1,
      input: input([blocked], { name: 'Klasseteam', rule: { ...RULE, time: '13:30' } }),
    });
    const refused = await anne.refusal(MOVE, {
      id: before[5]!.id,
      input: { reach: 'FOLLOWING', shiftDays: 2, time: '13:15', durationMin: 75, place: '' },
    });
    expect(refused).toMatchObject({
      code: 'INPUT_REFUSED',
      fields: [{ field: 'days', problem: 'TEAM_MEETS', days: [blocked] }],
    });
    expect((await inSeries()).filter(({ id }) => before.some((one) => one.id === id))).toEqual(before);
  });
});
