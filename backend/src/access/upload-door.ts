import type { Readable } from 'node:stream';
import type { RecordedChange } from '../platform/change-log.ts';
import type { RequestContext } from './request.ts';

/** A file as it comes in. */
export interface SentIn {
  /** As the sender calls it; anything may stand there. */
  name: string;
  /** Ends in an error when the sender goes away, stands still, or sends more than the door takes. */
  stream: Readable;
}

/** What a file that was taken is answered with: the same as a mutation, and the name it is kept by. */
export interface TakenIn {
  id: string;
  changes: RecordedChange[];
  name: string;
}

/**
 * Where one file is sent in, by POST and multipart. Each is a provider, found when the server starts (upload-doors.ts); one
 * without a known ability stops the start.
 */
export abstract class UploadDoor {
  /** As Fastify writes it, with its parts. */
  abstract readonly path: string;
  abstract readonly ability: string;
  /** In bytes. */
  abstract readonly largest: number;

  /**
   * Asked before a byte of the file is read: nobody fills a disk with what they may not leave there.
   * @throws Refusal with what the person is told
   */
  abstract admit(parts: Readonly<Record<string, string>>, context: RequestContext): Promise<void>;

  /** @throws Refusal; nothing of the file is then kept */
  abstract take(parts: Readonly<Record<string, string>>, file: SentIn, context: RequestContext): Promise<TakenIn>;
}
