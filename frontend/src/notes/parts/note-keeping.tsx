import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { useLive } from '../../live/parts/live-context.tsx';
import { useSaved } from '../../platform/parts/saved.tsx';
import { NoteKeeper } from './note-keeper.ts';
import type { NoteSocket } from './note-sync-options.ts';
import { useOutbox } from './use-outbox.ts';

const Keeping = createContext<NoteKeeper | null>(null);

/** Keeps the page's notes, shown or not, until every word is stored. */
export function NoteKeeping({ children }: { children: ReactNode }) {
  const live = useLive();
  const outbox = useOutbox();
  const { begin, loose, connected, setKeeps } = useSaved();
  const keeper = useMemo(
    () =>
      live && outbox !== undefined
        ? new NoteKeeper({ socket: live.socket as unknown as NoteSocket, outbox, begin, loose, reached: connected })
        : null,
    [live, outbox, begin, loose, connected],
  );
  useEffect(() => setKeeps(Boolean(outbox)), [outbox, setKeeps]);
  useEffect(() => {
    if (!keeper) return undefined;
    void keeper.deliver();
    window.addEventListener('pagehide', keeper.hurry);
    return () => {
      window.removeEventListener('pagehide', keeper.hurry);
      keeper.close();
    };
  }, [keeper]);
  return <Keeping value={keeper}>{children}</Keeping>;
}

/** Null until the device's own words are at hand. */
export const useNoteKeeper = (): NoteKeeper | null => useContext(Keeping);
