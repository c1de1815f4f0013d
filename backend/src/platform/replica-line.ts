import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { WIRE, type Wire } from './wire.ts';

type Listener = (line: string) => void;

const GATHER_MS = 10;
/** NOTIFY takes 8,000 bytes. */
const LARGEST_TEXT = 7_800;

/**
 * The line to the other replicas: short sentences, gathered for 10 ms and sent as one text (a NOTIFY per commit costs a third of
 * the throughput). Through Postgres, or through Valkey or Redis where `REDIS_URL` is set. One's own are not heard.
 */
@Injectable()
export class ReplicaLine implements OnApplicationBootstrap, OnApplicationShutdown {
  /** This replica's name among the others. */
  readonly name = randomUUID();
  private readonly listeners = new Map<string, Listener>();
  private opened: (() => void) | undefined;
  private readonly waiting = new Map<string, { sentence: string; rank: number }>();
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(@Inject(WIRE) private readonly wire: Wire) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.wire.open(
      (text) => this.heard(text),
      () => this.opened?.(),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.send();
    this.closed = true;
    await this.wire.close();
  }

  /** @param listener called each time this replica hears the others, for the first time or again */
  onOpened(listener: () => void): void {
    this.opened = listener;
  }

  /** One listener a channel. */
  hear(channel: string, listener: Listener): void {
    this.listeners.set(channel, listener);
  }

  /**
   * Tells the other replicas. A later sentence with the same key takes an earlier one's place where that has not gone out yet.
   * @param line without line breaks; one too long for the wire is left out
   * @param rank one that is lower than what waits does not take its place
   */
  say(channel: string, key: string, line: string, rank = 0): void {
    const sentence = `${channel} ${line}`;
    if (this.closed || Buffer.byteLength(sentence) > LARGEST_TEXT - this.name.length - 1) return;
    const waiting = this.waiting.get(`${channel} ${key}`);
    if (!waiting || waiting.rank <= rank) this.waiting.set(`${channel} ${key}`, { sentence, rank });
    this.timer ??= setTimeout(() => void this.send(), GATHER_MS);
  }

  /** In the order it was said: what is on its way is never overtaken by what came later. */
  private send(): Promise<void> {
    this.timer = undefined;
    const sentences = [...this.waiting.values()].map(({ sentence }) => sentence);
    this.waiting.clear();
    this.turn = this.turn.then(async () => {
      for (const text of this.packed(sentences)) await this.wire.send(text).catch(() => undefined);
    });
    return this.turn;
  }

  private packed(sentences: readonly string[]): string[] {
    const texts: string[] = [];
    let text = this.name;
    for (const sentence of sentences) {
      if (Buffer.byteLength(text) + Buffer.byteLength(sentence) + 1 > LARGEST_TEXT) {
        texts.push(text);
        text = this.name;
      }
      text += `\n${sentence}`;
    }
    return text === this.name ? texts : [...texts, text];
  }

  private heard(text: string): void {
    const [name, ...sentences] = text.split('\n');
    if (name === this.name) return;
    for (const sentence of sentences) {
      const end = sentence.indexOf(' ');
      this.listeners.get(sentence.slice(0, end))?.(sentence.slice(end + 1));
    }
  }
}
