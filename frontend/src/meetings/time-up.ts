/** What is known of the item that is on, from one beat to the next. */
export interface TimeBeat {
  itemId: string;
  /** Minutes it was given. */
  given: number;
  /** Whole minutes left, rounded up. */
  left: number;
}

/**
 * True in the one beat where an item's time runs out while the screen looks on: not for an item that was over when it came on screen,
 * not again while it stays over, not when minutes are taken from it.
 */
export const hasRunOut = (before: TimeBeat | null, now: TimeBeat | null): boolean =>
  before !== null &&
  now !== null &&
  before.itemId === now.itemId &&
  before.given === now.given &&
  before.left > 0 &&
  now.left === 0;

const SOUND = 'pejling.time.sound';
const CUE = 'pejling.time.cue';

/** What this device does when an item's time is out. A phone lies on the table among others, and is silent until somebody says so. */
export const storedChoice = (choice: 'sound' | 'cue'): boolean => {
  const stored = localStorage.getItem(choice === 'sound' ? SOUND : CUE);
  return stored === null ? choice === 'cue' || !matchMedia('(pointer: coarse)').matches : stored === 'on';
};

export const storeChoice = (choice: 'sound' | 'cue', on: boolean): void =>
  localStorage.setItem(choice === 'sound' ? SOUND : CUE, on ? 'on' : 'off');
