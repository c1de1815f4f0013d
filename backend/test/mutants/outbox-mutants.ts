import type { Mutant } from './mutants.ts';

/** The outbox’s: what lies on a device, and whom it opens for. */
export const OUTBOX_MUTANTS: readonly Mutant[] = [
  {
    name: 'skip the outbox',
    promise: 'Text never diverges or vanishes',
    edits: [
      {
        file: 'frontend/src/notes/parts/unsent-words.ts',
        find: 'for (const { key, bytes, clientId } of kept) {',
        replace: 'for (const { key, bytes, clientId } of kept.slice(kept.length)) {',
      },
    ],
    spec: 'test/notes/converge.spec.ts',
  },
  {
    name: 'keep words on the device as they are',
    promise: 'Only those who may',
    edits: [
      {
        file: 'frontend/src/notes/parts/outbox-device.ts',
        find: "      const adding = this.database.transaction('entries', 'readwrite');\n      const added",
        replace:
          "      text.bytes = new Uint8Array(bytes).buffer;\n      const adding = this.database.transaction('entries', 'readwrite');\n      const added",
      },
    ],
    side: 'frontend',
    spec: 'src/notes/parts/outbox-device.spec.ts',
  },
  {
    name: 'wrap the device’s key without its person’s secret',
    promise: 'Only those who may',
    edits: [
      {
        file: 'frontend/src/notes/parts/outbox-key.ts',
        find: 'Uint8Array.from(atob(secret), (sign) => sign.charCodeAt(0))',
        replace: 'Uint8Array.from(atob(secret), () => 0)',
      },
    ],
    side: 'frontend',
    spec: 'src/notes/parts/outbox-device.spec.ts',
  },
  {
    name: 'put words in the outbox in whatever order they are sealed',
    promise: 'Text never diverges or vanishes',
    edits: [
      {
        file: 'frontend/src/notes/parts/outbox-device.ts',
        find: 'const put = this.last.then(async () => {',
        replace:
          'const put = Promise.resolve().then(async () => {\n      if (Math.random() < 0.5) await new Promise((resolve) => setTimeout(resolve, 5));',
      },
    ],
    side: 'frontend',
    spec: 'src/notes/parts/outbox-device.spec.ts',
  },
  {
    name: 'let a colleague read another’s outbox secret',
    promise: 'Only those who may',
    edits: [
      {
        file: 'backend/migrations/0010-outbox.sql',
        find: 'create policy own on outbox_secret as restrictive using (person_id = (select app_person()))\n  with check (person_id = (select app_person()));',
        replace: '',
      },
    ],
    spec: 'test/access/second-lock.spec.ts',
  },
  {
    name: 'let a spoilt piece on the device keep its note from opening',
    promise: 'Text never diverges or vanishes',
    edits: [
      {
        file: 'frontend/src/notes/parts/unsent-words.ts',
        find: 'if (!isReadable({ bytes })) {',
        replace: 'if (bytes.length === 0) {',
      },
    ],
    side: 'frontend',
    spec: 'src/notes/parts/unsent-words.spec.ts',
  },
  {
    name: 'send again and again what the server will never take',
    promise: 'Text never diverges or vanishes',
    edits: [
      {
        file: 'frontend/src/notes/parts/note-sync.ts',
        find: 'if (SPOILT.has(answer.refused)) return void this.without(sent, answer.refused);',
        replace: '',
      },
    ],
    side: 'frontend',
    spec: 'src/notes/parts/unsent-words.spec.ts',
  },
  {
    name: 'wait for ever for what a spoilt piece took with it',
    promise: 'Text never diverges or vanishes',
    edits: [
      {
        file: 'frontend/src/notes/parts/unsent-words.ts',
        find: 'if (forLong.length > 0) await this.setAside(forLong);',
        replace: '',
      },
    ],
    side: 'frontend',
    spec: 'src/notes/parts/unsent-words.spec.ts',
  },
  {
    name: 'say that a full device keeps what is written',
    promise: 'Text never diverges or vanishes',
    edits: [
      {
        file: 'frontend/src/notes/parts/unsent-words.ts',
        find: 'piece.isLoose = true;',
        replace: '',
      },
    ],
    side: 'frontend',
    spec: 'src/notes/parts/unsent-words.spec.ts',
  },
  {
    name: 'delete without a word what a new key does not open',
    promise: 'Text never diverges or vanishes',
    edits: [
      {
        file: 'frontend/src/notes/parts/outbox-device.ts',
        find: "await setAside(database, await database.getAllFromIndex('entries', 'person', personId));",
        replace: 'await removeAll(database, personId);',
      },
    ],
    side: 'frontend',
    spec: 'src/notes/parts/outbox-device.spec.ts',
  },
  {
    name: 'wait for an answer when the page is closed',
    promise: 'Text never diverges or vanishes',
    edits: [
      {
        file: 'frontend/src/notes/parts/note-sync.ts',
        find: 'if (own.length > 0) this.emit(own, () => undefined);',
        replace: 'if (own.length > 0) this.send();',
      },
    ],
    side: 'frontend',
    spec: 'src/notes/parts/unsent-words.spec.ts',
  },
];
