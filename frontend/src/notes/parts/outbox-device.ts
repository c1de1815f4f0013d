import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { newWrappedKey, opened, sealed, unwrapped, type Sealed, type WrappedKey } from './outbox-key.ts';
import type { AsideEntry, Outbox, OutboxEntry } from './outbox.ts';

const NAME = 'pejling-outbox';
const KEPT_MS = 14 * 24 * 60 * 60 * 1000;
/** A device that has not opened its store by then is one that keeps nothing: the notes wait for nobody. */
const OPENS_MS = 5_000;

/** What one can read on the device without the key: whose it is, which note's, and since when. */
interface Row extends Sealed {
  key?: number;
  personId: string;
  noteId: string;
  clientId: number;
  at: number;
}

interface Kept extends DBSchema {
  keys: { key: string; value: WrappedKey };
  entries: { key: number; value: Row; indexes: { person: string; note: [string, string]; at: number } };
}

const open = (): Promise<IDBPDatabase<Kept>> =>
  openDB<Kept>(NAME, 1, {
    upgrade(database) {
      database.createObjectStore('keys');
      const entries = database.createObjectStore('entries', { keyPath: 'key', autoIncrement: true });
      entries.createIndex('person', 'personId');
      entries.createIndex('note', ['personId', 'noteId']);
      entries.createIndex('at', 'at');
    },
  });

const placeOf = ({ personId, noteId, clientId }: Pick<Row, 'personId' | 'noteId' | 'clientId'>): string =>
  `${personId} ${noteId} ${clientId}`;

/**
 * Whose a row is when it was set aside: under this name no note asks for it. It is a name and no store of its own, since a new
 * version of the store could not be opened beside a tab that still holds the old one.
 */
const asideOf = (personId: string): string => `aside ${personId}`;

/**
 * This person's outbox on this device, shared by all tabs. What is older than fourteen days is removed as it is opened.
 * @param secret what the server gives this person, in base64
 * @returns null where the browser keeps nothing: a private window, no IndexedDB, no cryptography
 */
export async function openOutbox(personId: string, secret: string): Promise<Outbox | null> {
  if (typeof indexedDB === 'undefined' || !globalThis.crypto?.subtle) return null;
  let late: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<null>((resolve) => {
    late = setTimeout(() => resolve(null), OPENS_MS);
  });
  return Promise.race([opensFor(personId, secret).catch(() => null), tooLate]).finally(() => clearTimeout(late));
}

async function opensFor(personId: string, secret: string): Promise<Outbox> {
  // Before anything is looked at: a secret that is none says nothing of what lies here.
  atob(secret);
  const database = await open();
  await removeOld(database, Date.now() - KEPT_MS);
  return new DeviceOutbox(database, personId, await keyOf(database, personId, secret));
}

/** How many pieces of text lie on this device to be sent, whoever's; what they say cannot be read without their person. */
export async function countOnDevice(): Promise<number> {
  if (typeof indexedDB === 'undefined') return 0;
  try {
    const database = await open();
    const all = await database.count('entries');
    const aside = await database.countFromIndex('entries', 'person', IDBKeyRange.bound(asideOf(''), asideOf('~')));
    database.close();
    return all - aside;
  } catch {
    return 0;
  }
}

async function removeOld(database: IDBPDatabase<Kept>, before: number): Promise<void> {
  const entries = database.transaction('entries', 'readwrite');
  for (const key of await entries.store.index('at').getAllKeys(IDBKeyRange.upperBound(before)))
    await entries.store.delete(key);
  await entries.done;
}

async function keyOf(database: IDBPDatabase<Kept>, personId: string, secret: string): Promise<CryptoKey> {
  const known = await database.get('keys', personId);
  if (known) {
    try {
      return await unwrapped(known, secret, personId);
    } catch {
      // The key was spoilt, or the secret is a new one: what was kept under the old opens for nobody any more.
      await setAside(database, await database.getAllFromIndex('entries', 'person', personId));
      await database.delete('keys', personId);
    }
  }
  const made = await newWrappedKey(secret, personId);
  const adding = database.transaction('keys', 'readwrite');
  // Another tab may have been first; its key is then everybody's.
  const first = (await adding.store.get(personId)) ?? made;
  await adding.store.put(first, personId);
  await adding.done;
  return unwrapped(first, secret, personId);
}

