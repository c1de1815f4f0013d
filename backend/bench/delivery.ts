import { here, cpuOf, Load, memoryOf, type Running } from './side.ts';
import { mean, spread, verdict, type Figure } from './report.ts';
import type { BenchRoom } from './rooms.ts';

const CPU_TARGET = 1.6;
const MEMORY_TARGET = 45;
const IN_ROOM = 10;

type Kind = 'ours' | 'ws' | 'socket.io';
/** Changes at a time in rooms of the same sort, before the other sort has as many. */
const BLOCK = 50;

interface Sizes {
  turns: number;
  /** Pairs of blocks in a turn: one to rooms with ten in them, one to rooms with nobody. */
  pairs: number;
}

/**
 * A change delivered to ten in each room. What the commit costs is taken out by making as many changes in as many other meetings that
 * nobody follows: the difference in the serving process's CPU, shared by the deliveries, is what a delivery costs. The two take turns
 * in small blocks, so that a machine that grows slower or warmer meanwhile does so to both; what does not come of a change, as our look
 * at each room every five seconds, falls on both and is in no figure.
 * @param all half of them are followed by ten each, every other one
 */
export async function delivery(
  servers: Record<Kind, Running>,
  all: readonly BenchRoom[],
  { turns, pairs }: Sizes,
  told: (line: string) => void,
): Promise<Figure[]> {
  const kinds: Kind[] = ['ours', 'ws', 'socket.io'];
  const rooms = all.filter((_, n) => n % 2 === 0);
  const empty = all.filter((_, n) => n % 2 === 1);
  const memory = {} as Record<Kind, number>;
  const loads = {} as Record<Kind, Load>;
  const cost: Record<Kind, number[]> = { ours: [], ws: [], 'socket.io': [] };
  let payload = '[]';
  const measure = async (kind: Kind, to: 'followed' | 'empty', count = BLOCK) => {
    const before = cpuOf(servers[kind].pid);
    const order = { order: 'write', count, to, payload };
    const answer = await loads[kind].ask<{ deliveries: number; sample: string }>(order);
    if (kind === 'ours' && answer.sample) payload = answer.sample;
    return { cpu: cpuOf(servers[kind].pid) - before, deliveries: answer.deliveries };
  };
  /** What a turn's deliveries cost each. */
  const turn = async (kind: Kind): Promise<number> => {
    const sum = { followed: 0, empty: 0, deliveries: 0 };
    for (let n = 0; n < pairs; n += 1) {
      for (const to of n % 2 === 0 ? (['followed', 'empty'] as const) : (['empty', 'followed'] as const)) {
        const { cpu, deliveries } = await measure(kind, to);
        sum[to] += cpu;
        sum.deliveries += deliveries;
      }
    }
    return (sum.followed - sum.empty) / sum.deliveries;
  };
  try {
    for (const kind of kinds) {
      loads[kind] = new Load(here('load-delivery.ts'));
      const order = { order: 'connect', kind, url: servers[kind].url, rooms, empty };
      // Some connections in and out first, so that what a server makes once is not counted to the connections.
      await loads[kind].ask({ ...order, rooms: rooms.slice(0, 2), inRoom: 2 });
      await measure(kind, 'followed', 20);
      await loads[kind].ask({ order: 'close' });
      const before = await memoryOf(servers[kind]);
      const { connected } = await loads[kind].ask<{ connected: number }>({ ...order, inRoom: IN_ROOM });
      memory[kind] = ((await memoryOf(servers[kind])) - before) / connected;
      // Every room is written to once before anything is counted.
      for (const to of ['followed', 'empty'] as const) await measure(kind, to, rooms.length);
    }
    for (let n = 0; n < turns; n += 1)
      for (const kind of n % 2 === 0 ? kinds : kinds.toReversed()) cost[kind].push(await turn(kind));
  } finally {
    await Promise.all(Object.values(loads).map((load) => load.stop()));
  }
  // All the turns together: CPU is counted in hundredths of a second, and one turn's difference can come near nothing.
  const [ours, limit, peer] = kinds.map((kind) => mean(cost[kind])) as [number, number, number];
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
    `Delivery to ${IN_ROOM} in each of ${rooms.length} rooms, ${turns} turns of ${pairs * BLOCK} changes: ours ${ours.toFixed(3)} ms CPU (${spread(cost.ours)}), ` +
      `ws ${limit.toFixed(3)} (${spread(cost.ws)}), socket.io ${peer.toFixed(3)} (${spread(cost['socket.io'])}); ` +
      `${(ours / limit).toFixed(2)} × ws; figure ≤ ${CPU_TARGET} ×: ${verdict(figures[0]!.met)}`,
  );
  told(
    `Memory for each of ${rooms.length * IN_ROOM} connections: ours ${memory.ours.toFixed(1)} kB, ws ${memory.ws.toFixed(1)}, ` +
      `socket.io ${memory['socket.io'].toFixed(1)}; figure ≤ ${MEMORY_TARGET} kB: ${verdict(figures[1]!.met)}`,
  );
  return figures;
}
