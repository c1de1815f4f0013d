import * as Y from 'yjs';

type Piece = { bytes: Uint8Array };

/** Whether a piece can be read to its end: nothing of one that cannot may come into a document. */
export function isReadable({ bytes }: Piece): boolean {
  try {
    Y.decodeUpdate(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether all of a piece has come into a document; what still waits there lacks something that was written before it. */
export function fits(doc: Y.Doc, { bytes }: Piece): boolean {
  return Y.decodeUpdate(bytes).structs.every(
    (struct) => struct instanceof Y.Skip || Y.getState(doc.store, struct.id.client) >= struct.id.clock + struct.length,
  );
}

interface Sign {
  client: number;
  clock: number;
  sign: string;
}

/**
 * What pieces say by themselves, for whoever wrote them to read and copy: the signs after the one they were typed after, where
 * that is among them; without those that were deleted again.
 */
export function wordsIn(pieces: readonly Piece[]): string {
  const signs: Sign[] = [];
  const gone = new Map<number, { clock: number; len: number }[]>();
  for (const { structs, ds } of pieces.filter(isReadable).map(({ bytes }) => Y.decodeUpdate(bytes))) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue;
      const { client, clock } = struct.id;
      const { origin } = struct;
      const found = signs.findLastIndex((one) => one.client === origin?.client && one.clock === origin.clock);
      const text =
        struct.content instanceof Y.ContentString
          ? struct.content.str
          : struct.content instanceof Y.ContentType
            ? '\n'
            : '';
      const made = text.split('').map((sign, n): Sign => ({ client, clock: clock + n, sign }));
      signs.splice(found < 0 ? signs.length : found + 1, 0, ...made);
    }
    for (const [client, ranges] of ds.clients) gone.set(client, [...(gone.get(client) ?? []), ...ranges]);
  }
  const isGone = ({ client, clock }: Sign) =>
    (gone.get(client) ?? []).some((range) => clock >= range.clock && clock < range.clock + range.len);
  return signs
    .filter((one) => !isGone(one))
    .map(({ sign }) => sign)
    .join('')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
