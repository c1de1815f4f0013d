import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { IDS, PEOPLE, startWorld, type PersonName, type World } from '../world.ts';
import { newNote } from './tabs.ts';
import { mentioning, paragraph, Writer } from './writer.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  const anne = await world.signIn('anne');
  await anne.ask('mutation($id: ID!) { startMeeting(meetingId: $id) { id } }', { id: IDS.meeting });
});
afterAll(() => world.stop());

const noteId = IDS.items[1]!;

async function writer(name: PersonName, id: string = noteId): Promise<Writer> {
  return new Writer(await world.connectLive(await world.signIn(name)), id);
}

/** A writer who has the note open. */
async function opened(name: PersonName, id: string = noteId): Promise<Writer> {
  const one = await writer(name, id);
  expect(await one.open()).toMatchObject({ ok: true });
  return one;
}

const storedIn = async (id: string): Promise<number> =>
  Number((await world.admin.query('select number from note where id = $1', [id])).rows[0]?.number ?? 0);

describe('a note opens only for those who belong in its meeting', () => {
  it('foreign, missing and malformed notes are answered alike to a stranger, and nothing is made', async () => {
    for (const name of ['nabo', 'ove', 'leder', 'konsulent', 'admin', 'dpo', 'laeser'] as const) {
      expect(await (await writer(name)).open(), name).toEqual({ ok: false, refused: 'NOT_FOUND' });
      expect(await (await writer(name)).write('Jeg var her'), name).toEqual({ ok: false, refused: 'NOT_FOUND' });
    }
    const nobody = await writer('nabo', '00000000-0000-4000-8000-0000000000ff');
    expect(await nobody.open()).toEqual({ ok: false, refused: 'NOT_FOUND' });
    expect(await (await writer('anne', 'x')).open()).toEqual({ ok: false, refused: 'INPUT_REFUSED' });
    expect((await world.admin.query('select from note_update')).rows).toHaveLength(0);
  });

  it('the team and an invited guest write; each sees what the other wrote', async () => {
    const [anne, guest] = [await opened('anne'), await opened('gaest')];
    expect(anne.mayWrite && guest.mayWrite).toBe(true);
    expect(await anne.write('Fælles lektionsstart virker')).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(guest.lines).toContain('Fælles lektionsstart virker'));
    expect(await guest.write('Også i 5.b')).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(anne.lines.slice(-2)).toEqual(['Fælles lektionsstart virker', 'Også i 5.b']));
  });

  it('whoever opens a new note at the same moment as others gets in with them', async () => {
    const names = ['anne', 'mads', 'gaest'] as const;
    const sockets = await Promise.all(names.map(async (name) => world.connectLive(await world.signIn(name))));
    for (let round = 0; round < 60; round += 1) {
      const id = await newNote(world.admin);
      const answers = await Promise.all(sockets.map((socket) => new Writer(socket, id).open()));
      expect(answers.map((answer) => answer.ok)).toEqual([true, true, true]);
    }
  });

  it('a note of a meeting that has not begun is read and not written', async () => {
    const anne = await opened('anne', IDS.draftItem);
    expect(anne.mayWrite).toBe(false);
    expect(await anne.write('For tidligt')).toEqual({ ok: false, refused: 'STEP_NOT_POSSIBLE' });
  });
});

