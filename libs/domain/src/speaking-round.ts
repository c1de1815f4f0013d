/** Who began an earlier round of the team, and when (ms since 1970). */
export interface EarlierRound {
  beganId: string;
  startedAt: number;
}

/** A round that is on: the order, whose turn it is, and who has been passed by once. */
export interface SpeakingOrder {
  speakers: readonly string[];
  at: number;
  passed: readonly string[];
}

/**
 * A speaking order that is fair over time: whoever began longest ago begins, never having begun is longest of all, and the others
 * follow the same way, so that the order moves on by one each time. It goes by when, not by how often: somebody who was away begins once
 * when they are back, and isn't made to catch up.
 * @param present those who are there, in the order that decides where nobody has begun yet
 */
export function speakingOrder(present: readonly string[], earlier: readonly EarlierRound[]): string[] {
  const last = new Map<string, number>();
  for (const { beganId, startedAt } of earlier) last.set(beganId, Math.max(startedAt, last.get(beganId) ?? -Infinity));
  return [...new Set(present)].toSorted((a, b) => {
    const [first, second] = [last.get(a) ?? -Infinity, last.get(b) ?? -Infinity];
    return first === second ? present.indexOf(a) - present.indexOf(b) : first < second ? -1 : 1;
  });
}

/** The next person's turn. @returns null when everybody has spoken */
export function nextSpeaker(order: SpeakingOrder): SpeakingOrder | null {
  const at = order.at + 1;
  return at < order.speakers.length ? { ...order, at } : null;
}

/**
 * "Spring mig over": the person comes last. Whoever is passed by a second time, or is alone left, is let go.
 * @returns null when nobody is left
 */
export function passSpeaker({ speakers, at, passed }: SpeakingOrder): SpeakingOrder | null {
  const who = speakers[at];
  if (who === undefined) return null;
  const again = passed.includes(who) || at === speakers.length - 1;
  const rest = [...speakers.slice(0, at), ...speakers.slice(at + 1), ...(again ? [] : [who])];
  return at < rest.length ? { speakers: rest, at, passed: again ? passed : [...passed, who] } : null;
}
