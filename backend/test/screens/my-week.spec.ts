import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import { DECLINE, NOTE, PROPOSE, READY, wish } from '../preparation/preparing.ts';
import { START } from '../meetings/run-documents.ts';
import { IDS, startWorld, type Caller, type World } from '../world.ts';

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
});
afterAll(() => world.stop());

describe('a week that is asked for', () => {
  const WEEK = 'query($monday: String) { myWeek(monday: $monday) { __typename } }';

  it('is refused by name when the day does not exist, and answered when it does', async () => {
    for (const monday of ['2026-02-30', '2026-13-01', 'mandag', "2026-11-23' or 1=1"])
      expect(await anne.refusal(WEEK, { monday }), monday).toMatchObject({
        code: 'INPUT_REFUSED',
        fields: [{ field: 'monday', problem: 'NOT_A_DAY' }],
      });
    expect((await anne.ask(WEEK, { monday: '2026-11-23' }))['myWeek'].__typename).toBe('MyWeek');
  });
});

describe('what remains to prepare', () => {
  const PREPARING = `{ myWeek { preparing { id bring ownRole hasNote openProposals answered { title state answer } preparation { ownReady } } } }`;
  const preparing = async (caller: Caller) => (await caller.ask(PREPARING))['myWeek'].preparing as any[];
  const { meeting } = IDS;

  it('is nobody’s who is not called, and no draft’s', async () => {
    for (const name of ['leder', 'coach', 'ove', 'admin', 'nabo'] as const)
      expect(
        (await preparing(await world.signIn(name))).map((one) => one.id),
        name,
      ).not.toContain(meeting);
    expect((await preparing(anne)).map((one) => one.id)).toEqual([meeting]);
  });

  it('is one’s own: a note, a mark, and what was answered to one’s own proposals', async () => {
    const [mads, guest] = [await world.signIn('mads'), await world.signIn('gaest')];
    const [no, later, open] = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of [no, later, open]) await mads.ask(PROPOSE, { meeting, id, proposal: wish(`Punkt ${id}`) });
    await anne.ask(DECLINE, { id: no, reason: 'Pedellen klarer det', keep: false, seen: 1 });
    await anne.ask(DECLINE, { id: later, reason: 'Efter ferien', keep: true, seen: 1 });
    await mads.ask(NOTE, { meeting, text: 'Jeg har talt køen', seen: '' });
    await mads.ask(READY, { meeting, ready: true });
    expect(await preparing(mads)).toMatchObject([
      {
        id: meeting,
        bring: 'Noter',
        hasNote: true,
        openProposals: 1,
        answered: [
          { title: `Punkt ${no}`, state: 'DECLINED', answer: 'Pedellen klarer det' },
          { title: `Punkt ${later}`, state: 'PROPOSED', answer: 'Efter ferien' },
        ],
        preparation: { ownReady: true },
      },
    ]);
    for (const other of [anne, guest])
      expect(await preparing(other)).toMatchObject([
        { hasNote: false, openProposals: 1, answered: [], preparation: { ownReady: false } },
      ]);
  });
});

describe('a meeting that is begun before its day', () => {
  const ON =
    'query($monday: String) { myWeek(monday: $monday) { inProgress { id } meetings { id } nextMeeting { id } } }';

  it('is told to those who are in it as what is on now, whichever week they look at, and to nobody else', async () => {
    await world.admin.query(`update meeting set starts_at = now() + interval '15 days' where id = $1`, [IDS.meeting]);
    const before = (await anne.ask(ON))['myWeek'];
    expect(before.inProgress).toEqual([]);
    expect(before.nextMeeting).toEqual({ id: IDS.meeting });
    await anne.ask(START, { id: IDS.meeting });
    const weekOf = async (monday?: string): Promise<{ inProgress: unknown; ids: string[] }> => {
      const { inProgress, meetings } = (await anne.ask(ON, { monday }))['myWeek'];
      return { inProgress, ids: meetings.map((one: { id: string }) => one.id) };
    };
    for (const monday of [undefined, '2025-08-11'])
      expect((await weekOf(monday)).inProgress, monday).toEqual([{ id: IDS.meeting }]);
    // It stands in the week where it began, and no longer in the one that it was planned for.
    expect((await weekOf()).ids).toContain(IDS.meeting);
    const { rows } = await world.admin.query<{ planned: string }>(
      `select date_trunc('week', starts_at at time zone 'Europe/Copenhagen')::date::text as planned from meeting where id = $1`,
      [IDS.meeting],
    );
    expect((await weekOf(rows[0]!.planned)).ids).not.toContain(IDS.meeting);
    expect((await weekOf('2025-08-11')).ids).not.toContain(IDS.meeting);
    for (const name of ['leder', 'ove', 'nabo'] as const)
      expect((await (await world.signIn(name)).ask(ON))['myWeek'].inProgress, name).toEqual([]);
  });
});
