import { here, cpuOf, Load, stop, type Running } from './side.ts';
import { median, p95, spread, verdict, type Figure } from './report.ts';
import type { BenchRoom } from './rooms.ts';
import type { NoteKind } from './note-seats.ts';

const ACKNOWLEDGED_MS = 25;
const SHOWN_MORE_MS = 10;
const CPU_TARGET = 1.5;
const IN_ROOM = 10;
const TYPISTS = 2;
const KEYS_PER_SECOND = 4;

interface Typed {
  keys: number;
  acknowledgedAfter: number[];
  shownAfter: number[];
}

interface Turn {
  acknowledged: number;
  shown: number;
  cpu: number;
}

/** Ten in each note, two of them typing: stored, acknowledged, and in the nine others' documents. */
export async function notes(
  servers: Record<NoteKind, Running>,
  rooms: readonly BenchRoom[],
  { turns, milliseconds }: { turns: number; milliseconds: number },
  told: (line: string) => void,
): Promise<Figure[]> {
  const kinds: NoteKind[] = ['ours', 'limit', 'hocuspocus'];
  const measured: Record<NoteKind, Turn[]> = { ours: [], limit: [], hocuspocus: [] };
  for (let n = -1; n < turns; n += 1) {
    for (const kind of n % 2 === 0 ? kinds : kinds.toReversed()) {
      const { pid, url } = servers[kind];
      const load = new Load(here('load-notes.ts'));
      await load.ask({ order: 'sit', kind, url, rooms, inRoom: IN_ROOM, typists: TYPISTS });
      const before = cpuOf(pid);
      const typing = { order: 'type', milliseconds: n < 0 ? 1_000 : milliseconds, keysPerSecond: KEYS_PER_SECOND };
      const { keys, acknowledgedAfter, shownAfter } = await load.ask<Typed>(typing);
      // The first round warms all three up.
      if (n >= 0)
        measured[kind].push({
          acknowledged: p95(acknowledgedAfter),
          shown: p95(shownAfter),
          cpu: (cpuOf(pid) - before) / keys,
        });
      await load.ask({ order: 'close' });
      await load.stop();
    }
  }
  const of = (kind: NoteKind, what: keyof Turn): number[] => measured[kind].map((one) => one[what]);
  const at = (what: keyof Turn) => kinds.map((kind) => median(of(kind, what))) as [number, number, number];
  const row = (id: string, unit: string, what: keyof Turn, target: number, targetOf: string): Figure => {
    const [ours, limit, peer] = at(what);
    const held = what === 'acknowledged' ? ours : what === 'shown' ? ours - peer : ours / peer;
    const met = held <= target;
    const words = kinds.map((kind) => `${kind} ${median(of(kind, what)).toFixed(2)} (${spread(of(kind, what))})`);
    told(
      `Notes, ${unit}: ${words.join(', ')}; figure ≤ ${target} ${targetOf}, ours ${held.toFixed(2)}: ${verdict(met)}`,
    );
    return { id, ours, limit, peer, unit, ratioToLimit: ours / limit, ratioToPeer: ours / peer, target, targetOf, met };
  };
  told(
    `Notes: ${rooms.length} rooms of ${IN_ROOM}, ${TYPISTS} in each typing ${KEYS_PER_SECOND} keys a second, ${turns} turns of ${milliseconds / 1000} s.`,
  );
  return [
    row('notes-acknowledged', 'ms p95 from key to acknowledged', 'acknowledged', ACKNOWLEDGED_MS, 'ms'),
    row('notes-shown', 'ms p95 from key to the nine others', 'shown', SHOWN_MORE_MS, 'ms more than Hocuspocus'),
    row('notes-cpu', 'ms CPU of the serving process for a key', 'cpu', CPU_TARGET, '× Hocuspocus'),
  ];
}

/**
 * How many acknowledged keys are gone when the server is killed in the middle of typing and started again.
 * @param again starts the same server anew
 */
export async function lostByKill(
  kind: NoteKind,
  server: Running,
  again: () => Promise<Running>,
  rooms: readonly BenchRoom[],
): Promise<{ lost: number; server: Running }> {
  const load = new Load(here('load-notes.ts'));
  await load.ask({ order: 'sit', kind, url: server.url, rooms, inRoom: 2, typists: TYPISTS });
  await load.ask({ order: 'type', milliseconds: 3_000, keysPerSecond: KEYS_PER_SECOND });
  const { acknowledged } = await load.ask<{ acknowledged: Record<string, number>[] }>({ order: 'acknowledged' });
  await stop(server.child, 'SIGKILL');
  await load.ask({ order: 'close' });
  const next = await again();
  const { lost } = await load.ask<{ lost: number }>({ order: 'lost', kind, url: next.url, acknowledged });
  await load.stop();
  return { lost, server: next };
}
