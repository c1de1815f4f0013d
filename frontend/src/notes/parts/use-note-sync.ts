import { useEffect, useSyncExternalStore } from 'react';
import { useLive } from '../../live/parts/live-context.tsx';
import { shareCarets } from './note-carets.ts';
import { useNoteKeeper } from './note-keeping.tsx';
import type { NoteSync } from './note-sync.ts';
import type { NoteSocket, NoteStatus } from './note-sync-options.ts';

const CLOSED: NoteStatus = { isOpen: false, mayWrite: false, unsent: 0, refused: null };
const watchNothing = () => () => undefined;
const nothing = () => null;
const closed = () => CLOSED;

/** A note kept the same here and at the server, for as long as it is shown. */
export function useNoteSync(noteId: string): { sync: NoteSync | null; status: NoteStatus } {
  const live = useLive();
  const keeper = useNoteKeeper();
  useEffect(() => {
    if (!live || !keeper) return undefined;
    const taken = keeper.take(noteId);
    const stop = shareCarets(taken, live.socket as unknown as NoteSocket, noteId);
    return () => {
      stop();
      keeper.leave(noteId, taken);
    };
  }, [live, keeper, noteId]);
  const sync = useSyncExternalStore(keeper?.watch ?? watchNothing, keeper ? () => keeper.shown(noteId) : nothing);
  return { sync, status: useSyncExternalStore(sync?.watch ?? watchNothing, sync?.snapshot ?? closed) };
}
