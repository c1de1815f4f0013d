/** What every headless run is started with: no first-run pages, no calls to anybody's servers. */
export const browserFlags: string[];
/** The path of a Chromium on this machine (CHROMIUM_PATH first), or null. */
export function findBrowser(): string | null;
/** A browser's path, installing Debian's package when root; throws with what to do when there is none. */
export function requireBrowser(): Promise<string>;
