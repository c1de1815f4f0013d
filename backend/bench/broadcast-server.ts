import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { Server } from 'socket.io';
import { WebSocketServer, type WebSocket } from 'ws';

// What sending costs at the least: the same commit, then the same bytes to everybody in a room, over bare ws or bare socket.io.
// For notes: one INSERT and COMMIT, an answer to the writer, the bytes to the others. No sessions, no rules.
const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: Number(process.env['DATABASE_POOL'] ?? 10),
});
await pool.query('select 1');

let broadcast: (room: string, payload: string) => void;
const server = createServer((request, response) => {
  act(request).then(
    () => response.end('{}'),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});

async function act(request: IncomingMessage): Promise<void> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const { action, room, payload } = JSON.parse(text) as { action: object; room: string; payload: string };
  const token = /__Host-pejling=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  await pool.query({
    name: 'action',
    text: 'select bench_log_action($1, $2)',
    values: [createHash('sha256').update(token).digest(), JSON.stringify(action)],
  });
  broadcast(room, payload);
}

if (process.env['BROADCAST'] === 'ws') overWs();
else overSocketIo();

function overWs(): void {
  const rooms = new Map<string, Set<WebSocket>>();
  new WebSocketServer({ server }).on('connection', (socket, request) => {
    const name = new URL(request.url!, 'http://loopback').searchParams.get('room')!;
    const room = rooms.get(name) ?? new Set();
    rooms.set(name, room);
    socket.on('close', () => room.delete(socket));
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) return void store(name, room, socket, data);
      if (data.toString() === 'follow') room.add(socket);
      else room.delete(socket);
      socket.send('ok');
    });
  });
  broadcast = (name, payload) => {
    const bytes = Buffer.from(payload);
    for (const socket of rooms.get(name) ?? []) socket.send(bytes, { binary: false });
  };
}

async function store(name: string, room: Set<WebSocket>, from: WebSocket, bytes: Buffer): Promise<void> {
  await pool.query({
    name: 'note',
    text: 'insert into bench_note_update (room, bytes) values ($1, $2)',
    values: [name, bytes],
  });
  from.send('stored');
  for (const socket of room) if (socket !== from) socket.send(bytes);
}

function overSocketIo(): void {
  const io = new Server(server, { transports: ['websocket'], serveClient: false });
  io.on('connection', (socket) => {
    const room = socket.handshake.query['room'] as string;
    socket.on('follow', (_: unknown, answer: () => void) => void Promise.resolve(socket.join(room)).then(answer));
    socket.on('leave', (_: unknown, answer: () => void) => void Promise.resolve(socket.leave(room)).then(answer));
  });
  broadcast = (room, payload) => io.to(room).emit('changes', JSON.parse(payload));
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`PEJLING READY http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}\n`);
});
