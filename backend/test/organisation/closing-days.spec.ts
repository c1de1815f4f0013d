import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FollowAnswer } from '#live-protocol/events.ts';
import { addDays } from '#domain/iso-week.ts';
import { holidaysOf, schoolYearBounds, schoolYearOf } from '#domain/school-year.ts';
import { IDS, startWorld, type Caller, type PersonName, type World } from '../world.ts';

// The next school year: nothing of the small world stands in it, and the database has no row for it.
const YEAR = schoolYearOf(addDays(new Date().toISOString().slice(0, 10), 365));
const { startsOn, endsOn } = schoolYearBounds(YEAR);
const LIST =
  'query($year: String!) { closingDays(schoolYear: $year) { id mayKeep liveVersion schools { id name } days { id name from to school { id name } } } }';
const ADD =
  'mutation($year: String!, $days: [ClosingDayInput!]!) { addClosingDays(schoolYear: $year, days: $days) { id changes } }';
const CHANGE =
  'mutation($id: ID!, $year: String!, $day: ClosingDayInput!, $seen: ClosingDayInput!) { changeClosingDay(id: $id, schoolYear: $year, day: $day, seen: $seen) { id } }';
const REMOVE = 'mutation($id: ID!) { removeClosingDay(id: $id) { id } }';
const TEAM_YEAR =
  'query($id: ID!, $year: String!) { teamYear(teamId: $id, schoolYear: $year) { calendarVersion closed { from to closed holiday } } }';

interface Day {
  id: string;
  name: string;
  from: string;
  to: string;
  school: { id: string } | null;
}

let world: World;
let asta: Caller;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  asta = await world.signIn('admin');
  anne = await world.signIn('anne');
});
afterAll(() => world.stop());

const days = async (year = YEAR): Promise<Day[]> => (await asta.ask(LIST, { year }))['closingDays'].days;
const stretch = (name: string, from: string, to = from, schoolId: string | null = null) => ({
  name,
  from,
  to,
  schoolId,
});
const add = (...wanted: object[]) => asta.ask(ADD, { year: YEAR, days: wanted });
const refused = (...wanted: object[]) => asta.refusal(ADD, { year: YEAR, days: wanted });
const closedToTeam = async (id: string = IDS.teamA1): Promise<{ closed: string | null; holiday: string | null }[]> =>
  (await anne.ask(TEAM_YEAR, { id, year: YEAR }))['teamYear'].closed;
const usual = () => holidaysOf(YEAR).map(({ key, from, to }) => stretch(key, from, to));

