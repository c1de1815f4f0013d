import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createClient } from 'redis';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../libs/workspace/postgres.mjs';
import { startRedis } from '../../../libs/workspace/redis.mjs';
import { ServerProcess } from '../durability/server-process.ts';
import { IDS, PASSWORD } from '../small-world.ts';
import { Caller } from '../world.ts';

type Redis = Awaited<ReturnType<typeof startRedis>>;

const RIGHT = 'den-rigtige-kode';
const OURS = 'vores-kode';
const REFUSED = /^REDIS_URL refuses this server/;
const UNREACHED = /^REDIS_URL cannot be reached/;
const BACK = /^REDIS_URL is there again/;
const SOON = { timeout: 20_000, interval: 20 };

let database: TestDatabase;
let redis: Redis | undefined;
let server: ServerProcess | undefined;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'), `rd_${randomUUID().slice(0, 8)}`, inject('template'));
});
afterEach(async () => {
  await server?.stop();
  await redis?.stop();
  server = redis = undefined;
});
afterAll(() => database?.drop());

/** A server whose REDIS_URL knows the password that is ours, as it runs for people. */
async function started(port: number): Promise<ServerProcess> {
  const settings = { REDIS_URL: `redis://:${OURS}@127.0.0.1:${port}`, LOG_LEVEL: 'warn' };
  server = new ServerProcess(database, 0, settings);
  await server.start();
  return server;
}

interface Line {
  level: number;
  msg: string;
  redis?: string;
  said?: string;
}

/** What the log says of Redis, oldest first. */
const logged = ({ said }: ServerProcess): Line[] =>
  said
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line)
    .filter(({ msg }) => msg.includes('REDIS_URL'));

const words = (from: ServerProcess): string[] => logged(from).map(({ msg }) => msg);

/** Somebody who runs Redis, at its own console. */
async function atItsConsole<T>(port: number, password: string, what: (ask: Ask) => Promise<T>): Promise<T> {
  const console_ = createClient({ url: `redis://:${password}@127.0.0.1:${port}` });
  await console_.connect();
  try {
    return await what((...words_) => console_.sendCommand(words_));
  } finally {
    console_.destroy();
  }
}
type Ask = (...words: string[]) => Promise<unknown>;

const triesRefused = (port: number) =>
  atItsConsole(port, RIGHT, async (ask) =>
    Number(/errorstat_WRONGPASS:count=(\d+)/.exec(String(await ask('INFO', 'errorstats')))?.[1] ?? 0),
  );

/** Something on Redis' port that answers nobody. @returns how many have come, and how to end it */
async function deaf(port: number): Promise<{ came: () => number; stop: () => Promise<void> }> {
  let came = 0;
  const listener = createServer((socket) => {
    came += 1;
    socket.on('error', () => undefined);
    socket.destroy();
  }).listen(port, '127.0.0.1');
  await once(listener, 'listening');
  return { came: () => came, stop: async () => void (await once(listener.close(), 'close')) };
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  await once(listener.close(), 'close');
  return port;
}

describe('a Redis with another password than REDIS_URL says', { timeout: 60_000 }, () => {
  it('is in the log once, in its own words and without the password, however often it is tried; meetings go on', async () => {
    redis = await startRedis({ password: RIGHT });
    const { port } = redis;
    const refused = await started(port);
    await expect.poll(() => triesRefused(port), SOON).toBeGreaterThanOrEqual(10);
    expect(logged(refused)).toEqual([
      expect.objectContaining({
        level: 40,
        msg: expect.stringMatching(REFUSED) as string,
        redis: `127.0.0.1:${port}`,
        said: expect.stringContaining('WRONGPASS') as string,
      }),
    ]);
    const anne = new Caller(refused.url);
    await anne.ask('mutation($name: String!, $password: String!) { signIn(signInName: $name, password: $password) }', {
      name: 'anne',
      password: PASSWORD,
    });
    await anne.ask('mutation($id: ID!) { startMeeting(meetingId: $id) { id } }', { id: IDS.meeting });
    await atItsConsole(port, RIGHT, (ask) => ask('CONFIG', 'SET', 'requirepass', OURS));
    await expect.poll(() => words(refused).at(-1), SOON).toMatch(BACK);
    expect(words(refused)).toHaveLength(2);
    expect(refused.said.join('\n')).not.toContain(OURS);
    expect(refused.said.join('\n')).not.toContain('redis://');
  });

  it('is in the log where it lets the server in and not at its channel, until it does', async () => {
    redis = await startRedis({ password: OURS });
    const { port } = redis;
    await atItsConsole(port, OURS, (ask) => ask('ACL', 'SETUSER', 'default', 'resetchannels'));
    const deafened = await started(port);
    await expect.poll(() => logged(deafened)[0]?.said, SOON).toContain('NOPERM');
    await atItsConsole(port, OURS, (ask) => ask('ACL', 'SETUSER', 'default', 'allchannels'));
    await expect.poll(() => words(deafened).at(-1), SOON).toMatch(BACK);
    expect(words(deafened)).toHaveLength(2);
  });
});

describe('a Redis that cannot be reached', { timeout: 60_000 }, () => {
  it('is in the log when the server starts without it, and when it is there', async () => {
    const port = await freePort();
    const alone = await started(port);
    await expect.poll(() => words(alone), SOON).toEqual([expect.stringMatching(UNREACHED)]);
    expect(logged(alone)[0]).toMatchObject({ redis: `127.0.0.1:${port}`, level: 40 });
    redis = await startRedis({ port, password: OURS });
    await expect.poll(() => words(alone).at(-1), SOON).toMatch(BACK);
    expect(words(alone)).toHaveLength(2);
  });

  it('is in the log once each time it goes away, and once each time it is back', async () => {
    redis = await startRedis({ password: OURS });
    const { port } = redis;
    const left = await started(port);
    const subscribers = () =>
      atItsConsole(port, OURS, async (ask) => ((await ask('PUBSUB', 'CHANNELS')) as unknown[]).length);
    await expect.poll(subscribers, SOON).toBe(1);
    expect(logged(left)).toEqual([]);
    const all: RegExp[] = [];
    for (let time = 0; time < 2; time += 1) {
      await redis.stop();
      const nobody = await deaf(port);
      await expect.poll(nobody.came, SOON).toBeGreaterThanOrEqual(8);
      await nobody.stop();
      redis = await startRedis({ port, password: OURS });
      all.push(UNREACHED, BACK);
      await expect.poll(() => words(left), SOON).toEqual(all.map((one) => expect.stringMatching(one) as string));
    }
  });

  it('is in the log once more when it comes back and refuses', async () => {
    redis = await startRedis({ password: OURS });
    const { port } = redis;
    const left = await started(port);
    await redis.stop();
    await expect.poll(() => words(left), SOON).toEqual([expect.stringMatching(UNREACHED)]);
    redis = await startRedis({ port, password: RIGHT });
    await expect.poll(() => triesRefused(port), SOON).toBeGreaterThanOrEqual(6);
    expect(words(left)).toEqual([expect.stringMatching(UNREACHED), expect.stringMatching(REFUSED)]);
  });
});
