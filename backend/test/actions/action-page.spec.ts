import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
});
afterAll(() => world.stop());

const PAGE = `query($id: ID!) { actionPage(id: $id) { id may begunAt action { id title state outcome predecessorId }
  earlier { id } later { id title state predecessorId } origin { meetingId } team { id members { person { displayName } } } } }`;
const MOVE = `mutation($id: ID!, $seen: Int!, $event: String!, $outcome: String, $saw: String) {
  moveAction(id: $id, seenRevision: $seen, event: $event, outcome: $outcome, whatWeSaw: $saw) { id } }`;
const revision = async (id: string): Promise<number> =>
  (await world.admin.query('select revision from action where id = $1', [id])).rows[0].revision;

describe('an action’s page', () => {
  it('is there for nobody outside the team, and is answered like one that never was', async () => {
    expect((await world.stranger().refusal(PAGE, { id: IDS.trial }))['code']).toBe('SIGNED_OUT');
    for (const name of [
      'ove',
      'leder',
      'klyngeleder',
      'bodil',
      'laeser',
      'konsulent',
      'admin',
      'dpo',
      'nabo',
    ] as const) {
      const caller = await world.signIn(name);
      const [foreign, missing, malformed] = await Promise.all(
        [IDS.trial, randomUUID(), 'x'].map((id) => caller.send(PAGE, { id })),
      );
      expect(foreign, name).toEqual(missing);
      expect(malformed, name).toEqual(missing);
      expect(foreign!.errors?.[0]?.extensions?.['code'], name).toBe('NOT_FOUND');
    }
  });

  it('tells a member what may be done, and a coach only what is to be seen', async () => {
    const { actionPage: page } = await anne.ask(PAGE, { id: IDS.trial });
    expect(page.team.id).toBe(IDS.teamA1);
    expect(page.may).toContain('action.change');
    const { actionPage: seen } = await (await world.signIn('coach')).ask(PAGE, { id: IDS.trial });
    expect(seen.action.title).toBe(page.action.title);
    expect(seen.may).not.toContain('action.change');
  });

  it('shows the whole chain of attempts from every one of them', async () => {
    await anne.ask(MOVE, { id: IDS.trial, seen: await revision(IDS.trial), event: 'TRY' });
    await anne.ask(MOVE, {
      id: IDS.trial,
      seen: await revision(IDS.trial),
      event: 'CLOSE',
      outcome: 'ADJUST',
      saw: 'De fleste var med fra start.',
    });
    const { actionPage: first } = await anne.ask(PAGE, { id: IDS.trial });
    expect(first.action).toMatchObject({ state: 'CLOSED', outcome: 'ADJUST' });
    expect(first.later).toHaveLength(1);
    const { actionPage: next } = await anne.ask(PAGE, { id: first.later[0].id });
    expect(next.earlier).toEqual([{ id: IDS.trial }]);
    expect(next.action.predecessorId).toBe(IDS.trial);
    expect(next.team.members.map((one: { person: { displayName: string } }) => one.person.displayName)).toContain(
      PEOPLE.anne.name,
    );
  });
});
