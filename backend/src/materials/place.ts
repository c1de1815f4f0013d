import type { Actor } from '../platform/unit-of-work.ts';
import type { Spool } from './spool.ts';

/** Where files lie. A file's row says which place it is in, so that both can be read when the setting changes. */
export abstract class Place {
  abstract readonly name: 'DATABASE' | 'S3';

  /**
   * Stores a file and its row, the row first or with it. A file that is only half stored has a row and no material: nobody sees it,
   * and the clock deletes it.
   * @throws Refusal STORE_AWAY
   */
  abstract store(actor: Actor, fileId: string, file: Spool, mime: string): Promise<void>;

  /** The bytes in order. @throws Refusal STORE_AWAY when the first cannot be had; later ones end the stream */
  abstract read(actor: Actor, fileId: string): Promise<AsyncIterable<Uint8Array>>;

  /** Deletes the file with its row. @throws Refusal STORE_AWAY; the row then stands */
  abstract remove(actor: Actor, fileId: string): Promise<void>;
}
