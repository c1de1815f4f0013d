import { useCallback, useEffect } from 'react';
import { WRITING_MS } from '#live-protocol/events.ts';
import { useViewer } from '../identity/parts/viewer.ts';
import { useLive, usePresence } from '../live/parts/live-context.tsx';

/** "Skriver" is said again well before it ends by itself. */
const SAID_AGAIN_MS = WRITING_MS / 2;

/**
 * Tells the room what this person does: the item on their screen, and that they write.
 * @param quiet while something is written silently: then nobody is told who writes (the server sees to it too)
 */
export function useOwnPresence(meetingId: string, itemId: string | null, quiet: boolean): void {
  const live = useLive();
  const { id: ownId } = useViewer();
  const isHere = usePresence(meetingId).some(({ id }) => id === ownId);
  useEffect(() => {
    if (isHere) live?.say(ownId, { meetingId, itemId });
  }, [live, ownId, isHere, meetingId, itemId]);
  useEffect(() => {
    if (quiet) return undefined;
    let saidAt = 0;
    const pressed = ({ target }: Event) => {
      // A tick or a switch is a tap, not a word.
      if (target instanceof HTMLInputElement && ['checkbox', 'radio'].includes(target.type)) return;
      if (Date.now() - saidAt < SAID_AGAIN_MS) return;
      saidAt = Date.now();
      live?.say(ownId, { meetingId, writing: true });
    };
    window.addEventListener('input', pressed);
    return () => window.removeEventListener('input', pressed);
  }, [live, ownId, meetingId, quiet]);
}

/** One's own hand, and the way to raise it or take it down. */
export function useOwnHand(meetingId: string): { isUp: boolean; move: () => void; isHere: boolean } {
  const live = useLive();
  const { id: ownId } = useViewer();
  const own = usePresence(meetingId).find(({ id }) => id === ownId);
  const isUp = own !== undefined && own.handSince !== null;
  const move = useCallback(() => live?.say(ownId, { meetingId, hand: !isUp }), [live, ownId, meetingId, isUp]);
  return { isUp, move, isHere: own !== undefined };
}
