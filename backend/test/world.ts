import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { io } from 'socket.io-client';
import { inject } from 'vitest';
import { PERSON_HEADER } from '#live-protocol/page.ts';
import { createTestDatabase, type TestDatabase } from '../../libs/workspace/postgres.mjs';
import { LINE, type LiveSocket } from '../../frontend/src/live/parts/line.ts';
import { readSettings } from '../src/platform/config.ts';
import { createServer } from '../src/server.ts';
import { IDS, PASSWORD, PEOPLE, type PersonName } from './small-world.ts';

export { IDS, PEOPLE, type LiveSocket, type PersonName };

interface Answer {
  data: Record<string, any> | null;
  errors?: { message: string; path?: string[]; extensions?: Record<string, any> }[];
}

/** Somebody's browser, as far as the API goes: keeps the cookie, asks and tells. */
export class Caller {
  cookie = '';
  /** Whose page it says it asks from. */
  page: string | null = null;
  constructor(readonly url: string) {}

  /** The whole answer, errors and all. */
  async send(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(this.page === null ? {} : { [PERSON_HEADER]: this.page }),
      },
      body: JSON.stringify({ query, variables }),
    });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie.split(';')[0]!);
    return (await response.json()) as Answer;
  }

  /** A cookie takes the place of the one of its name; a screen's stands beside a session's. */
  private keep(cookie: string): void {
    const name = `${cookie.split('=')[0]!}=`;
    const others = this.cookie.split('; ').filter((one) => one !== '' && !one.startsWith(name));
    this.cookie = [...others, cookie].join('; ');
  }

  /** The data of an answer that must hold no error. */
  async ask(query: string, variables: Record<string, unknown> = {}): Promise<Record<string, any>> {
    const answer = await this.send(query, variables);
    if (answer.errors) throw new Error(`refused: ${JSON.stringify(answer.errors)}`);
    return answer.data!;
  }

  /** The refusal's extensions, with its code; fails when it was not refused. */
  async refusal(query: string, variables: Record<string, unknown> = {}): Promise<Record<string, any>> {
    const answer = await this.send(query, variables);
    const extensions = answer.errors?.[0]?.extensions;
    if (!extensions) throw new Error(`not refused: ${JSON.stringify(answer)}`);
    return extensions;
  }

  /** A connected socket; the caller disconnects it, or world.stop() does. */
  live(): LiveSocket {
    return io(this.url, {
      ...LINE,
      extraHeaders: { cookie: this.cookie },
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    });
  }
}

/** A server of its own on a database of its own, with the small world in it. */
export class World {
  private readonly sockets: LiveSocket[] = [];
  constructor(
    readonly app: NestFastifyApplication,
    readonly url: string,
    readonly database: TestDatabase,
    readonly admin: pg.Client,
  ) {}

  stranger(): Caller {
    return new Caller(this.url);
  }

  async signIn(name: PersonName): Promise<Caller> {
    const caller = new Caller(this.url);
    await caller.ask(
      'mutation($name: String!, $password: String!) { signIn(signInName: $name, password: $password) }',
      { name, password: PASSWORD },
    );
    return caller;
  }

  /** A socket that is connected when it is handed over. */
  async connectLive(caller: Caller): Promise<LiveSocket> {
    const socket = caller.live();
    this.sockets.push(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return socket;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.disconnect();
    await this.app.close();
    await this.admin.end();
    await this.database.drop();
  }
}

/** Starts a world for one test file; stop it in afterAll. */
export async function startWorld(settings: Record<string, string> = {}): Promise<World> {
  const postgres = inject('postgres');
  const database = await createTestDatabase(
    postgres,
    `t_${randomUUID().replaceAll('-', '').slice(0, 16)}`,
    inject('template'),
  );
  const app = await createServer(
    readSettings({
      DATABASE_URL: database.appUrl,
      DATABASE_ADMIN_URL: database.adminUrl,
      DATABASE_POOL: '6',
      LOG_LEVEL: process.env['PEJLING_TEST_LOG'] ?? 'silent',
      PORT: '0',
      GRAPHQL_DOCUMENTS: 'any',
      ...settings,
    }),
  );
  await app.listen(0, '127.0.0.1');
  const admin = new pg.Client({ connectionString: database.adminUrl });
  admin.on('error', () => undefined);
  await admin.connect();
  return new World(app, await app.getUrl(), database, admin);
}
