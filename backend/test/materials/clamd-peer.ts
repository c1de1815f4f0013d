import { createServer, type Server, type Socket } from 'node:net';

/** Stands where clamd would: reads INSTREAM as its manual says, and finds the test string of EICAR (which is no virus). */
export class ClamdPeer {
  /** What it does with the next files. */
  mood: 'well' | 'silent' | 'busy' | 'cut' = 'well';
  /** How many bytes of files it has been given. */
  given = 0;
  private readonly sockets = new Set<Socket>();
  private constructor(private readonly server: Server) {}

  static async start(): Promise<ClamdPeer> {
    const server = createServer();
    const peer = new ClamdPeer(server);
    server.on('connection', (socket) => peer.serve(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return peer;
  }

  get url(): string {
    return `tcp://127.0.0.1:${(this.server.address() as { port: number }).port}`;
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    let bytes = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      if (this.mood === 'cut') socket.destroy();
      if (this.mood === 'busy') socket.end('INSTREAM size limit exceeded. ERROR\0');
      if (this.mood !== 'well') return;
      const file = whole(bytes);
      if (!file) return;
      this.given += file.length;
      socket.end(file.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    });
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** The file, once the piece of no length has come. */
function whole(bytes: Buffer): Buffer | undefined {
  const begin = 'zINSTREAM\0'.length;
  if (bytes.length < begin) return undefined;
  if (bytes.subarray(0, begin).toString() !== 'zINSTREAM\0') throw new Error('no INSTREAM');
  const pieces: Buffer[] = [];
  for (let at = begin; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

/** Put together here, so that no scanner stops at this file. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);