describe('nobody writes in another’s name', () => {
  it('an update under a colleague’s client id is refused, and their words stay', async () => {
    const [anne, mads] = [await opened('anne'), await opened('mads')];
    await anne.write('Annes ord');
    const before = await storedIn(noteId);
    const forger = new Y.Doc();
    forger.clientID = anne.doc.clientID;
    forger.getXmlFragment('note').push([paragraph('Det har Anne aldrig sagt')]);
    expect(await mads.send(Y.encodeStateAsUpdate(forger))).toEqual({ ok: false, refused: 'CLIENT_REFUSED' });
    expect(await storedIn(noteId)).toBe(before);
    expect((await opened('mads')).lines).toContain('Annes ord');
  });

  it('a client id that a colleague writes under is not given again', async () => {
    const anne = await opened('anne');
    const mads = await writer('mads');
    mads.doc.clientID = anne.doc.clientID;
    expect(await mads.open()).toEqual({ ok: false, refused: 'CLIENT_TAKEN' });
  });

  it('what leaves a hole in one’s own writing is refused, and goes in when what came before it does', async () => {
    const anne = await opened('anne');
    const first = anne.edit((root) => root.push([paragraph('Først')]));
    const second = anne.edit((root) => root.push([paragraph('Så')]));
    expect(await anne.send(second)).toEqual({ ok: false, refused: 'CLIENT_REFUSED' });
    expect(await anne.send(first)).toMatchObject({ ok: true });
    expect(await anne.send(second)).toMatchObject({ ok: true });
  });

  it('what is sent twice is stored once, and answered with the same number', async () => {
    const anne = await opened('anne');
    const bytes = anne.edit((root) => root.push([paragraph('En gang')]));
    const once = await anne.send(bytes);
    expect(await anne.send(bytes)).toEqual(once);
    expect((await opened('mads')).lines.filter((line) => line === 'En gang')).toHaveLength(1);
  });
});

describe('bad input ends in a clear refusal and harms nobody', () => {
  const nine = new Uint8Array([1, 255, 255, 255, 255, 15, 1, 0, 4]);
  const make = (change: (doc: Y.Doc) => void): Uint8Array => {
    const doc = new Y.Doc();
    change(doc);
    return Y.encodeStateAsUpdate(doc);
  };
  const hostile: [string, Uint8Array][] = [
    ['nine bytes that ask for hundreds of megabytes', nine],
    ['noise', new Uint8Array([7, 7, 7, 7, 7, 7])],
    ['nothing', new Uint8Array([0, 0])],
    ['no bytes at all', new Uint8Array()],
    ['text under a hidden root', make((doc) => doc.getText('hidden').insert(0, 'hemmelig'))],
    ['a map', make((doc) => doc.getMap('note').set('a', 'b'))],
    ['an element that no note has', make((doc) => doc.getXmlFragment('note').push([new Y.XmlElement('script')]))],
    [
      'an attribute that no note has',
      make((doc) => {
        const element = paragraph('x');
        element.setAttribute('onclick', 'alert(1)');
        doc.getXmlFragment('note').push([element]);
      }),
    ],
    [
      'a text hidden in an attribute',
      make((doc) => {
        const element = paragraph('x');
        element.setAttribute('title', 'lang '.repeat(1_000));
        doc.getXmlFragment('note').push([element]);
      }),
    ],
    ...(
      [
        ['a mention of nobody', { id: 'anne', name: 'Anne' }],
        ['a mention that is a script', { id: '"><script>alert(1)</script>', name: 'Anne' }],
        ['a mention with a text for a name', { id: PEOPLE.anne.id, name: 'a'.repeat(121) }],
        ['a mention without a name', { id: PEOPLE.anne.id, name: '' }],
        ['a mention of several lines', { id: PEOPLE.anne.id, name: 'Anne\nMads' }],
        ['a mention with a number for a name', { id: PEOPLE.anne.id, name: 7 as unknown as string }],
      ] as [string, { id: string; name: string }][]
    ).map(([name, attrs]): [string, Uint8Array] => [
      name,
      make((doc) => doc.getXmlFragment('note').push([mentioning(attrs)])),
    ]),
    ['more than an update may hold', make((doc) => doc.getXmlFragment('note').push([paragraph('x'.repeat(210_000))]))],
  ];

  it.each(hostile)('%s is refused before it is stored', async (_name, bytes) => {
    const anne = await opened('anne');
    const before = await storedIn(noteId);
    expect(await anne.send(bytes)).toEqual({ ok: false, refused: 'UPDATE_REFUSED' });
    expect(await storedIn(noteId)).toBe(before);
    expect(await anne.write('Jeg kan stadig skrive')).toMatchObject({ ok: true });
  });

  it('an update that leans on words nobody wrote is refused', async () => {
    const anne = await opened('anne');
    const doc = new Y.Doc();
    doc.clientID = 77_777;
    doc.getXmlFragment('note').push([paragraph('ukendt')]);
    const onIt = new Y.Doc();
    Y.applyUpdate(onIt, Y.encodeStateAsUpdate(doc));
    onIt.clientID = anne.doc.clientID;
    const before = Y.encodeStateVector(onIt);
    onIt.getXmlFragment('note').push([paragraph('hænger i luften')]);
    expect(await anne.send(Y.encodeStateAsUpdate(onIt, before))).toEqual({ ok: false, refused: 'UPDATE_REFUSED' });
  });

  it('bytes that are none are refused at the door', async () => {
    const anne = await opened('anne');
    for (const none of ['æøå', 'AAA', { length: 9 }, new Uint8Array([0]), 7, null]) {
      const request = { noteId: anne.noteId, clientId: anne.doc.clientID, bytes: none as string };
      expect(await anne.socket.emitWithAck('note:write', request)).toEqual({ ok: false, refused: 'INPUT_REFUSED' });
    }
  });
});

