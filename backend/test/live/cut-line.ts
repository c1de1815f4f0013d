import type { LiveSocket } from '../world.ts';

/**
 * The network goes for a moment, also while the socket is on its way in; what was on its way is lost. Closing socket.io's engine
 * is not that: one that is still coming in says nothing when it is closed, and its client waits for it for twenty seconds.
 */
export function cutLine({ io }: Pick<LiveSocket, 'io'>): void {
  const transport = (io.engine as typeof io.engine | undefined)?.transport as
    { ws?: { terminate(): void } } | undefined;
  transport?.ws?.terminate();
}
