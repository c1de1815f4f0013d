import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, startWorld, type Caller, type World } from '../world.ts';

const WRITE = 'mutation($id: ID!, $text: String!) { askForHelp(id: $id, text: $text) { id } }';
const READ = '{ viewer { id } }';

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
});
afterAll(() => world.stop());

const changes = async () => (await world.admin.query('select from change')).rowCount;

/** As the browser does for somebody signed in who follows a link that another page has put there, and as whatever looks at links first. */
async function followLink(query: string, variables: Record<string, unknown>): Promise<string> {
  const asked = `${world.url}/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`;
  const headers = { cookie: anne.cookie };
  await fetch(asked, { method: 'HEAD', headers });
  return (await fetch(asked, { headers })).text();
}

describe('a link', () => {
  it('writes nothing in the name of whoever follows it, not even what has been asked so often that it is compiled', async () => {
    for (let n = 0; n < 4; n += 1) await anne.ask(WRITE, { id: IDS.trial, text: `Kom og se, ${n}` });
    const before = await changes();
    const answers: string[] = [];
    for (let n = 0; n < 4; n += 1) answers.push(await followLink(WRITE, { id: IDS.trial, text: `Ikke min, ${n}` }));
    expect(await changes()).toBe(before);
    for (const answer of answers) expect(answer).toContain('"NOT_ALLOWED"');
  });

  it('reads nothing either: pages ask by POST', async () => {
    for (let n = 0; n < 4; n += 1) await anne.ask(READ);
    expect(await followLink(READ, {})).toContain('"NOT_ALLOWED"');
  });
});
