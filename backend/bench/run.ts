import { loadavg } from 'node:os';
import { startPostgres } from '../../libs/workspace/postgres.mjs';
import { delivery } from './delivery.ts';
import { lostByKill, notes } from './notes.ts';
import { pages, prepareBeside } from './pages.ts';
import { printing } from './printing.ts';
import { say, write, type Figure } from './report.ts';
import { prepareRooms } from './rooms.ts';
import { searching } from './searching.ts';
import { here, start, stop, stopAll } from './side.ts';

const quick = process.argv.includes('--quick');
const GROUPS = ['pages', 'documents', 'search', 'delivery', 'notes'];
const only =
  process.argv
    .find((word) => word.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',') ?? GROUPS;
if (only.some((group) => !GROUPS.includes(group))) {
  console.error(`--only takes ${GROUPS.join(', ')}, with commas between`);
  process.exit(2);
}

const told: string[] = [];
const tell = (line: string): void => {
  told.push(line);
  say(line);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void stopAll().then(() => process.exit(1));
  });
const postgres = await startPostgres({ throwaway: true, durable: true });
try {
  const env = { DATABASE_URL: postgres.appUrl, DATABASE_ADMIN_URL: postgres.adminUrl, DATABASE_POOL: '10' };
  const serve = () =>
    start(here('../dist/main.js'), { ...env, PEJLING_DEMONSTRATION: '1', PORT: '0', LOG_LEVEL: 'silent' });
  let ours = await serve();
  await prepareBeside(postgres.adminUrl);
  const rows: Figure[] = [];
  if (only.includes('pages')) {
    const limit = await start(here('limit-server.ts'), env);
    const sizes = { turns: quick ? 5 : 15, milliseconds: quick ? 3_000 : 6_000 };
    rows.push(...(await pages(ours, limit, postgres.adminUrl, sizes, tell)));
    await stop(limit.child);
  }
  // Before the rooms: they set meetings going that are long over.
  if (only.includes('documents'))
    rows.push(...(await printing(ours, postgres.adminUrl, { turns: quick ? 10 : 30 }, tell)));
  if (only.includes('search')) {
    const limit = await start(here('limit-server.ts'), env);
    const sizes = { turns: quick ? 5 : 15, each: quick ? 12 : 30, fold: quick ? 8 : 33 };
    rows.push(...(await searching(ours, limit, postgres.adminUrl, sizes, tell)));
    await stop(limit.child);
  }
  const rooms = ['delivery', 'notes'].some((group) => only.includes(group))
    ? await prepareRooms(postgres.adminUrl, quick ? 80 : 400)
    : [];
  const ws = () => start(here('broadcast-server.ts'), { ...env, BROADCAST: 'ws' });
  if (only.includes('delivery')) {
    // A fresh one: memory is read from its first connections.
    await stop(ours.child);
    ours = await serve();
    const servers = {
      ours,
      ws: await ws(),
      'socket.io': await start(here('broadcast-server.ts'), { ...env, BROADCAST: 'socket.io' }),
    };
    const sizes = quick ? { turns: 2, pairs: 4 } : { turns: 8, pairs: 16 };
    rows.push(...(await delivery(servers, rooms, sizes, tell)));
    await stop(servers.ws.child);
    await stop(servers['socket.io'].child);
  }
  if (only.includes('notes')) {
    const hocuspocus = () => start(here('hocuspocus-server.ts'), env);
    const servers = { ours, limit: await ws(), hocuspocus: await hocuspocus() };
    const sizes = quick ? { turns: 2, milliseconds: 2_500 } : { turns: 7, milliseconds: 8_000 };
    rows.push(...(await notes(servers, rooms.slice(0, quick ? 10 : 20), sizes, tell)));
    if (!quick) {
      const [mine, theirs] = [
        await lostByKill('ours', servers.ours, serve, rooms.slice(0, 5)),
        await lostByKill('hocuspocus', servers.hocuspocus, hocuspocus, rooms.slice(0, 5)),
      ];
      tell(
        `Acknowledged and gone after a SIGKILL, in Yjs clocks (a key is one): ours ${mine.lost}, Hocuspocus ${theirs.lost}.`,
      );
    }
  }
  const missed = rows.filter((row) => !row.met).map((row) => row.id);
  tell(missed.length === 0 ? 'Every row reaches its figure.' : `These rows miss their figure: ${missed.join(', ')}.`);
  tell(
    `Load of the machine at the end: ${loadavg()
      .map((one) => one.toFixed(1))
      .join(', ')}.`,
  );
  if (!quick && only.length === GROUPS.length) write(rows, told);
} finally {
  await stopAll();
  await postgres.stop();
}
