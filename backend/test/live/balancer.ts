import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';

/** A proxy in front of several replicas, as in use: each connection goes to one that answers, the next one first. */
export class Balancer {
  private server: Server | undefined;
  private turn = 0;
  /** How many connections each replica has been given. */
  readonly given: number[];

  constructor(private readonly replicas: readonly { url: string }[]) {
    this.given = replicas.map(() => 0);
  }

  url = '';

  async start(): Promise<void> {
    const server = createServer((near) => {
      near.on('error', () => near.destroy());
      this.join(near, this.replicas.length);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    this.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    this.server = server;
  }

  async stop(): Promise<void> {
    this.server?.close();
  }

  private join(near: import('node:net').Socket, left: number): void {
    if (left === 0) return void near.destroy();
    const chosen = this.turn++ % this.replicas.length;
    const { hostname, port } = new URL(this.replicas[chosen]!.url);
    const far = connect(Number(port), hostname);
    far.once('connect', () => {
      this.given[chosen]! += 1;
      near.pipe(far).pipe(near);
      near.once('close', () => far.destroy());
      far.once('close', () => near.destroy());
      far.on('error', () => near.destroy());
    });
    far.once('error', () => {
      if (far.connecting || far.bytesRead + far.bytesWritten === 0) this.join(near, left - 1);
    });
  }
}
