import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { GatheredUses } from '../../src/privacy/gathered-uses.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';
import { noted, Writer } from './writer.ts';

const HISTORY =
  'query($id: ID!, $after: String) { noteHistory(noteId: $id, after: $after) { id versions { id at text doc } cursor } }';

interface Answer {
  noteHistory: {
    id: string;
    versions: { id: string; at: string; text: string; doc: unknown }[];
    cursor: string | null;
  };
}

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  await anne.ask('mutation($id: ID!) { startMeeting(meetingId: $id) { id } }', { id: IDS.meeting });
});
afterAll(() => world.stop());

const noteId = IDS.items[1]!;

const versionsOf = async (id: string, after: string | null = null) =>
  ((await anne.ask(HISTORY, { id, after })) as Answer).noteHistory;

/** Makes what is kept older, so that the next reading is kept too. */
const fiveMinutesLater = (id: string) =>
  world.admin.query(`update note_history set at = at - interval '6 minutes' where note_id = $1`, [id]);

describe('what a note said before', () => {
  it('is the team’s alone: foreign, missing and malformed notes are answered alike', async () => {
    await noted(world, anne, noteId, 'Fælles lektionsstart');
    const outside = ['nabo', 'ove', 'leder', 'klyngeleder', 'konsulent', 'admin', 'dpo', 'laeser'] as const;
    // Coach and guest read the note while they attend; what it said before is not theirs.
    for (const name of [...outside, 'coach', 'gaest'] as const) {
      const caller = await world.signIn(name);
      for (const id of [noteId, IDS.meeting, '00000000-0000-4000-8000-0000000000ff', 'x'])
        expect(await caller.refusal(HISTORY, { id, after: null }), `${name} ${id}`).toMatchObject({
          code: 'NOT_FOUND',
        });
    }
  });

  it('has pages that begin where a page ended, and nowhere else', async () => {
    for (const after of ['x', `${noteId}`, "2026-11-26T10:00:00Z_' or true --", `i går_${noteId}`])
      expect(await anne.refusal(HISTORY, { id: noteId, after }), after).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is read newest first, a page at a time, without one twice or left out', async () => {
    const id = IDS.items[3]!;
    expect(await versionsOf(id)).toEqual({ id, versions: [], cursor: null });
    await noted(world, anne, id, 'Nu');
    await world.admin.query(
      `insert into note_history (municipality_id, note_id, number, text, doc, at)
       select $2, $1, 1000 + n, 'Udgave ' || n, '{}', now() - n / 2 * interval '1 hour' from generate_series(2, 30) n`,
      [id, IDS.municipality],
    );
    const read: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await versionsOf(id, cursor);
      expect(page.versions.length).toBeLessThanOrEqual(12);
      read.push(...page.versions.map((one) => one.text));
      cursor = page.cursor;
    } while (cursor !== null);
    expect(read[0]).toMatch(/Nu$/);
    expect(new Set(read).size).toBe(30);
    expect(read).toHaveLength(30);
  });

  it('comes with its shape, not as plain text alone', async () => {
    const [newest] = (await versionsOf(noteId)).versions;
    expect(newest!.doc).toMatchObject({
      type: 'doc',
      content: expect.arrayContaining([
        { type: 'paragraph', content: [{ type: 'text', text: 'Fælles lektionsstart' }] },
      ]),
    });
  });

  it('leaves a line in the audit with the note’s id and none of its words', async () => {
    await versionsOf(noteId);
    await world.app.get(GatheredUses, { strict: false }).flush();
    const { rows } = await world.admin.query(
      `select object, criterion from audit_event where object = 'NoteHistory' and object_id = $1 and actor_id = $2`,
      [noteId, PEOPLE.anne.id],
    );
    expect(rows[0]).toEqual({ object: 'NoteHistory', criterion: null });
  });
});

describe('a CPR number in a note', () => {
  const PROPOSE = 'mutation($id: ID!) { proposeMinutes(meetingId: $id) { id } }';
  const NUMBER = '010190-1234';
  const everywhere = async (id: string): Promise<string> => {
    const { rows } = await world.admin.query<{ all: string }>(
      `select jsonb_build_array(
         (select jsonb_agg(to_jsonb(h)) from note_history h where note_id = $1),
         (select jsonb_agg(encode(u.bytes, 'escape')) from note_update u where note_id = $1),
         (select to_jsonb(n) from note n where id = $1), (select to_jsonb(i) from agenda_item i where id = $1))::text as all`,
      [id],
    );
    return rows[0]!.all;
  };

  it('keeps the minutes from being proposed, is in no earlier version, and is gone everywhere once it is deleted', async () => {
    const id = IDS.items[2]!;
    await noted(world, anne, id, 'Før tallet');
    await fiveMinutesLater(id);
    await noted(world, anne, id, `Ring til ${NUMBER}`);
    expect(await everywhere(id)).toContain(NUMBER);
    expect((await versionsOf(id)).versions.map((one) => one.text)).toEqual(['Note til punkt 3\nFør tallet']);

    await anne.ask('mutation($id: ID!) { finishMeeting(meetingId: $id) { id } }', { id: IDS.meeting });
    expect(await anne.refusal(PROPOSE, { id: IDS.meeting })).toMatchObject({
      code: 'INPUT_REFUSED',
      fields: [{ field: 'note', problem: 'CPR' }],
      current: { items: [id] },
    });

    const writer = new Writer(await world.connectLive(anne), id);
    await writer.open();
    const removed = writer.edit((root) => root.delete(root.length - 1, 1));
    expect(await writer.send(removed)).toMatchObject({ ok: true });
    await vi.waitFor(async () => expect(await everywhere(id)).not.toContain(NUMBER), { timeout: 15_000 });
    expect((await versionsOf(id)).versions.map((one) => one.text).join()).not.toContain(NUMBER);
    await anne.ask(PROPOSE, { id: IDS.meeting });
  });
});
