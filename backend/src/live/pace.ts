import type { LiveSocket } from './feed.ts';

/** How often a socket may do something: a few times at once, then at a steady pace. */
export class Pace {
  private readonly left = new WeakMap<LiveSocket, { tries: number; at: number }>();

  /**
   * @param atOnce how many times in a row
   * @param perSecond how many a second after that
   */
  constructor(
    private readonly atOnce: number,
    private readonly perSecond: number,
  ) {}

  /** Counts one; false when it is too soon. */
  allows(socket: LiveSocket, now = Date.now()): boolean {
    const known = this.left.get(socket) ?? { tries: this.atOnce, at: now };
    const tries = Math.min(this.atOnce, known.tries + ((now - known.at) / 1000) * this.perSecond);
    this.left.set(socket, { tries: tries < 1 ? tries : tries - 1, at: now });
    return tries >= 1;
  }
}
