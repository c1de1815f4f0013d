import { createClient } from 'redis';
import type { Wire } from './replica-line.ts';

const LONGEST_WAIT_MS = 2_000;

/**
 * Publish and subscribe in Valkey or Redis, for more replicas than Postgres' NOTIFY carries well. Nothing is stored there. While it is
 * away replicas find what they lack by looking, as with any lost ring.
 */
export class RedisWire implements Wire {
  private readonly mouth;
  private readonly ear;

  /** @param channel the installation's own, so that two on one server never hear of each other's people */
  constructor(
    url: string,
    private readonly channel: string,
  ) {
    this.mouth = createClient({
      url,
      // What cannot go out now is not kept for later: it would be old news.
      disableOfflineQueue: true,
      socket: { reconnectStrategy: (tries) => Math.min(tries * 100, LONGEST_WAIT_MS) },
    });
    this.ear = this.mouth.duplicate({ disableOfflineQueue: false });
    for (const client of [this.mouth, this.ear]) client.on('error', () => undefined);
  }

  open(hear: (text: string) => void, opened: () => void): Promise<void> {
    let isListening = false;
    const ready = () => isListening && this.mouth.isReady && this.ear.isReady && opened();
    for (const client of [this.mouth, this.ear]) client.on('ready', ready);
    // The server starts without it, as it goes on without it: neither is waited for.
    void this.mouth.connect().catch(() => undefined);
    void this.ear
      .connect()
      .then(() => this.ear.subscribe(this.channel, hear))
      .then(() => {
        isListening = true;
        ready();
      })
      .catch(() => undefined);
    return Promise.resolve();
  }

  async send(text: string): Promise<void> {
    await this.mouth.publish(this.channel, text);
  }

  close(): Promise<void> {
    this.mouth.destroy();
    this.ear.destroy();
    return Promise.resolve();
  }
}
