import { Inject, Injectable, type OnApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import pg from 'pg';
import { SETTINGS, type Settings } from './config.ts';
import type { RecordedChange, ScopeKind } from './change-log.ts';
import { Database } from './database.ts';

/** A scope that has changed, and how far. It carries no content: whoever hears it reads from Postgres. */
export interface Ring {
  municipalityId: string;
  kind: ScopeKind;
  id: string;
  version: number;
}

/** Rings a person's scope without a change: something about their access ended, so whoever serves them looks again. */
export const lookAgain = (personId: string): Pick<RecordedChange, 'scopeKind' | 'scopeId' | 'version'> => ({
  scopeKind: 'PERSON',
  scopeId: personId,
  version: 0,
});

type Listener = (ring: Ring) => void;

const CHANNEL = 'pejling_doorbell';
const GATHER_MS = 10;
const RECONNECT_MS = 1_000;

/**
 * Rings after commit: in this process at once, in others by one NOTIFY per 10 ms that carries all scopes
 * (one per commit costs a third of the throughput). A lost ring loses nothing: replicas also look by themselves.
 */
@Injectable()
export class Doorbell implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly listeners = new Set<Listener>();
  private readonly waiting = new Map<string, Ring>();
  private timer: NodeJS.Timeout | undefined;
  private ear: pg.Client | undefined;
  private again: NodeJS.Timeout | undefined;
  private closed = false;
  private readonly origin = Math.random().toString(36).slice(2, 10);

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    clearTimeout(this.again);
    await this.ear?.end().catch(() => undefined);
  }

  /** @returns a function that takes the listener away again */
  hear(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  ring(municipalityId: string, changes: Pick<RecordedChange, 'scopeKind' | 'scopeId' | 'version'>[]): void {
    const latest = new Map<string, Ring>();
    for (const { scopeKind, scopeId, version } of changes) {
      const key = `${scopeKind}:${scopeId}`;
      const known = latest.get(key);
      if (!known || known.version < version) latest.set(key, { municipalityId, kind: scopeKind, id: scopeId, version });
    }
    for (const [key, ring] of latest) {
      this.tell(ring);
      const waiting = this.waiting.get(key);
      if (!waiting || waiting.version < ring.version) this.waiting.set(key, ring);
    }
    this.timer ??= setTimeout(() => void this.send(), GATHER_MS);
  }

  private tell(ring: Ring): void {
    for (const listener of this.listeners) listener(ring);
  }

  private async send(): Promise<void> {
    this.timer = undefined;
    const rings = [...this.waiting.values()];
    this.waiting.clear();
    // NOTIFY takes 8,000 bytes: some sixty scopes at a time.
    for (let from = 0; from < rings.length; from += 60) {
      const lines = rings
        .slice(from, from + 60)
        .map((ring) => `${ring.municipalityId} ${ring.kind} ${ring.id} ${ring.version}`);
      await this.database.pool
        .query('select pg_notify($1, $2)', [CHANNEL, [this.origin, ...lines].join('\n')])
        .catch(() => undefined);
    }
  }

  private async listen(): Promise<void> {
    if (this.closed) return;
    const ear = new pg.Client({
      connectionString: this.settings.DATABASE_DIRECT_URL ?? this.settings.DATABASE_URL,
      application_name: 'pejling-doorbell',
      keepAlive: true,
    });
    ear.on('error', () => undefined);
    ear.on('end', () => this.listenAgain());
    ear.on('notification', ({ payload }) => this.heard(payload ?? ''));
    this.ear = ear;
    try {
      await ear.connect();
      await ear.query(`listen ${CHANNEL}`);
    } catch {
      await ear.end().catch(() => undefined);
      this.listenAgain();
    }
  }

  private listenAgain(): void {
    if (this.closed || this.again) return;
    this.again = setTimeout(() => {
      this.again = undefined;
      void this.listen();
    }, RECONNECT_MS);
  }

  private heard(payload: string): void {
    const [origin, ...lines] = payload.split('\n');
    if (origin === this.origin) return;
    for (const line of lines) {
      const [municipalityId, kind, id, version] = line.split(' ');
      if (municipalityId && kind && id && version) {
        this.tell({ municipalityId, kind: kind as ScopeKind, id, version: Number(version) });
      }
    }
  }
}
