import * as Y from 'yjs';
import { findCpr } from '#domain/cpr.ts';
import { noteOfText, noteText, textsOfNote, type NoteNode } from '#domain/note-doc.ts';
import { shownNote } from '#domain/note-shown.ts';
import { NOTE_ROOT } from '#live-protocol/notes.ts';

/** The server's own Yjs client: it writes only what was plain text before. */
export const SERVER_CLIENT = 1;

/** What a note comes to when its updates are put together. */
export interface BuiltNote {
  doc: NoteNode;
  text: string;
  cprFindings: number;
  /** The whole note as one update, without what was deleted from it. */
  whole: Uint8Array;
}

/** Puts a note's updates together, in memory and only for as long as it takes. */
export function buildNote(updates: readonly Uint8Array[]): BuiltNote {
  const yDoc = new Y.Doc({ gc: true });
  try {
    for (const update of updates) Y.applyUpdate(yDoc, update);
    const doc: NoteNode = { type: 'doc', content: yDoc.getXmlFragment(NOTE_ROOT).toArray().flatMap(nodeOf) };
    // What is shown and kept is clean; what is searched for a CPR number is everything that was written.
    return { doc: shownNote(doc), ...readingOf(doc), whole: Y.encodeStateAsUpdate(yDoc) };
  } finally {
    yDoc.destroy();
  }
}

/** A note's text, and how many places in it read as a CPR number: in the words, and across what is bold and what is not. */
export function readingOf(doc: NoteNode): { text: string; cprFindings: number } {
  const text = noteText(doc);
  const inAttributes = textsOfNote(doc).reduce((sum, one) => sum + (text.includes(one) ? 0 : findCpr(one).length), 0);
  return { text, cprFindings: findCpr(text).length + inAttributes };
}

/** The update that a plain text becomes; the same bytes for the same text. */
export function updateOfText(text: string): { bytes: Uint8Array; clock: number } {
  const yDoc = new Y.Doc();
  yDoc.clientID = SERVER_CLIENT;
  const fragment = yDoc.getXmlFragment(NOTE_ROOT);
  fragment.insert(
    0,
    (noteOfText(text).content ?? []).map((block) => {
      const paragraph = new Y.XmlElement('paragraph');
      const line = block.content?.[0]?.text;
      if (line) paragraph.insert(0, [new Y.XmlText(line)]);
      return paragraph;
    }),
  );
  const bytes = Y.encodeStateAsUpdate(yDoc);
  const clock = Y.getState(yDoc.store, SERVER_CLIENT);
  yDoc.destroy();
  return { bytes, clock };
}

type Attributes = NonNullable<NoteNode['attrs']>;

const isPlain = (value: unknown): value is Attributes[string] =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

function attributesOf(values: Record<string, unknown>): { attrs?: Attributes } {
  const plain = Object.entries(values).filter((entry): entry is [string, Attributes[string]] => isPlain(entry[1]));
  return plain.length > 0 ? { attrs: Object.fromEntries(plain) } : {};
}

function nodeOf(node: Y.XmlElement | Y.XmlText | Y.XmlHook): NoteNode[] {
  if (node instanceof Y.XmlText) return runsOf(node);
  if (!(node instanceof Y.XmlElement)) return [];
  const content = node.toArray().flatMap((child) => nodeOf(child));
  return [
    {
      type: node.nodeName,
      ...attributesOf(node.getAttributes() as Record<string, unknown>),
      ...(content.length > 0 ? { content } : {}),
    },
  ];
}

/** A text's runs, each with its marks. */
function runsOf(text: Y.XmlText): NoteNode[] {
  const runs = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return runs.flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string') return [];
    const marks = Object.entries(attributes)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => ({
        type: key.split('--', 1)[0]!,
        ...attributesOf((value ?? {}) as Record<string, unknown>),
      }));
    return [{ type: 'text', text: insert, ...(marks.length > 0 ? { marks } : {}) }];
  });
}
