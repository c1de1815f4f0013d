export interface OutboxEntry {
  key: string;
  noteId: string;
  clientId: number;
  bytes: Uint8Array;
  at: number;
}

/** What lies on a device and cannot be sent: it does not open any more, or the server cannot take it. */
export interface AsideEntry {
  key: string;
  noteId: string;
  /** When it was written, in ms; where that is no longer known, when it was set aside. */
  at: number;
  /** Null where it does not open. */
  bytes: Uint8Array | null;
}

export interface Outbox {
  put(entry: { noteId: string; clientId: number; bytes: Uint8Array }): Promise<string>;
  /** oldest first */
  of(noteId: string): Promise<OutboxEntry[]>;
  notes(): Promise<string[]>;
  remove(keys: readonly string[]): Promise<void>;
  isEmpty(): Promise<boolean>;
  /** Everything of its person's, also what was set aside. */
  clear(): Promise<void>;
  /** These are not sent any more: their person is told of them, and the others go on without them. */
  setAside(keys: readonly string[]): Promise<void>;
  /** oldest first */
  aside(): Promise<AsideEntry[]>;
  /** Calls each time that something was set aside. */
  whenAside(listener: () => void): () => void;
}
