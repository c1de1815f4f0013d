import { here, cpuOf, Load, memoryOf, type Running } from './side.ts';
import { median, spread, verdict, type Figure } from './report.ts';
import type { BenchRoom } from './rooms.ts';

const CPU_TARGET = 1.6;
const MEMORY_TARGET = 45;
const IN_ROOM = 10;

type Kind = 'ours' | 'ws' | 'socket.io';
interface Sizes {
  turns: number;
  writes: number;
}

/**
 * A change delivered to ten in each room. What the commit costs is taken out by making the same writes twice in each turn, with the
 * ten following their rooms and with the same sockets connected and in no room: the difference in the serving process's CPU,
 * shared by the deliveries, is what a delivery costs. Our look at each room every five seconds falls in it too.
 */
export async function delivery(
  servers: Record<Kind, Running>,
  rooms: readonly BenchRoom[],
  { turns, writes }: Sizes,
  told: (line: string) => void,
): Promise<Figure[]> {
  const kinds: Kind[] = ['ours', 'ws', 'socket.io'];
  const memory = {} as Record<Kind, number>;
  const loads = {} as Record<Kind, Load>;
  const cost: Record<Kind, number[]> = { ours: [], ws: [], 'socket.io': [] };
  let payload = '[]';
  const measure = async (kind: Kind, count = writes): Promise<{ cpu: number; deliveries: number }> => {
    const before = cpuOf(servers[kind].pid);
    const answer = await loads[kind].ask<{ deliveries: number; sample: string }>({ order: 'write', count, payload });
    if (kind === 'ours' && answer.sample) payload = answer.sample;
    return { cpu: cpuOf(servers[kind].pid) - before, deliveries: answer.deliveries };
  };
  try {
    for (const kind of kinds) {
      loads[kind] = new Load(here('load-delivery.ts'));
      const order = { order: 'connect', kind, url: servers[kind].url, rooms };
      // One connection in and out first, so that what a server makes once is not counted to the connections.
      await loads[kind].ask({ ...order, rooms: rooms.slice(0, 2), inRoom: 2 });
      await loads[kind].ask({ order: 'follow' });
      await measure(kind, 20);
      await loads[kind].ask({ order: 'close' });
      const empty = await memoryOf(servers[kind]);
      const { connected } = await loads[kind].ask<{ connected: number }>({ ...order, inRoom: IN_ROOM });
      await loads[kind].ask({ order: 'follow' });
      memory[kind] = ((await memoryOf(servers[kind])) - empty) / connected;
    }
    for (let n = 0; n < turns; n += 1) {
      for (const kind of n % 2 === 0 ? kinds : kinds.toReversed()) {
        await loads[kind].ask({ order: 'follow' });
        const full = await measure(kind);
        await loads[kind].ask({ order: 'leave' });
        const empty = await measure(kind);
        cost[kind].push((full.cpu - empty.cpu) / full.deliveries);
      }
    }
  } finally {
    await Promise.all(Object.values(loads).map((load) => load.stop()));
  }
  // Of the medians and not the median of ratios: one turn's difference can come near nothing, and a ratio to it says nothing.
  const ours = median(cost.ours);
  const limit = median(cost.ws);
  const peer = median(cost['socket.io']);
  const figures: Figure[] = [
    {
      id: 'delivery-cpu',
      ours,
      limit,
      peer,
      unit: 'ms CPU of the serving process for a delivery, the commit taken out',
      ratioToLimit: ours / limit,
      ratioToPeer: ours / peer,
      target: CPU_TARGET,
      targetOf: '× limit',
      met: limit > 0 && ours / limit <= CPU_TARGET,
    },
    {
      id: 'delivery-memory',
      ours: memory.ours,
      limit: memory.ws,
      peer: memory['socket.io'],
      unit: 'kB of resident memory for a connection in a room, after garbage collection',
      ratioToLimit: memory.ours / memory.ws,
      ratioToPeer: memory.ours / memory['socket.io'],
      target: MEMORY_TARGET,
      targetOf: 'kB',
      met: memory.ours <= MEMORY_TARGET,
    },
  ];
  told(
    `Delivery to ${IN_ROOM} in each of ${rooms.length} rooms, ${turns} turns of ${writes} changes: ours ${ours.toFixed(3)} ms CPU (${spread(cost.ours)}), ` +
      `ws ${limit.toFixed(3)} (${spread(cost.ws)}), socket.io ${peer.toFixed(3)} (${spread(cost['socket.io'])}); ` +
      `${(ours / limit).toFixed(2)} × ws; figure ≤ ${CPU_TARGET} ×: ${verdict(figures[0]!.met)}`,
  );
  told(
    `Memory for each of ${rooms.length * IN_ROOM} connections: ours ${memory.ours.toFixed(1)} kB, ws ${memory.ws.toFixed(1)}, ` +
      `socket.io ${memory['socket.io'].toFixed(1)}; figure ≤ ${MEMORY_TARGET} kB: ${verdict(figures[1]!.met)}`,
  );
  return figures;
}
