/** How long before its end a session says so, in ms: two minutes, for who reads slowly or is away from the keyboard (WCAG 2.2.1 asks for 20 s). */
export const WARNED_BEFORE_MS = 120_000;

/**
 * @param ends when the session ends, in UTC
 * @param now ms since 1970, by the server's clock
 * @returns whether it ends soon; not once it has ended, which says so itself
 */
export function endsSoon(ends: string, now: number): boolean {
  const left = Date.parse(ends) - now;
  return left > 0 && left <= WARNED_BEFORE_MS;
}
