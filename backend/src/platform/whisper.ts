import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { ReplicaLine } from './replica-line.ts';

const CHANNEL = 'whisper';
const BEAT_MS = 5_000;
const FORGOTTEN_MS = 12_000;

type Listener = (what: unknown, replica: string) => void;

/**
 * What replicas tell each other of the moment: that something changed, who is here, where a caret stands. None of it is stored and all of it may be
 * lost, so nothing that must last is told only here. Each replica is heard at a beat; one that is silent for 12 s is
 * forgotten, with all it said.
 */
@Injectable()
export class Whisper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly listeners = new Map<string, Listener>();
  private readonly restaters = new Set<() => void>();
  private readonly forgetters = new Set<(replica: string) => void>();
  private readonly heardAt = new Map<string, number>();
  private beating: NodeJS.Timeout | undefined;

  constructor(@Inject(ReplicaLine) private readonly line: ReplicaLine) {
    line.hear(CHANNEL, (sentence) => this.heard(sentence));
    // What the others said before, or in a break, was not heard: they say again that they are there, and all that they say.
    line.onOpened(() => this.say('hello', '', null));
  }

  onApplicationBootstrap(): void {
    this.beat();
    this.beating = setInterval(() => this.beat(), BEAT_MS);
  }

  /** The others need not wait until it is forgotten; the line goes out with what waits when it is closed. */
  beforeApplicationShutdown(): void {
    clearInterval(this.beating);
    this.say('bye', '', null);
  }

  /** One listener a topic. */
  hear(topic: string, listener: Listener): void {
    this.listeners.set(topic, listener);
  }

  /** @param restate says all anew: at every beat while others are there, and when a new one is heard */
  onBeat(restate: () => void): void {
    this.restaters.add(restate);
  }

  /** @param forget called when a replica is gone, with the name its whispers came under */
  onForgotten(forget: (replica: string) => void): void {
    this.forgetters.add(forget);
  }

  /**
   * Tells the other replicas, if there are any.
   * @param key of two under one key within 10 ms the later is told alone
   * @param rank unless its rank is lower
   */
  tell(topic: string, key: string, what: unknown, rank = 0): void {
    if (this.heardAt.size > 0) this.say(topic, key, what, rank);
  }

  private say(topic: string, key: string, what: unknown, rank = 0): void {
    this.line.say(CHANNEL, `${topic} ${key}`, `${this.line.name} ${topic} ${JSON.stringify(what)}`, rank);
  }

  private beat(): void {
    const now = Date.now();
    for (const [replica, at] of this.heardAt) if (now - at > FORGOTTEN_MS) this.forget(replica);
    this.say('beat', '', null);
    if (this.heardAt.size > 0) for (const restate of this.restaters) restate();
  }

  private forget(replica: string): void {
    if (!this.heardAt.delete(replica)) return;
    for (const forget of this.forgetters) forget(replica);
  }

  private heard(sentence: string): void {
    const [, replica, topic, what] = /^(\S+) (\S+) (.*)$/.exec(sentence) ?? [];
    if (!replica || !topic || what === undefined) return;
    const isNew = !this.heardAt.has(replica);
    this.heardAt.set(replica, Date.now());
    if (topic === 'bye') return this.forget(replica);
    // It may know nothing of this one: it is told that it is here, and all that it says.
    if (isNew || topic === 'hello') this.beat();
    try {
      this.listeners.get(topic)?.(JSON.parse(what), replica);
    } catch {
      // Of another version of the server, while replicas are changed one by one.
    }
  }
}
