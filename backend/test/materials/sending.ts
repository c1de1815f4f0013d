import { crc32, deflateRawSync } from 'node:zlib';
import sharp from 'sharp';
import { PERSON_HEADER } from '#live-protocol/page.ts';
import { PEOPLE, type Caller, type PersonName } from '../world.ts';

export interface Sent {
  status: number;
  id: string;
  name: string;
  /** The refusal's. */
  code: string | undefined;
  problem: string | undefined;
  body: any;
}

/** Signed in, on a page of one's own. */
export async function onOwnPage(
  world: { signIn(name: PersonName): Promise<Caller> },
  name: PersonName,
): Promise<Caller> {
  const caller = await world.signIn(name);
  caller.page = PEOPLE[name].id;
  return caller;
}

/** Sends a file in as its page does. */
export async function send(
  caller: Caller,
  meetingId: string,
  name: string,
  bytes: Uint8Array | string,
  { item, headers = {} }: { item?: string; headers?: Record<string, string> } = {},
): Promise<Sent> {
  const form = new FormData();
  form.append('fil', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
  const response = await fetch(`${caller.url}/filer/moede/${meetingId}${item ? `?punkt=${item}` : ''}`, {
    method: 'POST',
    body: form,
    headers: {
      ...(caller.cookie ? { cookie: caller.cookie } : {}),
      ...(caller.page === null ? {} : { [PERSON_HEADER]: caller.page }),
      ...headers,
    },
  });
  const body: any = await response.json();
  const extensions = body.errors?.[0]?.extensions;
  return {
    status: response.status,
    id: body.id,
    name: body.name,
    code: extensions?.code,
    problem: extensions?.problem,
    body,
  };
}

export interface Got {
  status: number;
  headers: Headers;
  bytes: Buffer;
}

export async function get(caller: Caller, id: string, init: RequestInit = {}): Promise<Got> {
  const response = await fetch(`${caller.url}/filer/${id}`, {
    ...init,
    headers: {
      ...(caller.cookie ? { cookie: caller.cookie } : {}),
      ...(caller.page === null ? {} : { [PERSON_HEADER]: caller.page }),
      ...(init.headers as Record<string, string> | undefined),
    },
  });
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}

export const MATERIALS = `query($id: ID!) { meeting(id: $id) { materials { id itemId kind title url mime sizeBytes addedBy { displayName } } } }`;

/** What a meeting shows; null to whom it shows no material. */
export const shown = async (caller: Caller, id: string): Promise<any[] | null> =>
  (await caller.ask(MATERIALS, { id }))['meeting'].materials;

export const REMOVE = 'mutation($id: ID!) { removeMaterial(materialId: $id) { id changes } }';
export const ADD_LINK =
  'mutation($meeting: ID!, $item: ID, $title: String!, $url: String!, $id: ID) { addLink(meetingId: $meeting, itemId: $item, title: $title, url: $url, id: $id) { id } }';

/** A zip of these entries; a number of bytes for an entry is claimed, not held. */
export function zipOf(
  entries: Record<string, string | Buffer>,
  { stored = [], flags = 0 }: { stored?: string[]; flags?: number } = {},
): Buffer {
  const parts: Buffer[] = [];
  const contents: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(entries)) {
    const raw = Buffer.from(text);
    const method = stored.includes(name) ? 0 : 8;
    const packed = method === 0 ? raw : deflateRawSync(raw);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    const line = Buffer.alloc(46);
    line.writeUInt32LE(0x02014b50, 0);
    for (const [block, place] of [
      [head, 4],
      [line, 6],
    ] as const) {
      block.writeUInt16LE(20, place);
      block.writeUInt16LE(flags, place + 2);
      block.writeUInt16LE(method, place + 4);
      block.writeUInt32LE(crc32(raw), place + 10);
      block.writeUInt32LE(packed.length, place + 14);
      block.writeUInt32LE(raw.length, place + 18);
      block.writeUInt16LE(Buffer.byteLength(name), place + 22);
    }
    line.writeUInt32LE(at, 42);
    parts.push(head, Buffer.from(name), packed);
    contents.push(line, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const table = Buffer.concat(contents);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(contents.length / 2, 8);
  end.writeUInt16LE(contents.length / 2, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, table, end]);
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const types = (type: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`;

/** A Word document, as small as they come; with more entries, or as another main part, what pretends to be one. */
export const docxOf = (more: Record<string, string> = {}, type = WORD): Buffer =>
  zipOf({ 'word/document.xml': '<w:document/>', '[Content_Types].xml': types(type), ...more });

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

/** Windows' own beginning of a program. */
export const EXE = Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00', 'latin1'), Buffer.alloc(400, 7)]);

/** Taken with a telephone held on its side, in a place. */
export const photo = (width = 40, height = 20): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })
    .withExif({
      IFD0: { Copyright: 'Anne Kjaer', Model: 'Telefon' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '56/1 10/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
