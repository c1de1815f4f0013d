import type { NoteCaret, NoteServerEvents } from '#live-protocol/notes.ts';
import { FROM_SERVER, type NoteSync } from './note-sync.ts';
import type { NoteSocket } from './note-sync-options.ts';
import { FROM_OUTBOX } from './unsent-words.ts';

const AT_MOST_EVERY_MS = 120;
/** Whoever writes on where the caret stands the same, as at the end of a line, says so this often. */
const SAID_AGAIN_MS = 20_000;
/** A caret that has stood still for so long fades, and its name goes: it stands where somebody was. */
export const RESTS_MS = 60_000;

/** Five inks that carets go by; a person keeps theirs. Colour is never alone: the name stands at the caret. */
const INKS = ['var(--marker-1)', 'var(--marker-2)', 'var(--marker-3)', 'var(--marker-4)', 'var(--marker-5)'];

export const inkOf = (personId: string): string =>
  INKS[[...personId].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % INKS.length]!;

/** What is as good as told to somebody who has heard nothing. */
const NOWHERE = 'null';

export interface CaretState {
  cursor?: NoteCaret | null;
  user?: { clientId: number; rests: boolean };
}

/**
 * Tells where I write, and shows where others do. Their names come from the server, which knows whose socket it was.
 * @returns a function that stops
 */
export function shareCarets(sync: NoteSync, socket: NoteSocket, noteId: string): () => void {
  const { awareness, doc } = sync;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = NOWHERE;
  let toldAt = 0;
  const resting = new Map<number, ReturnType<typeof setTimeout>>();
  const tell = () => {
    timer = undefined;
    const caret = (awareness.getLocalState() as CaretState | null)?.cursor ?? null;
    const now = JSON.stringify(caret);
    const isSaid = now === told && (now === NOWHERE || Date.now() - toldAt < SAID_AGAIN_MS);
    if (isSaid || !socket.connected) return;
    told = now;
    toldAt = Date.now();
    socket.emit('note:caret', { noteId, caret: JSON.parse(now) as NoteCaret | null });
  };
  const changed = (_change: unknown, origin: unknown) => {
    if (origin === 'local') timer ??= setTimeout(tell, AT_MOST_EVERY_MS);
  };
  const wrote = (_bytes: unknown, origin: unknown) => {
    if (origin !== FROM_SERVER && origin !== FROM_OUTBOX) changed(null, 'local');
  };
  const rest = (clientId: number) => {
    const { user } = (awareness.states.get(clientId) ?? {}) as CaretState;
    if (!user) return;
    user.rests = true;
    awareness.emit('change', [{ added: [], updated: [clientId], removed: [] }, 'server']);
  };
  const heard: NoteServerEvents['note:caret'] = ({ noteId: of, clientId, person, caret }) => {
    if (of !== noteId || clientId === doc.clientID) return;
    const known = awareness.states.has(clientId);
    clearTimeout(resting.get(clientId));
    resting.delete(clientId);
    if (caret === null) awareness.states.delete(clientId);
    else {
      const user = {
        name: person.displayName,
        initials: person.initials,
        ink: inkOf(person.id),
        clientId,
        rests: false,
      };
      resting.set(
        clientId,
        setTimeout(() => rest(clientId), RESTS_MS),
      );
      awareness.states.set(clientId, { user, cursor: caret });
      awareness.meta.set(clientId, { clock: (awareness.meta.get(clientId)?.clock ?? 0) + 1, lastUpdated: Date.now() });
    }
    const ids = [clientId];
    awareness.emit('change', [
      { added: !known && caret ? ids : [], updated: known && caret ? ids : [], removed: caret ? [] : ids },
      'server',
    ]);
  };
  // A new connection knows nobody: whom it doesn't tell of is not there any more, and it is told where I stand.
  const forget = () => {
    const others = [...awareness.states.keys()].filter((clientId) => clientId !== doc.clientID);
    for (const clientId of others) awareness.states.delete(clientId);
    awareness.emit('change', [{ added: [], updated: [], removed: others }, 'server']);
  };
  const tellAgain = () => {
    told = NOWHERE;
    tell();
  };
  awareness.on('change', changed);
  doc.on('update', wrote);
  socket.on('connect', forget);
  socket.on('note:caret', heard);
  const stopTelling = sync.whenOpened(tellAgain);
  return () => {
    clearTimeout(timer);
    for (const one of resting.values()) clearTimeout(one);
    stopTelling();
    doc.off('update', wrote);
    socket.off('connect', forget as never);
    awareness.off('change', changed);
    socket.off('note:caret', heard as never);
  };
}
