import { fromBase64 } from 'lib0/buffer';
import { z } from 'zod';
import { isUuid } from '#domain/ids.ts';

const LARGEST_CARET = 2_000;

const noteId = z.string().refine(isUuid, 'NOT_AN_ID');
/** Yjs makes client ids of 32 bits; 0–15 are kept for the server. */
const clientId = z.int().min(16).max(0xff_ff_ff_ff);
const bytes = z.base64('NOT_BYTES').transform(fromBase64);

export const openNoteInput = z.object({ noteId, clientId, have: z.int().min(0) });
export const closeNoteInput = z.object({ noteId });
export const writeNoteInput = z.object({ noteId, clientId, bytes });

/** A caret is a place, never a text. */
export const caretInput = z.object({
  noteId,
  caret: z
    .object({ anchor: z.unknown(), head: z.unknown() })
    .nullable()
    .refine((caret) => JSON.stringify(caret).length <= LARGEST_CARET, 'TOO_LONG'),
});
