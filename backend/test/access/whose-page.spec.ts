import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERSON_HEADER } from '#live-protocol/page.ts';
import { GatheredUses } from '../../src/privacy/gathered-uses.ts';
import { PASSWORD } from '../small-world.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';

const MEETING = 'query($id: ID!) { meeting(id: $id) { id title } }';
const DECIDE = 'mutation($item: ID!, $text: String!) { addDecision(itemId: $item, text: $text) { id } }';
const SIGN_IN = 'mutation($name: String!, $password: String!) { signIn(signInName: $name, password: $password) }';
const VIEWER = '{ viewer { id } }';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await (
    await world.signIn('anne')
  ).ask('mutation($id: ID!) { startMeeting(meetingId: $id) { id } }', {
    id: IDS.meeting,
  });
});
afterAll(() => world.stop());

/** Anne's page in a browser where Mads has signed in since. */
async function leftOpen(): Promise<Caller> {
  const page = await world.signIn('anne');
  page.page = PEOPLE.anne.id;
  expect((await page.ask(VIEWER))['viewer'].id).toBe(PEOPLE.anne.id);
  const { cookie } = await world.signIn('mads');
  page.cookie = cookie;
  return page;
}

const decisions = async () => (await world.admin.query<{ text: string }>('select text from decision')).rows;
const lines = async () => {
  await world.app.get(GatheredUses, { strict: false }).flush();
  return (await world.admin.query('select from audit_event')).rowCount;
};

describe('a page that was loaded for one person, when another has signed in', () => {
  it('is shown nothing and writes nothing, in neither’s name', async () => {
    const page = await leftOpen();
    const before = [await decisions(), await lines()];
    expect(await page.send(MEETING, { id: IDS.meeting })).toMatchObject({
      data: null,
      errors: [{ message: 'ANOTHER_PERSON', extensions: { code: 'ANOTHER_PERSON' } }],
    });
    expect(await page.refusal(DECIDE, { item: IDS.items[0], text: 'Annes ord' })).toEqual({ code: 'ANOTHER_PERSON' });
    expect(await page.refusal(VIEWER)).toEqual({ code: 'ANOTHER_PERSON' });
    expect([await decisions(), await lines()]).toEqual(before);
  });

  it('does not sign the other out', async () => {
    const page = await leftOpen();
    expect(await page.refusal('mutation { signOut }')).toEqual({ code: 'ANOTHER_PERSON' });
    page.page = null;
    expect((await page.ask(VIEWER))['viewer'].id).toBe(PEOPLE.mads.id);
  });

  it('is refused whatever it asks, before the question is read', async () => {
    const page = await leftOpen();
    const file = new URL('../../../libs/schema/schema.graphql', import.meta.url);
    const schema = buildSchema(readFileSync(file, 'utf8'));
    for (const [kind, root] of [
      ['query', schema.getQueryType()!],
      ['mutation', schema.getMutationType()!],
    ] as const)
      for (const name of Object.keys(root.getFields()))
        expect(await page.refusal(`${kind} { ${name} }`), name).toEqual({ code: 'ANOTHER_PERSON' });
    const asked = `${world.url}/graphql?query=${encodeURIComponent(VIEWER)}`;
    const got = await fetch(asked, { headers: { cookie: page.cookie, [PERSON_HEADER]: PEOPLE.anne.id } });
    expect(await got.text()).not.toContain(PEOPLE.mads.id);
  });

  it('is refused by whatever name it goes that is not theirs', async () => {
    const page = await leftOpen();
    for (const name of ['', 'x', PEOPLE.mads.id.slice(1), `${PEOPLE.mads.id}, ${PEOPLE.anne.id}`, PEOPLE.nabo.id]) {
      page.page = name;
      expect(await page.refusal(MEETING, { id: IDS.meeting }), name).toEqual({ code: 'ANOTHER_PERSON' });
    }
  });

  it('goes on when its own person is back', async () => {
    const page = await leftOpen();
    expect(await page.refusal(MEETING, { id: IDS.meeting })).toEqual({ code: 'ANOTHER_PERSON' });
    page.cookie = (await world.signIn('anne')).cookie;
    await page.ask(DECIDE, { item: IDS.items[0], text: 'Annes ord, i Annes navn' });
    expect(await decisions()).toContainEqual({ text: 'Annes ord, i Annes navn' });
  });
});

describe('a page whose session is over', () => {
  it('is told that nobody is signed in, and not whose page it is', async () => {
    const page = await world.signIn('anne');
    page.page = PEOPLE.anne.id;
    await page.ask(MEETING, { id: IDS.meeting });
    await page.ask('mutation { signOut }');
    for (const whose of [PEOPLE.anne.id, PEOPLE.mads.id]) {
      page.page = whose;
      expect(await page.refusal(MEETING, { id: IDS.meeting })).toEqual({ code: 'SIGNED_OUT' });
      expect(await page.ask(VIEWER)).toEqual({ viewer: null });
    }
    const stranger = world.stranger();
    stranger.page = PEOPLE.anne.id;
    expect(await stranger.refusal(DECIDE, { item: IDS.items[0], text: 'x' })).toEqual({ code: 'SIGNED_OUT' });
  });

  it('lets somebody sign in', async () => {
    const page = world.stranger();
    page.page = PEOPLE.anne.id;
    expect(await page.ask(SIGN_IN, { name: 'anne', password: PASSWORD })).toEqual({ signIn: true });
    expect((await page.ask(MEETING, { id: IDS.meeting }))['meeting'].id).toBe(IDS.meeting);
  });
});

describe('a page that does not know yet whose it is', () => {
  it('is answered for whoever is signed in', async () => {
    const mads = await world.signIn('mads');
    expect((await mads.ask(VIEWER))['viewer'].id).toBe(PEOPLE.mads.id);
    await mads.ask(DECIDE, { item: IDS.items[0], text: 'Mads’ ord' });
    expect(await decisions()).toContainEqual({ text: 'Mads’ ord' });
  });
});
