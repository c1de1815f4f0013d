import { connect } from 'node:net';
import type { Spool } from './spool.ts';

const LONGEST_MS = 60_000;

/** What looks for viruses did not answer as it should; its own words are for the log. */
export class ScanFailed extends Error {}

/**
 * Has clamd look at a file, by INSTREAM (clamd(8)): pieces with their lengths before them, none after the last.
 * @returns true when something was found
 * @throws ScanFailed when it is away, slow, or says anything but yes or no
 */
export async function isInfected(file: Spool, url: string, longestMs = LONGEST_MS): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) });
  const timer = setTimeout(() => void socket.destroy(new Error('it did not answer in time')), longestMs);
  let answer = '';
  socket.setEncoding('utf8').on('data', (words: string) => {
    answer = (answer + words).slice(0, 1_000);
  });
  const ended = new Promise<void>((resolve, reject) => {
    socket.once('error', reject).once('close', () => resolve());
  });
  // Heard below; while the file is written it must not be unheard.
  ended.catch(() => undefined);
  try {
    await written(socket, Buffer.from('zINSTREAM\0'));
    for await (const piece of file.pieces()) await written(socket, lengthOf(piece.length), piece);
    await written(socket, lengthOf(0));
    await ended;
  } catch (error) {
    // One that finds something, or has had enough, may answer and close before it has heard all.
    await ended.catch(() => undefined);
    if (answer === '') throw new ScanFailed(String((error as Error).message));
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
  const words = answer.replace(/\0.*$/s, '').trim();
  if (/ FOUND$/.test(words)) return true;
  if (/^stream: OK$/.test(words)) return false;
  throw new ScanFailed(words === '' ? 'it closed without an answer' : 'it answered with an error');
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

function written(socket: ReturnType<typeof connect>, ...parts: Buffer[]): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(Buffer.concat(parts), (error) => (error ? reject(error) : resolve()));
  });
}
