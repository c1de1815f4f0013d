import { inflateRawSync } from 'node:zlib';
import type { Spool } from './spool.ts';

/** A zip's table of contents, as its end tells it (APPNOTE.TXT 4.3, PKWARE). */
export interface ZipEntry {
  name: string;
  isEncrypted: boolean;
  /** 0 stored, 8 deflated. */
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

/** It begins as a zip does and is none that can be read. */
export class ZipBroken extends Error {}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 20_000;
const LARGEST_CONTENTS = 8_000_000;
const LARGEST_ENTRY = 2_000_000;

/** @throws ZipBroken */
export async function zipEntries(file: Spool): Promise<ZipEntry[]> {
  const tailAt = Math.max(0, file.size - LONGEST_COMMENT - 22);
  const tail = await file.read(tailAt, file.size - tailAt);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new ZipBroken();
  const count = tail.readUInt16LE(end + 10);
  const size = tail.readUInt32LE(end + 12);
  const at = tail.readUInt32LE(end + 16);
  // More than one disk, a Zip64, or a contents that is longer than the file: no office program writes such small files so.
  if (count > MOST_ENTRIES || size > LARGEST_CONTENTS || at + size > file.size) throw new ZipBroken();
  const contents = await file.read(at, size);
  const entries: ZipEntry[] = [];
  for (let place = 0, n = 0; n < count; n += 1) {
    if (place + 46 > contents.length || contents.readUInt32LE(place) !== CENTRAL) throw new ZipBroken();
    const [name, extra, comment] = [28, 30, 32].map((field) => contents.readUInt16LE(place + field)) as [
      number,
      number,
      number,
    ];
    if (place + 46 + name > contents.length) throw new ZipBroken();
    entries.push({
      name: contents.subarray(place + 46, place + 46 + name).toString('utf8'),
      isEncrypted: (contents.readUInt16LE(place + 8) & 1) !== 0,
      method: contents.readUInt16LE(place + 10),
      packed: contents.readUInt32LE(place + 20),
      unpacked: contents.readUInt32LE(place + 24),
      offset: contents.readUInt32LE(place + 42),
    });
    place += 46 + name + extra + comment;
  }
  return entries;
}

/**
 * A small entry's text.
 * @throws ZipBroken when it is not what its line says, or too large to be read
 */
export async function zipText(file: Spool, entry: ZipEntry): Promise<string> {
  if (entry.packed > LARGEST_ENTRY || entry.isEncrypted) throw new ZipBroken();
  const head = await file.read(entry.offset, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== LOCAL) throw new ZipBroken();
  const at = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const bytes = await file.read(at, entry.packed);
  try {
    if (entry.method === 0) return bytes.toString('utf8');
    if (entry.method === 8) return inflateRawSync(bytes, { maxOutputLength: LARGEST_ENTRY }).toString('utf8');
  } catch {
    // Not deflated, or too large: said below.
  }
  throw new ZipBroken();
}
