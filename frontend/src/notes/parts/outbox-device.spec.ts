// @vitest-environment node
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countOnDevice, openOutbox } from './outbox-device.ts';

const ANNE = '00000000-0000-7000-8000-000000000001';
const MADS = '00000000-0000-7000-8000-000000000002';
const NOTE = '00000000-0000-7000-8000-0000000000a1';
const OTHER_NOTE = '00000000-0000-7000-8000-0000000000a2';
const secret = (sign: string) => btoa(sign.repeat(32));
const text = (words: string) => new TextEncoder().encode(words);
const words = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const put = (noteId: string, said: string) => ({ noteId, clientId: 7, bytes: text(said) });

const outboxOf = async (person: string, sign: string) => (await openOutbox(person, secret(sign)))!;

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** All that lies on the device, as whoever has the disk reads it. */
async function disk(): Promise<{ keys: unknown[]; entries: Record<string, unknown>[] }> {
  const database = await openDB('pejling-outbox');
  const read = { keys: await database.getAll('keys'), entries: await database.getAll('entries') };
  database.close();
  return read;
}

const holds = (value: unknown, said: string): boolean =>
  ArrayBuffer.isView(value)
    ? Buffer.from(value.buffer).includes(said)
    : value instanceof ArrayBuffer
      ? Buffer.from(value).includes(said)
      : String(value).includes(said);

