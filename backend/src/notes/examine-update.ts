import * as Y from 'yjs';
import { LARGEST_UPDATE, MOST_STRUCTS, NOTE_ROOT } from '#live-protocol/notes.ts';
import { isMentionId, isMentionName, NOTE_ATTRIBUTES, NOTE_MARKS, NOTE_NODES } from '#domain/note-doc.ts';

/** It cannot be read within its limits, or holds what a note may not. Nothing of it is stored. */
export class UpdateRefused extends Error {}

/** How far one client's own structs reach. */
export interface OwnClocks {
  client: number;
  from: number;
  to: number;
}

/** How far an update leans on what another client wrote: up to this clock, exclusive. */
export interface LeansOn {
  client: number;
  clock: number;
}

export interface Examined {
  own: OwnClocks[];
  leans: LeansOn[];
}

const LONGEST_ATTRIBUTE = 2_000;
/** Whom a mention is of: only mentions have these. */
const STRICT: Record<string, ((value: unknown) => boolean) | undefined> = { id: isMentionId, name: isMentionName };

/**
 * Reads a Yjs update (V1) without applying it, and finds whose it is. Only what a note's editor writes is let through: text and
 * elements under the note's own root; a hidden root or a foreign kind of content could keep text where nobody would find it.
 * The reader is Yjs' lazy one: it makes nothing larger than the bytes it has read, where applying would trust a length it is told.
 * @throws UpdateRefused
 */
export function examineUpdate(bytes: Uint8Array): Examined {
  if (bytes.byteLength > LARGEST_UPDATE) throw new UpdateRefused('too large');
  const { structs, ds } = decode(bytes);
  if (structs.length > MOST_STRUCTS) throw new UpdateRefused('too many structs');
  const own = new Map<number, OwnClocks>();
  const leans = new Map<number, number>();
  const lean = (client: number, clock: number) => leans.set(client, Math.max(leans.get(client) ?? 0, clock));
  const leanOn = (id: Y.ID | null) => id && lean(id.client, id.clock + 1);
  for (const struct of structs) {
    if (struct instanceof Y.Skip) throw new UpdateRefused('a hole');
    const { client, clock } = struct.id;
    const end = clock + struct.length;
    if (!Number.isSafeInteger(end) || struct.length < 1) throw new UpdateRefused('a length that is none');
    const range = own.get(client);
    if (range && range.to !== clock) throw new UpdateRefused('a hole');
    if (range) range.to = end;
    else own.set(client, { client, from: clock, to: end });
    if (!(struct instanceof Y.Item)) continue;
    leanOn(struct.origin);
    leanOn(struct.rightOrigin);
    requireParent(struct.parent as unknown, leanOn);
    requireContent(struct);
  }
  for (const [client, deleted] of ds.clients)
    for (const { clock, len } of deleted) {
      if (!Number.isSafeInteger(clock + len)) throw new UpdateRefused('a length that is none');
      lean(client, clock + len);
    }
  if (own.size === 0 && leans.size === 0) throw new UpdateRefused('nothing in it');
  return { own: [...own.values()], leans: [...leans].map(([client, clock]) => ({ client, clock })) };
}

function decode(bytes: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdate(bytes);
  } catch {
    throw new UpdateRefused('not an update');
  }
}

/** An item hangs on the root, on another item, or on its neighbour's parent. */
function requireParent(parent: unknown, leanOn: (id: Y.ID) => void): void {
  if (parent === null || parent === undefined) return;
  if (typeof parent === 'string') {
    if (parent !== NOTE_ROOT) throw new UpdateRefused('another root');
    return;
  }
  if (parent instanceof Y.ID) return leanOn(parent);
  throw new UpdateRefused('another parent');
}

function requireContent({ content, parentSub }: Y.Item): void {
  if (parentSub !== null && !NOTE_ATTRIBUTES.has(parentSub)) throw new UpdateRefused('another attribute');
  if (content instanceof Y.ContentDeleted) return;
  const rule = parentSub === null ? undefined : STRICT[parentSub];
  if (rule) {
    if (content instanceof Y.ContentAny && content.arr.every(rule)) return;
    throw new UpdateRefused('another mention');
  }
  if (content instanceof Y.ContentString) return;
  if (content instanceof Y.ContentFormat) {
    if (!NOTE_MARKS.has(content.key.split('--', 1)[0]!)) throw new UpdateRefused('another mark');
    return requireSmall(content.value);
  }
  if (content instanceof Y.ContentAny) {
    if (parentSub === null) throw new UpdateRefused('loose values');
    return content.arr.forEach(requireSmall);
  }
  if (content instanceof Y.ContentType) {
    const { type } = content;
    if (type instanceof Y.XmlText && parentSub === null) return;
    if (type instanceof Y.XmlElement && parentSub === null && NOTE_NODES.has(type.nodeName)) return;
  }
  throw new UpdateRefused('another kind of content');
}

/** An attribute is a word, a number, an address: never a second text. */
function requireSmall(value: unknown): void {
  if (JSON.stringify(value ?? null).length > LONGEST_ATTRIBUTE) throw new UpdateRefused('a long attribute');
}
