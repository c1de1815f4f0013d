import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A network between a page and the server that can swallow: connections are taken, and nothing comes or goes, nor an error. */
export class SwallowingLine {
  private server: Server | undefined;
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private isSwallowing = false;
  url = '';
  /** Connections that were taken while it swallowed. */
  swallowed = 0;

  constructor(private readonly target: string) {}

  async start(): Promise<void> {
    const { hostname, port } = new URL(this.target);
    this.server = createServer((near) => {
      near.on('error', () => near.destroy());
      if (this.isSwallowing) {
        this.swallowed += 1;
        return void near.resume();
      }
      const far = connect(Number(port), hostname);
      far.on('error', () => near.destroy());
      const pair = [near, far] as const;
      this.pairs.add(pair);
      near.pipe(far).pipe(near);
      near.once('close', () => (this.pairs.delete(pair), far.destroy()));
      far.once('close', () => near.destroy());
    });
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const address = this.server.address();
    this.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  /** From now on nothing passes; what is connected stays so, and hears nothing. */
  swallow(): void {
    this.isSwallowing = true;
    for (const [near, far] of this.pairs) {
      near.unpipe(far);
      far.unpipe(near);
      near.resume();
      far.resume();
    }
  }

  /** The network is there again; what began while it swallowed stays dead. */
  mend(): void {
    this.isSwallowing = false;
  }

  stop(): void {
    this.server?.close();
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
  }
}
