import { createClient, ErrorReply } from 'redis';
import type { FaultLog } from './fault-log.ts';
import type { Wire } from './wire.ts';

const LONGEST_WAIT_MS = 2_000;
const LONGEST_REASON = 200;
const MEANWHILE =
  'It is tried again. Meetings go on; what is done through other replicas is seen up to five seconds later, and who is there through them is not.';

/**
 * Publish and subscribe in Valkey or Redis, for more replicas than Postgres' NOTIFY carries well. Nothing is stored there. While it is
 * away replicas find what they lack by looking, as with any lost ring; the log says so once, and once when it is back.
 */
export class RedisWire implements Wire {
  private readonly mouth;
  private readonly ear;
  private readonly place: string;
  private readonly secret: string;
  /** What the log has been told, for as long as it lasts. */
  private readonly told = new Set<string>();
  private hear: (text: string) => void = () => undefined;
  private opened: () => void = () => undefined;
  private isListening = false;
  private closed = false;
  private again: NodeJS.Timeout | undefined;

  /** @param channel the installation's own, so that two on one server never hear of each other's people */
  constructor(
    url: string,
    private readonly channel: string,
    private readonly log: Pick<FaultLog, 'warn'>,
  ) {
    const { hostname, port, password } = new URL(url);
    this.place = `${hostname}:${port || 6379}`;
    this.secret = decodeURIComponent(password);
    this.mouth = createClient({
      url,
      // What cannot go out now is not kept for later: it would be old news.
      disableOfflineQueue: true,
      socket: { reconnectStrategy: (tries) => Math.min(tries * 100, LONGEST_WAIT_MS) },
    });
    this.ear = this.mouth.duplicate({ disableOfflineQueue: false });
    for (const client of [this.mouth, this.ear]) client.on('error', (error: unknown) => this.failed(error));
  }

  open(hear: (text: string) => void, opened: () => void): Promise<void> {
    this.hear = hear;
    this.opened = opened;
    for (const client of [this.mouth, this.ear])
      client.on('ready', () => {
        if (!this.isWhole()) return;
        this.opened();
        this.mended();
      });
    // The server starts without it, as it goes on without it: neither is waited for. Why one fails its own `error` says.
    void this.mouth.connect().catch(() => undefined);
    void this.ear.connect().then(
      () => this.listen(),
      () => undefined,
    );
    return Promise.resolve();
  }

  async send(text: string): Promise<void> {
    try {
      await this.mouth.publish(this.channel, text);
    } catch (error) {
      if (error instanceof ErrorReply) this.failed(error);
      throw error;
    }
    this.mended();
  }

  close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.again);
    this.mouth.destroy();
    this.ear.destroy();
    return Promise.resolve();
  }

  /** Once heard, the channel is heard again after every break. One who may not hear it yet may be let by whoever runs Redis. */
  private async listen(): Promise<void> {
    try {
      await this.ear.subscribe(this.channel, this.hear);
    } catch (error) {
      if (this.closed) return;
      this.failed(error);
      this.again = setTimeout(() => void this.listen(), LONGEST_WAIT_MS);
      return;
    }
    this.isListening = true;
    if (!this.isWhole()) return;
    this.opened();
    this.mended();
  }

  private isWhole(): boolean {
    return this.isListening && this.mouth.isReady && this.ear.isReady;
  }

  /** Each try fails anew. Told are the first that did not come through, and the first that was refused. */
  private failed(error: unknown): void {
    const what = error instanceof ErrorReply ? 'REDIS_URL refuses this server.' : 'REDIS_URL cannot be reached.';
    if (this.closed || this.told.has(what)) return;
    this.told.add(what);
    this.log.warn({ redis: this.place, said: this.reason(error) }, `${what} ${MEANWHILE}`);
  }

  private mended(): void {
    if (this.told.size === 0 || !this.isWhole()) return;
    this.told.clear();
    this.log.warn({ redis: this.place }, 'REDIS_URL is there again.');
  }

  private reason(error: unknown): string {
    const { message, code } = error as { message?: string; code?: string };
    const said = message || code || String(error);
    return (this.secret ? said.replaceAll(this.secret, '…') : said).slice(0, LONGEST_REASON);
  }
}