describe('the closed days', () => {
  it('are a setting: nobody but the administrator and the DPO reads the list, and a school’s leader does not keep it', async () => {
    const nobody: PersonName[] = [
      'anne',
      'coach',
      'leder',
      'klyngeleder',
      'bodil',
      'konsulent',
      'laeser',
      'gaest',
      'nabo',
    ];
    for (const name of nobody) {
      const caller = await world.signIn(name);
      expect(await caller.refusal(LIST, { year: YEAR }), name).toMatchObject({ code: 'NOT_FOUND' });
      const day = stretch('Lukket', startsOn, startsOn, name === 'leder' ? IDS.schoolA : null);
      expect(await caller.refusal(ADD, { year: YEAR, days: [day] }), name).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await world.stranger().refusal(LIST, { year: YEAR })).toMatchObject({ code: 'SIGNED_OUT' });
    const dpo = await world.signIn('dpo');
    expect((await dpo.ask(LIST, { year: YEAR }))['closingDays'].mayKeep).toBe(false);
    expect(await dpo.refusal(ADD, { year: YEAR, days: [stretch('Lukket', startsOn)] })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await days()).toEqual([]);
  });

  it.each([
    ['without a name', [stretch(' ', startsOn)], 'days.0.name', 'EMPTY'],
    ['with a CPR number in it', [stretch('Fri for 010190-1234', startsOn)], 'days.0.name', 'CPR'],
    [
      'that end before they begin',
      [stretch('Fri', addDays(startsOn, 5), startsOn)],
      'days.0.to',
      'ENDS_BEFORE_IT_BEGINS',
    ],
    ['outside the school year', [stretch('Fri', addDays(endsOn, 1))], 'days.0.from', 'OUTSIDE_THE_YEAR'],
    ['on a day that does not exist', [stretch('Fri', startsOn, `${YEAR.slice(0, 4)}-09-31`)], 'days.0.to', 'NOT_A_DAY'],
    ['of half a year', [stretch('Fri', startsOn, addDays(startsOn, 180))], 'days.0.to', 'TOO_MANY_DAYS'],
    ['of a school elsewhere', [stretch('Fri', startsOn, startsOn, IDS.otherSchool)], 'days.0.schoolId', 'NOT_FOUND'],
    ['twice in one go', [stretch('Fri', startsOn), stretch('fri', startsOn)], 'days.1.name', 'THERE_ALREADY'],
  ])('%s are refused at the field, and none is written', async (_what, wanted, field, problem) => {
    expect(await refused(...wanted)).toMatchObject({ code: 'INPUT_REFUSED', fields: [{ field, problem }] });
    expect(await days()).toEqual([]);
  });

  it('take the place of the usual holidays in a team’s year once the municipality keeps its own, and a school’s stand beside', async () => {
    expect((await closedToTeam()).every(({ closed, holiday }) => closed === null && holiday !== null)).toBe(true);
    const own = addDays(startsOn, 60);
    await add(stretch('Skolens dag', own, own, IDS.schoolA), stretch('Naboskolens dag', own, own, IDS.schoolB));
    const beside = await closedToTeam();
    expect(beside.filter(({ holiday }) => holiday !== null)).toHaveLength(usual().length);
    expect(beside.map(({ closed }) => closed)).toContain('Skolens dag');
    expect(beside.map(({ closed }) => closed)).not.toContain('Naboskolens dag');
    await add(...usual());
    const after = await closedToTeam();
    expect(after.every(({ holiday }) => holiday === null)).toBe(true);
    expect(after.map(({ closed }) => closed)).toEqual(expect.arrayContaining([...usual().map(({ name }) => name)]));
  });

  it('are listed by their first day with their school, and the same holiday is not written twice', async () => {
    const before = await days();
    expect(before).toHaveLength(usual().length + 2);
    expect(before.map(({ from }) => from)).toEqual(before.map(({ from }) => from).toSorted());
    expect(before.find(({ name }) => name === 'Skolens dag')!.school).toMatchObject({ id: IDS.schoolA });
    const [first] = usual();
    expect(await refused(stretch('En dag til', endsOn), first!)).toMatchObject({
      fields: [{ field: 'days.1.name', problem: 'THERE_ALREADY' }],
    });
    expect(await days()).toEqual(before);
    const both = await Promise.all(
      [1, 2].map(() => asta.send(ADD, { year: YEAR, days: [stretch('Planlægningsdag', own())] })),
    );
    expect(both.filter(({ errors }) => errors)).toHaveLength(1);
    expect((await days()).filter(({ name }) => name === 'Planlægningsdag')).toHaveLength(1);
  });

  it('are changed where nobody has changed them since, and the second of two is told what stands there', async () => {
    const known = (await days()).find(({ name }) => name === 'Planlægningsdag')!;
    const seen = stretch(known.name, known.from, known.to);
    const moved = { ...seen, from: addDays(known.from, 1), to: addDays(known.to, 2) };
    await asta.ask(CHANGE, { id: known.id, year: YEAR, day: moved, seen });
    // A lost double tap has become what was wanted.
    await asta.ask(CHANGE, { id: known.id, year: YEAR, day: moved, seen });
    const late = await asta.refusal(CHANGE, { id: known.id, year: YEAR, day: { ...seen, name: 'Fri' }, seen });
    expect(late).toMatchObject({ code: 'CHANGED_MEANWHILE', current: { name: 'Planlægningsdag', from: moved.from } });
    const wrong = await asta.refusal(CHANGE, {
      id: known.id,
      year: YEAR,
      day: { ...moved, to: startsOn },
      seen: moved,
    });
    expect(wrong).toMatchObject({ fields: [{ field: 'day.to', problem: 'ENDS_BEFORE_IT_BEGINS' }] });
    expect((await days()).find(({ id }) => id === known.id)).toMatchObject({ from: moved.from, to: moved.to });
  });

  it('are taken out, once; another municipality’s are not there', async () => {
    const known = (await days()).find(({ name }) => name === 'Planlægningsdag')!;
    await asta.ask(REMOVE, { id: known.id });
    expect(await asta.refusal(REMOVE, { id: known.id })).toMatchObject({ code: 'NOT_FOUND' });
    const { rows } = await world.admin.query(
      `insert into closing_day (municipality_id, starts_on, ends_on, name) values ($1, $2, $2, 'Naboens dag') returning id`,
      [IDS.otherMunicipality, startsOn],
    );
    const seen = stretch('Naboens dag', startsOn);
    expect(await asta.refusal(REMOVE, { id: rows[0].id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await asta.refusal(CHANGE, { id: rows[0].id, year: YEAR, day: seen, seen })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await days()).map(({ name }) => name)).not.toContain('Naboens dag');
  });

  it('are one change in the municipality, which tells an open year to be read anew and says nothing of what changed', async () => {
    const { calendarVersion } = (await anne.ask(TEAM_YEAR, { id: IDS.teamA1, year: YEAR }))['teamYear'];
    const socket = await world.connectLive(anne);
    const heard: any[] = [];
    socket.on('changes', (changes) => heard.push(...changes));
    const answer = await new Promise<FollowAnswer>((resolve) =>
      socket.emit('follow', { kind: 'MUNICIPALITY', id: IDS.municipality, since: calendarVersion }, resolve),
    );
    expect(answer).toMatchObject({ ok: true, changes: [] });
    await add(stretch('Hemmelig dag', endsOn), stretch('Endnu en', endsOn));
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(heard[0]).toMatchObject({ scopeKind: 'MUNICIPALITY', verb: 'added', fields: { hint: true } });
    expect(JSON.stringify(heard)).not.toContain('Hemmelig');
  });
});

const own = () => addDays(startsOn, 90);