describe('the outbox on a device', () => {
  it('gives a colleague on the same device nothing, neither with their own secret nor under the first one’s name', async () => {
    await (await outboxOf(ANNE, 'a')).put(put(NOTE, 'Annes ord'));
    const mads = await outboxOf(MADS, 'm');
    expect(await mads.notes()).toEqual([]);
    expect(await mads.of(NOTE)).toEqual([]);
    expect(await mads.isEmpty()).toBe(true);
    const pretending = await outboxOf(ANNE, 'm');
    expect(await pretending.of(NOTE)).toEqual([]);
  });

  it('leaves no word and no key readable on the disk', async () => {
    await (await outboxOf(ANNE, 'a')).put(put(NOTE, 'Annes ord'));
    const { keys, entries } = await disk();
    expect(entries).toHaveLength(1);
    for (const value of Object.values(entries[0]!)) expect(holds(value, 'Annes ord')).toBe(false);
    expect(keys).toHaveLength(1);
    expect(Object.keys(keys[0] as object).toSorted()).toEqual(['bytes', 'nonce', 'salt']);
  });

  it('opens nothing that was moved to another note or altered, and still gives the rest', async () => {
    const outbox = await outboxOf(ANNE, 'a');
    await outbox.put(put(NOTE, 'flyttet'));
    await outbox.put(put(OTHER_NOTE, 'urørt'));
    const database = await openDB('pejling-outbox');
    await database.put('entries', { ...(await database.getAll('entries'))[0], noteId: OTHER_NOTE });
    database.close();
    expect((await outbox.of(OTHER_NOTE)).map(({ bytes }) => words(bytes))).toEqual(['urørt']);
  });

  it('sets aside what does not open any more: it is asked for by no note, said once, and gone when its person says so', async () => {
    const outbox = await outboxOf(ANNE, 'a');
    for (const said of ['flyttet', 'helt', 'afbrudt']) await outbox.put(put(NOTE, said));
    const database = await openDB('pejling-outbox');
    const [moved, , cut] = await database.getAll('entries');
    await database.put('entries', { ...moved, clientId: 8 });
    await database.put('entries', { key: cut.key, personId: ANNE, noteId: NOTE });
    await database.put('entries', { key: 99, personId: ANNE });
    database.close();
    const heard = vi.fn();
    outbox.whenAside(heard);
    expect(await outbox.notes()).toEqual([NOTE]);
    expect((await outbox.of(NOTE)).map(({ bytes }) => words(bytes))).toEqual(['helt']);
    expect(heard).toHaveBeenCalledTimes(2);
    const aside = await outbox.aside();
    expect(aside.map(({ key, bytes }) => ({ key, bytes }))).toEqual(
      [1, 3, 99].map((key) => ({ key: String(key), bytes: null })),
    );
    for (const { at } of aside) expect(new Date(at).getFullYear()).toBeGreaterThan(2020);
    expect(await countOnDevice()).toBe(1);
    await outbox.remove([...aside, ...(await outbox.of(NOTE))].map(({ key }) => key));
    expect(await outbox.isEmpty()).toBe(true);
    expect((await disk()).entries).toEqual([]);
  });

  it.each([
    ['is gone', undefined],
    ['is written by half', { salt: new Uint8Array(32) }],
    ['is another’s', 'new'],
  ])('whose key %s says so of what lies there, and keeps what is written from then on', async (_how, key) => {
    const before = await outboxOf(ANNE, 'a');
    await before.put(put(NOTE, 'før'));
    const database = await openDB('pejling-outbox');
    if (key === undefined) await database.delete('keys', ANNE);
    else if (key !== 'new') await database.put('keys', key, ANNE);
    database.close();
    const outbox = await outboxOf(ANNE, key === 'new' ? 'b' : 'a');
    expect(await outbox.of(NOTE)).toEqual([]);
    expect((await outbox.aside()).map(({ noteId, bytes }) => ({ noteId, bytes }))).toEqual([
      { noteId: NOTE, bytes: null },
    ]);
    expect(await outbox.isEmpty()).toBe(true);
    await outbox.put(put(NOTE, 'efter'));
    const again = await outboxOf(ANNE, key === 'new' ? 'b' : 'a');
    expect((await again.of(NOTE)).map(({ bytes }) => words(bytes))).toEqual(['efter']);
    expect(await again.aside()).toHaveLength(1);
    await again.clear();
    expect((await disk()).entries).toEqual([]);
  });

  it('still opens what was set aside because the server cannot take it, for its person alone', async () => {
    const outbox = await outboxOf(ANNE, 'a');
    await outbox.setAside([await outbox.put(put(NOTE, 'kan læses'))]);
    expect(await outbox.of(NOTE)).toEqual([]);
    expect((await outbox.aside()).map(({ bytes }) => words(bytes!))).toEqual(['kan læses']);
    expect(await (await outboxOf(MADS, 'm')).aside()).toEqual([]);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * 24 * 60 * 60 * 1000 });
    expect(await (await outboxOf(ANNE, 'a')).aside()).toEqual([]);
  });

  it('touches nothing when the secret it is given is none', async () => {
    await (await outboxOf(ANNE, 'a')).put(put(NOTE, 'urørt'));
    expect(await openOutbox(ANNE, 'ikke base64!')).toBeNull();
    expect((await (await outboxOf(ANNE, 'a')).of(NOTE)).map(({ bytes }) => words(bytes))).toEqual(['urørt']);
  });

  it('is not there when the device does not open its store within five seconds', async () => {
    vi.stubGlobal('indexedDB', { open: () => ({ addEventListener: () => undefined }) });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const opening = openOutbox(ANNE, secret('a'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await opening).toBeNull();
  });

  it('holds nothing after it is cleared, and nothing that is older than fourteen days', async () => {
    const outbox = await outboxOf(ANNE, 'a');
    await outbox.put(put(NOTE, 'ryddet'));
    await outbox.clear();
    expect((await disk()).entries).toEqual([]);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-01T12:00:00Z') });
    await (await outboxOf(ANNE, 'a')).put(put(NOTE, 'gammelt'));
    vi.setSystemTime(new Date('2026-11-10T12:00:00Z'));
    await (await outboxOf(ANNE, 'a')).put(put(NOTE, 'nyere'));
    vi.setSystemTime(new Date('2026-11-15T12:00:01Z'));
    const later = await outboxOf(ANNE, 'a');
    expect((await later.of(NOTE)).map(({ bytes }) => words(bytes))).toEqual(['nyere']);
  });

  it('gives back every word in the order it was written, to the next tab and after signing in again', async () => {
    const tab = await outboxOf(ANNE, 'a');
    const said = Array.from({ length: 40 }, (_, n) => `ord ${n}`);
    await Promise.all(said.map((one) => tab.put(put(NOTE, one))));
    const next = await outboxOf(ANNE, 'a');
    expect((await next.of(NOTE)).map(({ bytes }) => words(bytes))).toEqual(said);
    expect(await countOnDevice()).toBe(40);
    await next.remove((await next.of(NOTE)).map(({ key }) => key));
    expect(await tab.isEmpty()).toBe(true);
  });

  it('takes what another tab writes on after it was cleared: no word is sealed with a key that is gone', async () => {
    const tab = await outboxOf(ANNE, 'a');
    await (await outboxOf(ANNE, 'a')).clear();
    await tab.put(put(NOTE, 'efter'));
    expect((await (await outboxOf(ANNE, 'a')).of(NOTE)).map(({ bytes }) => words(bytes))).toEqual(['efter']);
  });

  it('is one for two tabs that open at the same moment', async () => {
    const [one, other] = await Promise.all([outboxOf(ANNE, 'a'), outboxOf(ANNE, 'a')]);
    await one.put(put(NOTE, 'fra den ene'));
    expect((await other.of(NOTE)).map(({ bytes }) => words(bytes))).toEqual(['fra den ene']);
  });

  it('is not there where the browser keeps nothing or cannot seal', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(await openOutbox(ANNE, secret('a'))).toBeNull();
    vi.stubGlobal('indexedDB', new IDBFactory());
    vi.stubGlobal('crypto', {});
    expect(await openOutbox(ANNE, secret('a'))).toBeNull();
  });
});