describe('a note is read where no editor is', () => {
  it('its text stands in the meeting a moment after the last word', async () => {
    const anne = await opened('anne', IDS.items[2]);
    await anne.write('Til referatet');
    const reader = await world.signIn('mads');
    await vi.waitFor(
      async () => {
        const { meeting } = await reader.ask('query($id: ID!) { meeting(id: $id) { items { id note } } }', {
          id: IDS.meeting,
        });
        expect(meeting.items.find((item: { id: string }) => item.id === IDS.items[2]).note).toContain('Til referatet');
      },
      { timeout: 8_000, interval: 100 },
    );
  });

  it('what was plain text before is the note’s first paragraph, once for everybody', async () => {
    const id = IDS.items[3]!;
    await world.admin.query(`update agenda_item set note = E'Fra før\\nTo linjer' where id = $1`, [id]);
    const [anne, mads] = await Promise.all([opened('anne', id), opened('mads', id)]);
    expect(anne.lines).toEqual(['Fra før', 'To linjer']);
    expect(mads.lines).toEqual(['Fra før', 'To linjer']);
  });
});

describe('a colleague who is mentioned', () => {
  it('stands in the text by name, and their id is never taken for a number', async () => {
    const id = await newNote(world.admin);
    const anne = await opened('anne', id);
    // Read as digits, this id holds ten that could be a CPR number.
    const person = '00000000-0000-4000-8000-00ab01019012';
    const looksLikeOne = 'ab010190-1234-4000-8000-000000000000';
    await anne.send(anne.edit((root) => root.push([mentioning({ id: looksLikeOne, name: 'Mads Juhl' })])));
    await anne.send(anne.edit((root) => root.push([mentioning({ id: person, name: 'Anne <b>Kjær</b>' })])));
    await vi.waitFor(
      async () => {
        const { rows } = await world.admin.query('select text, cpr_findings from note where id = $1', [id]);
        expect(rows[0]).toEqual({ text: '@Mads Juhl\n@Anne <b>Kjær</b>', cpr_findings: 0 });
      },
      { timeout: 15_000 },
    );
  });
});

describe('revoked means now', () => {
  it('somebody whose membership ends is sent nothing more of a note and can’t write', async () => {
    const [trine, anne] = [await opened('trine'), await opened('anne')];
    const gone = new Promise((resolve) => trine.socket.once('gone', resolve));
    await world.admin.query(`update team_membership set valid_to = current_date - 1 where person_id = $1`, [
      PEOPLE.trine.id,
    ]);
    await gone;
    await anne.write('Efter at Trine gik');
    expect(await trine.write('Jeg er her endnu')).toEqual({ ok: false, refused: 'NOT_FOUND' });
    expect(trine.lines).not.toContain('Efter at Trine gik');
  });
});
