import type { LiveSocket } from './feed.ts';

/**
 * How often a socket may do something: a few times at once, then at a steady pace. One that goes on faster is refused for as long
 * as it does, and not cut: it would be back at once, with all its tries and at the price of a handshake.
 */
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

  /**
   * Counts one; false when it is too soon.
   * @param now ms by a clock that is never set: one put back an hour would keep everybody out for as long
   */
  allows(socket: LiveSocket, now = performance.now()): boolean {
    let left = this.left.get(socket);
    if (left === undefined) {
      left = { tries: this.atOnce, at: now };
      this.left.set(socket, left);
    }
    left.tries = Math.min(this.atOnce, left.tries + ((now - left.at) / 1000) * this.perSecond);
    left.at = now;
    if (left.tries < 1) return false;
    left.tries -= 1;
    return true;
  }
}
