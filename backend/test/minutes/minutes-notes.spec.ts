import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { noted, paragraph, Writer } from '../notes/writer.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  await anne.ask('mutation($id: ID!) { startMeeting(meetingId: $id) { id } }', { id: IDS.meeting });
});
afterAll(() => world.stop());

const id = IDS.meeting;
const READ = `query($id: ID!) { minutes(meetingId: $id) { state revision fingerprint text { note noteDoc items { id note noteDoc } } } }`;
const minutes = async (caller: Caller) => (await caller.ask(READ, { id }))['minutes'];

/** Ends the meeting where the clock and the room would have brought it. */
const held = () =>
  world.admin.query(
    `update meeting set state = 'HELD', ended_at = now() where id = '${id}';
     update meeting_participant set attendance = 'PRESENT' where meeting_id = '${id}' and person_id = '${PEOPLE.anne.id}';
     update agenda_item set state = 'DONE', outcome = 'DISCUSSED' where meeting_id = '${id}'`,
  );

const HOSTILE = [
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'https://a.dk/ onmouseover=alert(1)',
];

/** Writes under an item what no editor of ours would: links to scripts, markup as words; and a heading, as one would. */
async function writeHostile(noteId: string): Promise<void> {
  const writer = new Writer(await world.connectLive(anne), noteId);
  expect(await writer.open()).toMatchObject({ ok: true });
  const bytes = writer.edit((root) => {
    const heading = new Y.XmlElement('heading');
    heading.insert(0, [new Y.XmlText('Det så vi')]);
    const linked = (words: string, href: string) => {
      const text = new Y.XmlText();
      text.insert(0, words, { link: { href } });
      const line = new Y.XmlElement('paragraph');
      line.insert(0, [text]);
      return line;
    };
    const links = HOSTILE.map((href) => linked('Læs her', href));
    const good = linked('EMU', 'https://emu.dk');
    root.push([heading, ...links, good, paragraph('<img src=x onerror=alert(1)>')]);
  });
  const stored = await writer.send(bytes);
  if (!stored.ok) throw new Error(stored.refused);
  await vi.waitFor(
    async () => {
      const { rows } = await world.admin.query('select from note where id = $1 and built >= $2', [
        noteId,
        stored.version,
      ]);
      expect(rows).toHaveLength(1);
    },
    { timeout: 15_000, interval: 100 },
  );
}

interface Shown {
  id: string;
  note: string;
  noteDoc: unknown;
}

const itemOf = (read: { text: { items: Shown[] } }, itemId: string) =>
  read.text.items.find((item) => item.id === itemId)!;

describe('a note in minutes', () => {
  const hostile = IDS.items[0]!;

  it('is a tree with headings and safe links; a hostile link is words, and markup is a text', async () => {
    await writeHostile(hostile);
    await noted(world, anne, id, 'Næste gang begynder vi 14.15');
    await held();
    const { note, noteDoc } = itemOf(await minutes(anne), hostile);
    const whole = JSON.stringify(noteDoc);
    for (const address of HOSTILE) expect(whole).not.toContain(JSON.stringify(address).slice(1, -1));
    expect(noteDoc).toMatchObject({
      type: 'doc',
      content: expect.arrayContaining([
        { type: 'heading', content: [{ type: 'text', text: 'Det så vi' }] },
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'EMU', marks: [{ type: 'link', attrs: { href: 'https://emu.dk' } }] }],
        },
        { type: 'paragraph', content: [{ type: 'text', text: '<img src=x onerror=alert(1)>' }] },
      ]),
    });
    expect(note).toContain('Læs her');
  });

  it('that was plain text all along, or says something else than its tree, is read as text', async () => {
    const { note, noteDoc } = itemOf(await minutes(anne), IDS.items[2]!);
    expect({ note, noteDoc }).toEqual({ note: 'Note til punkt 3', noteDoc: null });
    const before = itemOf(await minutes(anne), hostile).note;
    await world.admin.query(`update agenda_item set note = 'Noget andet' where id = $1`, [hostile]);
    expect(itemOf(await minutes(anne), hostile)).toMatchObject({ note: 'Noget andet', noteDoc: null });
    await world.admin.query('update agenda_item set note = $2 where id = $1', [hostile, before]);
  });
});

describe('the meeting’s own note', () => {
  it('stands in the minutes, and is kept from whoever may not read them', async () => {
    expect((await minutes(anne)).text.note).toBe('Næste gang begynder vi 14.15');
    for (const name of ['leder', 'nabo', 'ove', 'admin'] as const)
      expect(await (await world.signIn(name)).refusal(READ, { id }), name).toEqual({ code: 'NOT_FOUND' });
  });

  it('is frozen with the rest, under the same fingerprint', async () => {
    await anne.ask('mutation($id: ID!) { proposeMinutes(meetingId: $id) { id } }', { id });
    await anne.ask('mutation($id: ID!) { tapMinutes(meetingId: $id) { id } }', { id });
    const frozen = await minutes(anne);
    expect(frozen).toMatchObject({ state: 'APPROVED', text: { note: 'Næste gang begynder vi 14.15' } });
    await world.admin.query(`update note set text = 'Skrevet om bagefter', doc = '{"type": "doc"}'`);
    expect(await minutes(anne)).toEqual(frozen);
    const { rows } = await world.admin.query(
      'select minutes_fingerprint(snapshot) = fingerprint as holds from minutes where meeting_id = $1',
      [id],
    );
    expect(rows).toEqual([{ holds: true }]);
  });

  it('is missing from minutes that were frozen before it was part of them, and they are read as they are', async () => {
    await world.admin.query(
      `alter table minutes disable trigger user;
       update minutes set snapshot = t.body, fingerprint = minutes_fingerprint(t.body)
       from (select x.id, jsonb_set(x.snapshot - 'note' - 'noteDoc', '{items}',
         (select jsonb_agg(i - 'noteDoc') from jsonb_array_elements(x.snapshot->'items') i)) as body from minutes x) t where t.id = minutes.id;
       alter table minutes enable trigger user`,
    );
    const old = await minutes(anne);
    expect(old).toMatchObject({ state: 'APPROVED', text: { note: null, noteDoc: null } });
    expect(itemOf(old, IDS.items[0]!)).toMatchObject({ note: expect.stringContaining('Det så vi'), noteDoc: null });
  });
});
