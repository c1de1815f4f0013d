/** How far this device's clock is behind the server's, in ms. One for the page: the device has one clock. */
let behind = 0;

/** Whoever hears the server's time says so. @param serverTime ms since 1970 */
export function heardServerTime(serverTime: number): void {
  behind = serverTime - Date.now();
}

/** The time now by the server's clock, in ms since 1970: what is shown and what is counted from. A device's own may be wrong. */
export const serverNow = (): number => Date.now() + behind;
