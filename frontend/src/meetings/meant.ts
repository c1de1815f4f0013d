/** In ms: nobody reads what has just changed under their finger and taps on it in less. */
export const TOO_SOON_MS = 400;
/** In ms: a change that comes so soon after one's own tap is taken as its answer. */
const OWN_MS = 5_000;

/**
 * What a tap is meant for. When a colleague takes the meeting on in the very moment that somebody taps, the button says the next
 * thing before the finger is down; the tap was for what stood there, and one step stays one step.
 */
export class Meant<Value> {
  private before: Value;
  private turnedAt = -Infinity;
  private tappedAt = -Infinity;

  constructor(private now: Value) {
    this.before = now;
  }

  /** What is on the screen now. @param at ms by any clock that only goes forward, as in all of these */
  shown(value: Value, at: number): void {
    if (value === this.now) return;
    this.before = this.now;
    this.now = value;
    this.turnedAt = at - this.tappedAt > OWN_MS ? at : -Infinity;
  }

  /** Somebody taps here. @returns what they mean by it */
  tapped(at: number): Value {
    this.tappedAt = at;
    return at - this.turnedAt < TOO_SOON_MS ? this.before : this.now;
  }
}
