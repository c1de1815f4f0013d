import { Refusal } from '../platform/errors.ts';

/** So many things at once; the others wait for their turn, and too many that wait are sent away. */
export class Turns {
  private busy = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** @throws Refusal BUSY */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.busy >= this.atOnce) {
      if (this.waiting.length >= this.mostWaiting) throw new Refusal('BUSY');
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.busy += 1;
    try {
      return await work();
    } finally {
      // The place goes on to the next, so that nobody new comes before whoever waits.
      const next = this.waiting.shift();
      if (next) next();
      else this.busy -= 1;
    }
  }
}

/** How often one person may do something: some at once, then at a steady pace. */
export class PersonPace {
  private readonly left = new Map<string, { tries: number; at: number }>();

  constructor(
    private readonly atOnce: number,
    private readonly perSecond: number,
  ) {}

  /** @param now ms by a clock that is never set. @throws Refusal TOO_OFTEN */
  require(personId: string, now = performance.now()): void {
    const had = this.left.get(personId) ?? { tries: this.atOnce, at: now };
    const tries = Math.min(this.atOnce, had.tries + ((now - had.at) / 1000) * this.perSecond);
    if (tries < 1) throw new Refusal('TOO_OFTEN');
    this.left.delete(personId);
    this.left.set(personId, { tries: tries - 1, at: now });
    this.forgetRested(now);
  }

  /** Whoever has all their tries again is known no longer: they stand first, in the order in which they came. */
  private forgetRested(now: number): void {
    for (const [personId, { at }] of this.left) {
      if (((now - at) / 1000) * this.perSecond < this.atOnce) return;
      this.left.delete(personId);
    }
  }
}
