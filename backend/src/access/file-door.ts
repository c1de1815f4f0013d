import type { Readable } from 'node:stream';
import type { RequestContext } from './request.ts';

/** A file as it is sent. */
export interface SentFile {
  /** As it is saved, ending and all; any letters. */
  name: string;
  type: string;
  bytes: Uint8Array | { stream: Readable; size: number };
  /** Which thing it is of, for the audit. */
  objectId: string;
}

/**
 * A file that is made or kept for whoever asks, as a query is one operation: it names its path, its ability, and what its line in the
 * audit calls it. Each is a provider, found when the server starts (file-doors.ts); one without a known ability stops the start.
 */
export abstract class FileDoor {
  /** As Fastify writes it, with its parts: `/dokumenter/referat/:meetingId/:form`. */
  abstract readonly path: string;
  abstract readonly ability: string;
  /** The noun, in the words of the GraphQL schema. */
  abstract readonly object: string;

  /** @throws Refusal with what the person is told: NOT_FOUND alike for what is not there, not theirs and no id */
  abstract answer(parts: Readonly<Record<string, string>>, context: RequestContext): Promise<SentFile>;
}
