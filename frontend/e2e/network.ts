import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A person's own way to the server, which a journey can cut: connections drop at once, and new ones are refused. */
export interface Network {
  url: string;
  cut(): void;
  mend(): void;
  /** From now on it leads to another server; connections to the first drop. */
  leadTo(url: string): void;
  stop(): Promise<void>;
}

/** @param url the server's */
export async function networkTo(url: string): Promise<Network> {
  const { hostname } = new URL(url);
  let { port } = new URL(url);
  const open = new Set<Socket>();
  let isCut = false;
  const proxy = createServer((browser) => {
    if (isCut) return void browser.destroy();
    const server = connect(Number(port), hostname);
    for (const [one, other] of [
      [browser, server],
      [server, browser],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  proxy.listen(0, hostname);
  await once(proxy, 'listening');
  const drop = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://${hostname}:${(proxy.address() as AddressInfo).port}`,
    cut: () => {
      isCut = true;
      drop();
    },
    mend: () => {
      isCut = false;
    },
    leadTo: (other) => {
      ({ port } = new URL(other));
      drop();
    },
    stop: async () => {
      drop();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
