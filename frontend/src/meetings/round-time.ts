const LEAST_S = 30;
const MOST_S = 120;
const STEP_S = 15;

/** What each is meant to have in a round: their share of the item's minutes that are left, in quarters of a minute, from half a minute to two. */
export function secondsEach(minutesLeft: number, people: number): number {
  const share = (minutesLeft * 60) / Math.max(1, people);
  return Math.min(MOST_S, Math.max(LEAST_S, Math.floor(share / STEP_S) * STEP_S));
}
