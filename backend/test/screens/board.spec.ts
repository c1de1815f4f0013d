import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';

const BOARD = `query($teamId: ID!, $after: String) { teamBoard(teamId: $teamId, after: $after) {
  open { id state } closed { id state } closedCursor } }`;
const actionId = (n: number) => `00000000-0000-7000-8000-00000000a${String(n).padStart(3, '0')}`;

let world: World;
let mads: Caller;
beforeAll(async () => {
  world = await startWorld();
  mads = await world.signIn('mads');
  // Forty-five that are over, every third given up; some at the very same moment.
  for (let n = 0; n < 45; n += 1)
    await world.admin.query(
      `insert into action (id, municipality_id, team_id, kind, title, state, abandoned_reason, created_by, created_at, agreed_at, begun_at, closed_at)
       values ($1, $2, $3, 'TASK', 'Gammel', $4, $5, $6, '2026-09-01', '2026-09-01', '2026-09-01', timestamptz '2026-09-02' + make_interval(hours => $7))`,
      [
        actionId(n),
        IDS.municipality,
        IDS.teamA1,
        n % 3 === 0 ? 'ABANDONED' : 'CLOSED',
        n % 3 === 0 ? 'Skemaet' : null,
        PEOPLE.mads.id,
        Math.floor(n / 4),
      ],
    );
});
afterAll(() => world.stop());

const page = async (caller: Caller, after: string | null) =>
  (await caller.ask(BOARD, { teamId: IDS.teamA1, after }))['teamBoard'] as {
    open: { id: string }[];
    closed: { id: string; state: string }[];
    closedCursor: string | null;
  };

describe("a team's board", () => {
  it('is answered as if it were not there to everybody but the team and its coach, and a foreign team alike', async () => {
    for (const name of ['ove', 'leder', 'klyngeleder', 'konsulent', 'admin', 'gaest', 'nabo'] as const)
      expect(await (await world.signIn(name)).refusal(BOARD, { teamId: IDS.teamA1 }), name).toEqual({
        code: 'NOT_FOUND',
      });
    for (const teamId of [IDS.otherTeam, actionId(999), 'x'])
      expect(await mads.refusal(BOARD, { teamId })).toEqual({ code: 'NOT_FOUND' });
    expect(await world.stranger().refusal(BOARD, { teamId: IDS.teamA1 })).toEqual({ code: 'SIGNED_OUT' });
    expect((await page(await world.signIn('coach'), null)).closed).toHaveLength(20);
  });

  it('says who may change what stands on it: the team, and no coach who is at no meeting of theirs', async () => {
    const MAY = 'query($teamId: ID!) { teamBoard(teamId: $teamId) { may } }';
    const may = async (caller: Caller) => (await caller.ask(MAY, { teamId: IDS.teamA1 }))['teamBoard'].may as string[];
    expect(await may(mads)).toContain('action.change');
    const coach = await world.signIn('coach');
    expect(await may(coach)).toContain('action.read');
    expect(await may(coach)).not.toContain('action.change');
  });

  it('has no page after a cursor that is none of its own', async () => {
    for (const after of [
      '',
      '2026',
      `2026_${IDS.trial}`,
      "2026-01-01T00:00:00Z_x' or true",
      `2026-13-45T00:00:00Z_${IDS.trial}`,
    ])
      expect(await mads.refusal(BOARD, { teamId: IDS.teamA1, after }), after).toEqual({ code: 'NOT_FOUND' });
  });

  it('shows each that is over once, page by page, also when one more is closed between two pages', async () => {
    const first = await page(mads, null);
    expect(first.open.map((one) => one.id).sort()).toEqual([IDS.trial, IDS.task].sort());
    const close = `mutation($id: ID!) { moveAction(id: $id, event: "CLOSE", seenRevision: 1) { id } }`;
    await mads.ask(close, { id: IDS.task });
    const seen = first.closed.map((one) => one.id);
    let cursor = first.closedCursor;
    while (cursor) {
      const next = await page(mads, cursor);
      seen.push(...next.closed.map((one) => one.id));
      cursor = next.closedCursor;
    }
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
    expect((await page(mads, null)).closed[0]).toMatchObject({ id: IDS.task, state: 'CLOSED' });
  });
});
