import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../libs/workspace/postgres.mjs';
import { ServerProcess } from '../durability/server-process.ts';
import { IDS, PASSWORD } from '../small-world.ts';
import { Caller } from '../world.ts';
import { SmtpPeer } from './smtp-peer.ts';

const CONVENE = 'mutation($id: ID!) { conveneMeeting(meetingId: $id) { id } }';
const CREATE =
  'mutation($teamId: ID!, $input: NewMeetingInput!) { createMeeting(teamId: $teamId, input: $input) { id } }';
const WAIT = { timeout: 40_000, interval: 100 };
const TEAM = ['anne@example.test', 'mads@example.test', 'trine@example.test'];
const KILLS = 3;

let database: TestDatabase;
let server: ServerProcess;
let admin: pg.Client;
let peer: SmtpPeer;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'), `mail_${randomUUID().slice(0, 8)}`, inject('template'));
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  // A port that is this test's own, and closed until the mail server is started.
  peer = await new SmtpPeer().start();
  await peer.stop();
  server = new ServerProcess(database, 0, {
    SMTP_URL: peer.url,
    MAIL_FROM: 'pejling@skole.example',
    PUBLIC_URL: 'https://pejling.example',
  });
  await server.start();
});
afterAll(async () => {
  await peer?.stop();
  await server?.stop();
  await admin?.end();
  await database?.drop();
});

async function convene(): Promise<string> {
  const anne = new Caller(server.url);
  await anne.ask('mutation($name: String!, $password: String!) { signIn(signInName: $name, password: $password) }', {
    name: 'anne',
    password: PASSWORD,
  });
  const startsAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const input = { durationMin: 60, startsAt, templateKey: 'plf-grundmoede' };
  const id: string = (await anne.ask(CREATE, { teamId: IDS.teamA1, input })).createMeeting.id;
  await anne.ask(CONVENE, { id });
  return id;
}

const ofMeeting = (id: string) => peer.received.filter(({ raw }) => raw.replaceAll('=\r\n', '').includes(id));
const states = async (id: string) =>
  (await admin.query<{ state: string }>('select state from notice_mail where meeting_id = $1', [id])).rows.map(
    (row) => row.state,
  );
/** What is waiting is tried now. */
const waitIsOver = () => admin.query(`update notice_mail set next_try_at = now() where state = 'WAITING'`);

describe('a server that is killed', { timeout: 180_000 }, () => {
  it('between the commit and the sending has each mail sent by the next, once', async () => {
    const ids: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      ids.push(await convene());
      await server.kill();
      await server.start();
    }
    expect(peer.received).toEqual([]);
    await peer.start();
    await vi.waitFor(async () => {
      await waitIsOver();
      for (const id of ids)
        expect(
          ofMeeting(id)
            .map((one) => one.to)
            .sort(),
        ).toEqual(TEAM);
    }, WAIT);
    await vi.waitFor(async () => {
      for (const id of ids) expect(new Set(await states(id))).toEqual(new Set(['SENT']));
    }, WAIT);
    expect(peer.received).toHaveLength(ids.length * TEAM.length);
  });

  it('while the mail server has it and has not said yes sends none again by itself, and after the longest sending each under the same name', async () => {
    peer.received.splice(0);
    peer.isSilent = true;
    const id = await convene();
    await vi.waitFor(() => expect(ofMeeting(id)).toHaveLength(3), WAIT);
    await server.kill();
    peer.speak();
    await server.start();
    // Another meeting's mails show that the new server has looked at the queue.
    const later = await convene();
    await vi.waitFor(() => expect(ofMeeting(later)).toHaveLength(3), WAIT);
    expect(ofMeeting(id)).toHaveLength(3);
    expect(await states(id)).toEqual(['SENDING', 'SENDING', 'SENDING']);
    await admin.query(`update notice_mail set claimed_at = claimed_at - interval '10 minutes' where state = 'SENDING'`);
    await vi.waitFor(async () => expect(new Set(await states(id))).toEqual(new Set(['SENT'])), WAIT);
    const names = ofMeeting(id).map((one) => `${one.to} ${one.mail.messageId}`);
    expect(names).toHaveLength(6);
    expect(new Set(names).size).toBe(3);
  });

  it('at some moment of the sending loses none, and what is sent twice bears one name', async () => {
    peer.received.splice(0);
    const ids = await Promise.all([convene(), convene()]);
    await vi.waitFor(() => expect(peer.received.length).toBeGreaterThan(1), { ...WAIT, interval: 1 });
    await server.kill();
    await server.start();
    await admin.query(`update notice_mail set claimed_at = claimed_at - interval '10 minutes' where state = 'SENDING'`);
    await vi.waitFor(async () => {
      for (const id of ids) expect(new Set(await states(id))).toEqual(new Set(['SENT']));
    }, WAIT);
    const { rows } = await admin.query<{ id: string }>('select id from notice_mail where meeting_id = any($1)', [ids]);
    const names = new Set(peer.received.map((one) => one.mail.messageId));
    for (const { id } of rows) expect(names).toContain(`<${id}@skole.example>`);
    expect(names.size).toBe(6);
  });
});
