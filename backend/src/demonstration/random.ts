import { createHash } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(`pejling/demonstration/${text}`).digest();

/** The id of a row by its path, such as 'school/soebakke': the same in every run. A version 8 uuid. */
export function idOf(path: string): string {
  const bytes = digest(path).subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A stream of chance that is the same for the same path. */
export interface Chance {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [from, to]. */
  whole(from: number, to: number): number;
  /** True in this share of cases. */
  happens(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
}

/** Mulberry32, seeded by a path. */
export function chanceOf(path: string): Chance {
  let state = digest(path).readUInt32LE(0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    happens: (share) => next() < share,
    pick: (list) => list[whole(0, list.length - 1)]!,
    shuffle: (list) => {
      const cards = [...list];
      for (let i = cards.length - 1; i > 0; i -= 1) {
        const j = whole(0, i);
        [cards[i], cards[j]] = [cards[j]!, cards[i]!];
      }
      return cards;
    },
  };
}

/** Texts dealt without repetition until all have been used. */
export interface Deck<T> {
  deal(fits?: (card: T) => boolean): T;
}

/** A shuffled deck. A card that doesn't fit stays in it for later; when none fits, all are shuffled in again. */
export function deckOf<T>(path: string, cards: readonly T[]): Deck<T> {
  const chance = chanceOf(path);
  let left = chance.shuffle(cards);
  const take = (fits: (card: T) => boolean): T | undefined => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  return {
    deal(fits = () => true) {
      const found = take(fits);
      if (found !== undefined) return found;
      left = [...left, ...chance.shuffle(cards.filter((card) => !left.includes(card)))];
      return take(fits) ?? take(() => true)!;
    },
  };
}
