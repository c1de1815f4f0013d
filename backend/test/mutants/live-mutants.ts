import type { Mutant } from './mutants.ts';

/** The live room’s: rooms, notes, replicas. */
export const LIVE_MUTANTS: readonly Mutant[] = [
  {
    name: 'acknowledge a note’s words before they are stored',
    promise: 'An acknowledged write survives',
    edits: [
      {
        file: 'backend/src/notes/note.doors.ts',
        find: 'return { version: await this.store.write(socket.data, noteId, bytes, socket.id) };',
        replace:
          'setTimeout(() => void this.store.write(socket.data, noteId, bytes, socket.id).catch(() => undefined), 40);\n    return { version: Math.floor(Date.now() / 1000) };',
      },
    ],
    spec: 'test/notes/kill-notes.spec.ts',
  },
  {
    name: 'number a note’s updates without its lock',
    promise: 'Text never diverges or vanishes',
    edits: [
      {
        file: 'backend/src/notes/notes.sql',
        find: 'select * into n from note where id = p_note for update;',
        replace: 'select * into n from note where id = p_note;',
      },
    ],
    spec: 'test/notes/converge.spec.ts',
  },
  {
    name: 'tell nobody who opens a note where the others stand',
    promise: 'Text never diverges or vanishes',
    edits: [
      {
        file: 'backend/src/notes/carets.ts',
        find: 'if (sent.noteId === noteId && sent.clientId !== clientId) ',
        replace: 'if (sent.noteId === "") ',
      },
    ],
    spec: 'test/notes/carets.spec.ts',
  },
  {
    name: 'let a connection that is found dead take the caret of the one after it',
    promise: 'Text never diverges or vanishes',
    edits: [
      {
        file: 'backend/src/notes/carets.ts',
        find: 'if (!isAnothers) this.move(socket, noteId, null);',
        replace: 'this.move(socket, noteId, null);',
      },
    ],
    spec: 'test/notes/carets.spec.ts',
  },
  {
    name: 'say nothing again of where one stands after a reconnect',
    promise: 'Text never diverges or vanishes',
    edits: [
      {
        file: 'frontend/src/notes/parts/note-carets.ts',
        find: 'told = NOWHERE;\n    tell();',
        replace: 'tell();',
      },
    ],
    spec: 'test/notes/carets.spec.ts',
  },
  {
    name: 'let anybody write under a colleague’s client id',
    promise: 'Nobody writes in another’s name',
    edits: [
      {
        file: 'backend/src/notes/notes.sql',
        find: 'if not lease_client(p_note, own.client, me) then',
        replace: 'if not lease_client(p_note, own.client, me) and false then',
      },
    ],
    spec: 'test/notes/write.spec.ts',
  },
  {
    name: 'store an update without reading it',
    promise: 'Bad input is answered, not suffered',
    edits: [
      {
        file: 'backend/src/notes/examine-update.ts',
        find: '    requireContent(struct);',
        replace: '',
      },
    ],
    spec: 'test/notes/write.spec.ts',
  },
  {
    name: 'send a note on to somebody who has left the team',
    promise: 'Revoked means now',
    edits: [
      {
        file: 'backend/src/live/live-rooms.ts',
        find: '} else if (look.shutOut.has(socket.id)) {',
        replace: '} else if (look.shutOut.has("")) {',
      },
    ],
    spec: 'test/notes/write.spec.ts',
  },
  {
    name: 'send a change on before it is asked who it shuts out',
    promise: 'Revoked means now',
    edits: [
      {
        file: 'backend/src/live/change-feed.ts',
        find: 'entity !== undefined && MOVE_NOBODY.has(entity)',
        replace: 'entity !== undefined',
      },
    ],
    spec: 'test/live/rooms.spec.ts',
  },
  {
    name: 'send a change on while it is asked who may stay',
    promise: 'Revoked means now',
    edits: [
      {
        file: 'backend/src/live/live-rooms.ts',
        find: 'if (room.waiting || room.looking) return false;',
        replace: 'if (room.waiting) return false;',
      },
    ],
    spec: 'test/live/held-look.spec.ts',
  },
  {
    name: 'send a change on before it is asked who may stay',
    promise: 'Revoked means now',
    edits: [
      {
        file: 'backend/src/live/live-rooms.ts',
        find: 'if (room.waiting || room.looking) return false;',
        replace: 'if (room.looking) return false;',
      },
    ],
    spec: 'test/live/held-look.spec.ts',
  },
  {
    name: 'no cut for a slow client',
    promise: 'A slow client harms nobody',
    edits: [
      {
        file: 'backend/src/live/slow-client.ts',
        find: 'if (waitingFor(socket) <= SLOWEST_BUFFER) return false;',
        replace: 'if (waitingFor(socket) <= Infinity) return false;',
      },
    ],
    spec: 'test/live/slow-client.spec.ts',
  },
  {
    name: 'count only what the socket was handed, not what waits before it',
    promise: 'A slow client harms nobody',
    edits: [
      {
        file: 'backend/src/live/slow-client.ts',
        find: 'for (const { data } of writeBuffer) waiting += data?.length ?? 0;',
        replace: 'void writeBuffer;',
      },
    ],
    spec: 'test/live/slow-client.spec.ts',
  },
  {
    name: 'tell who writes while they write silently',
    promise: 'Nothing shows before the reveal',
    edits: [
      {
        file: 'backend/src/live/presence.ts',
        find: 'if (!writing || (await this.isSilent(meetingId, known.municipalityId))) return;',
        replace: 'if (!writing) return;',
      },
    ],
    spec: 'test/live/presence.spec.ts',
  },
  {
    name: 'leave a caret where its person was',
    promise: 'Revoked means now',
    edits: [
      {
        file: 'backend/src/notes/note-feed.ts',
        find: '    this.carets.drop(socket, noteId);',
        replace: '    void noteId;\n    void socket;',
      },
    ],
    spec: 'test/live/presence.spec.ts',
  },
  {
    name: 'keep a whisper within its replica',
    promise: 'Any replica may die',
    edits: [
      {
        file: 'backend/src/platform/whisper.ts',
        find: 'if (this.heardAt.size > 0) this.say(topic, key, what, rank);',
        replace: '',
      },
    ],
    spec: 'test/live/presence.spec.ts',
  },
  {
    name: 'tell the other replicas nothing',
    promise: 'Any replica may die',
    edits: [
      {
        file: 'backend/src/platform/replica-line.ts',
        find: 'this.timer ??= setTimeout(() => void this.send(), GATHER_MS);',
        replace: '',
      },
    ],
    spec: 'test/live/replicas.spec.ts',
  },
  {
    name: 'say nothing of a Redis that is away',
    promise: 'Any replica may die',
    edits: [
      {
        file: 'backend/src/platform/redis-wire.ts',
        find: "client.on('error', (error: unknown) => this.failed(error));",
        replace: "client.on('error', () => undefined);",
      },
    ],
    spec: 'test/live/redis-away.spec.ts',
  },
  {
    name: 'keep a note’s words in memory for a second',
    promise: 'Any replica may die',
    edits: [
      {
        file: 'backend/src/notes/note.doors.ts',
        find: 'return { version: await this.store.write(socket.data, noteId, bytes, socket.id) };',
        replace:
          'setTimeout(() => void this.store.write(socket.data, noteId, bytes, socket.id).catch(() => undefined), 1_000);\n    return { version: Math.floor(Date.now() / 1000) };',
      },
    ],
    spec: 'test/live/replicas.spec.ts',
  },
  {
    name: 'freeze a link as it was written',
    promise: 'Bad input is answered, not suffered',
    edits: [
      {
        file: 'libs/domain/src/note-shown.ts',
        find: "return mark.type === 'link' && isSafeAddress(href) ?",
        replace: "return mark.type === 'link' ?",
      },
    ],
    spec: 'test/minutes/minutes-notes.spec.ts',
  },
  {
    name: 'let a mention’s name be a text of any length',
    promise: 'Bad input is answered, not suffered',
    edits: [
      {
        file: 'backend/src/notes/examine-update.ts',
        find: '{ id: isMentionId, name: isMentionName }',
        replace: '{ id: isMentionId }',
      },
    ],
    spec: 'test/notes/write.spec.ts',
  },
  {
    name: 'show what a note said before to whoever reads the note',
    promise: 'Nobody sees what is not theirs',
    edits: [
      {
        file: 'backend/src/notes/note-history.sql',
        find: 'if rel & 2 = 0 then',
        replace: 'if rel & 14 = 0 then',
      },
      // What the statement lets through the rule of each field would stop.
      {
        file: 'backend/src/notes/notes.policy.ts',
        find: "row: 'note history',\n    viewers: { author: 'yes', team_member: 'yes' },",
        replace:
          "row: 'note history',\n    viewers: { author: 'yes', team_member: 'yes', team_coach: 'yes', meeting_guest: 'yes' },",
      },
    ],
    spec: 'test/notes/history.spec.ts',
  },
  {
    name: 'keep a CPR number in what a note said before',
    promise: 'No CPR number is kept',
    edits: [
      {
        file: 'backend/src/notes/note-builder.ts',
        find: 'if (cprFindings === 0) await keepHistory(',
        replace: 'await keepHistory(',
      },
    ],
    spec: 'test/notes/history.spec.ts',
  },
  {
    name: 'tell a replica that has just started nothing of who stands still',
    promise: 'Any replica may die',
    edits: [{ file: 'backend/src/notes/carets.ts', find: 'whisper.onBeat(() => this.restate());', replace: '' }],
    spec: 'test/live/presence.spec.ts',
  },
  {
    name: 'show a move at each beat of somebody who stands still',
    promise: 'Any replica may die',
    edits: [{ file: 'backend/src/notes/carets.ts', find: 'if (!isKnown) this.rooms', replace: 'this.rooms' }],
    spec: 'test/live/presence.spec.ts',
  },
  {
    name: 'let a caret rest though its person writes',
    promise: 'Text never diverges or vanishes',
    edits: [
      {
        file: 'frontend/src/notes/parts/note-carets.ts',
        find: 'now === NOWHERE || Date.now() - toldAt < SAID_AGAIN_MS',
        replace: 'true',
      },
    ],
    side: 'frontend',
    spec: 'src/notes/parts/note-carets.spec.ts',
  },
];
