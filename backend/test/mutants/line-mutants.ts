import type { Mutant } from './mutants.ts';

/** The connections': a network that swallows, a server that asks to wait or is newer than the page, a Postgres that is gone. */
export const LINE_MUTANTS: readonly Mutant[] = [
  {
    name: 'wait for an attempt to come in that hangs',
    promise: 'A missed event is never missed',
    edits: [
      {
        file: 'frontend/src/live/parts/line.ts',
        find: 'if (!socket.connected) return comeInAnew(socket);',
        replace: 'if (!socket.connected) return void socket.connect();',
      },
    ],
    spec: 'test/live/swallowing-line.spec.ts',
  },
  {
    name: 'take a line that does not answer for one that is there',
    promise: 'A missed event is never missed',
    edits: [
      { file: 'frontend/src/live/parts/line.ts', find: 'else if (socket.id === id) comeInAnew(socket);', replace: '' },
    ],
    spec: 'test/live/swallowing-line.spec.ts',
  },
  {
    name: 'wait as long as socket.io does for an attempt that hears nothing',
    promise: 'A missed event is never missed',
    edits: [{ file: 'frontend/src/live/parts/line.ts', find: 'timeout: 6_000,', replace: 'timeout: 20_000,' }],
    spec: 'test/live/swallowing-line.spec.ts',
  },
  {
    name: 'let a writing that waits put off what a note lacks',
    promise: 'Text never diverges or vanishes',
    edits: [
      {
        file: 'frontend/src/notes/parts/note-sync.ts',
        find: '    clearTimeout(this.again[what]);\n    this.again[what]',
        replace: '    clearTimeout(this.again.open);\n    this.again[what]',
      },
    ],
    side: 'frontend',
    spec: 'src/notes/parts/note-sync.spec.ts',
  },
  {
    name: 'ask for a note twice at each reconnect',
    promise: 'Text never diverges or vanishes',
    edits: [
      {
        file: 'frontend/src/notes/parts/note-sync.ts',
        find: '    this.open();\n    void this.takeUp();',
        replace: '    this.open();\n    void this.takeUp().then(() => this.open());',
      },
    ],
    side: 'frontend',
    spec: 'src/notes/parts/note-sync.spec.ts',
  },
  {
    name: 'leave a screen that is refused for a reason it does not know as it stands',
    promise: 'A missed event is never missed',
    edits: [
      {
        file: 'frontend/src/live/parts/live.ts',
        find: 'else if (!FINAL.has(answer.refused)) {',
        replace: 'else if (answer.refused === undefined) {',
      },
    ],
    side: 'frontend',
    spec: 'src/live/parts/newer-server.spec.ts',
  },
  {
    name: 'leave a screen without a change that it cannot read',
    promise: 'A missed event is never missed',
    edits: [
      {
        file: 'frontend/src/live/parts/live.ts',
        find: 'if (!this.apply(next)) unread = true;',
        replace: 'this.apply(next);',
      },
    ],
    side: 'frontend',
    spec: 'src/live/parts/newer-server.spec.ts',
  },
  {
    name: 'let a connection to Postgres that breaks end the server',
    promise: 'An acknowledged write survives',
    edits: [{ file: 'backend/src/platform/database.ts', find: '        Client: PooledClient,\n', replace: '' }],
    spec: 'test/platform/broken-connection.spec.ts',
  },
];
