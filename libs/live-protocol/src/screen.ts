/** What the screen in the room says in its handshake (`auth.entrance`). */
export const SCREEN_ENTRANCE = 'screen';

export type ScreenFollowAnswer = { ok: true; version: number } | { ok: false; refused: string };

export interface ScreenClientEvents {
  /** Follows the meeting that is lent to this screen. */
  'screen:follow': (request: null, answer: (answer: ScreenFollowAnswer) => void) => void;
}

export interface ScreenServerEvents {
  /** The meeting has changed: ask again for what the screen shows. */
  'screen:changed': (sent: { version: number }) => void;
}