async function removeAll(database: IDBPDatabase<Kept>, personId: string): Promise<void> {
  const entries = database.transaction('entries', 'readwrite');
  for (const key of await entries.store.index('person').getAllKeys(personId)) await entries.store.delete(key);
  await entries.done;
}

async function setAside(database: IDBPDatabase<Kept>, rows: readonly Row[]): Promise<void> {
  const entries = database.transaction('entries', 'readwrite');
  for (const row of rows) {
    const at = typeof row.at === 'number' ? row.at : Date.now();
    await entries.store.put({ ...row, at, personId: asideOf(row.personId) });
  }
  await entries.done;
}

class DeviceOutbox implements Outbox {
  /** One after the other: sealing takes a moment, and what was written first must lie first. */
  private last: Promise<unknown> = Promise.resolve();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly database: IDBPDatabase<Kept>,
    private readonly personId: string,
    private readonly cryptoKey: CryptoKey,
  ) {}

  put({ noteId, clientId, bytes }: { noteId: string; clientId: number; bytes: Uint8Array }): Promise<string> {
    const { personId } = this;
    const put = this.last.then(async () => {
      const text = await sealed(this.cryptoKey, bytes, placeOf({ personId, noteId, clientId }));
      const adding = this.database.transaction('entries', 'readwrite');
      const added = adding.store.add({ personId, noteId, clientId, at: Date.now(), ...text });
      // Said at once, not when the page has heard that it was added: the page may be closed before that.
      adding.commit();
      await adding.done;
      return String(await added);
    });
    this.last = put.catch(() => undefined);
    return put;
  }

  async of(noteId: string): Promise<OutboxEntry[]> {
    await this.last;
    const rows = await this.database.getAllFromIndex('entries', 'note', [this.personId, noteId]);
    const entries: OutboxEntry[] = [];
    const spoilt: Row[] = [];
    for (const row of rows) {
      // One that was spoilt on the disk takes none of the others with it.
      const bytes = await this.open(row);
      if (bytes) entries.push({ key: String(row.key), noteId, clientId: row.clientId, bytes, at: row.at });
      else spoilt.push(row);
    }
    await this.toAside(spoilt);
    return entries;
  }

  async notes(): Promise<string[]> {
    await this.last;
    const rows = await this.database.getAllFromIndex('entries', 'person', this.personId);
    // Written by half: no note would ever ask for it.
    await this.toAside(rows.filter(({ noteId }) => typeof noteId !== 'string'));
    return [...new Set(rows.map(({ noteId }) => noteId))].filter((noteId) => typeof noteId === 'string');
  }

  async remove(keys: readonly string[]): Promise<void> {
    const entries = this.database.transaction('entries', 'readwrite');
    for (const key of keys) await entries.store.delete(Number(key));
    await entries.done;
  }

  async isEmpty(): Promise<boolean> {
    await this.last;
    return (await this.database.countFromIndex('entries', 'person', this.personId)) === 0;
  }

  /** The key stays: another tab may be writing on, and it opens nothing without the server's secret. */
  async clear(): Promise<void> {
    await this.last;
    await removeAll(this.database, this.personId);
    await removeAll(this.database, asideOf(this.personId));
  }

  async setAside(keys: readonly string[]): Promise<void> {
    const rows = await Promise.all(keys.map((key) => this.database.get('entries', Number(key))));
    await this.toAside(rows.filter((row) => row?.personId === this.personId) as Row[]);
  }

  async aside(): Promise<AsideEntry[]> {
    const rows = await this.database.getAllFromIndex('entries', 'person', asideOf(this.personId));
    return Promise.all(
      rows.map(async (row) => {
        const bytes = await this.open({ ...row, personId: this.personId });
        return { key: String(row.key), noteId: String(row.noteId ?? ''), at: row.at, bytes };
      }),
    );
  }

  whenAside(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async toAside(rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    await setAside(this.database, rows);
    for (const listener of this.listeners) listener();
  }

  private open(row: Row): Promise<Uint8Array | null> {
    return opened(this.cryptoKey, row, placeOf(row)).catch(() => null);
  }
}
