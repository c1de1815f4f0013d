import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** In bytes; also what a piece in Postgres holds. */
export const PIECE = 1_048_576;

/**
 * A file on its way, on the machine's own disk: it is looked at from both ends before it is kept, and twenty-five megabytes of each that
 * is sent at once do not belong in memory. It has no name from the moment it is open, so a server that is killed leaves nothing.
 */
export class Spool {
  private constructor(
    private readonly handle: FileHandle,
    /** In bytes. */
    readonly size: number,
  ) {}

  /** Takes a stream to its end. @throws what the stream ends in; nothing is then left */
  static async of(stream: Readable): Promise<Spool> {
    const path = join(tmpdir(), `pejling-${randomUUID()}`);
    const handle = await open(path, 'wx+', 0o600);
    try {
      await unlink(path);
      let size = 0;
      await pipeline(
        stream,
        new Writable({
          write: (chunk: Buffer, _encoding, done) => {
            handle.write(chunk, 0, chunk.length, size).then(({ bytesWritten }) => {
              size += bytesWritten;
              done(bytesWritten === chunk.length ? null : new Error('the disk took less than it was given'));
            }, done);
          },
        }),
      );
      return new Spool(handle, size);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** Up to `length` bytes from `position`; fewer at the end. */
  async read(position: number, length: number): Promise<Buffer> {
    const wanted = Math.max(0, Math.min(length, this.size - position));
    const bytes = Buffer.allocUnsafe(wanted);
    const { bytesRead } = await this.handle.read(bytes, 0, wanted, position);
    return bytes.subarray(0, bytesRead);
  }

  /** All of it, a piece at a time. */
  async *pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < this.size; at += PIECE) yield this.read(at, PIECE);
  }

  /** A reader that gives up early is followed by nobody: what then goes wrong is unheard, and must not end the process. */
  stream(): Readable {
    return Readable.from(this.pieces(), { objectMode: false }).on('error', () => undefined);
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}
