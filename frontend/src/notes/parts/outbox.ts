export interface OutboxEntry {
  key: string;
  noteId: string;
  clientId: number;
  bytes: Uint8Array;
  at: number;
}

export interface Outbox {
  put(entry: { noteId: string; clientId: number; bytes: Uint8Array }): Promise<string>;
  /** oldest first */
  of(noteId: string): Promise<OutboxEntry[]>;
  notes(): Promise<string[]>;
  remove(keys: readonly string[]): Promise<void>;
  isEmpty(): Promise<boolean>;
  clear(): Promise<void>;
}
