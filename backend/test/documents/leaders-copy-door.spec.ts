import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VIEWER_BITS } from '../../src/access/viewer-column.ts';
import { asCopied } from '../../src/documents/shared-minutes.door.ts';
import { GatheredUses } from '../../src/privacy/gathered-uses.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';
import { fetchCopy, held, SORTS } from './fetched.ts';
import { readPdf, tagged, wordsOf } from './read-pdf.ts';

const SHARING = 'query($id: ID!) { minutesSharing(meetingId: $id) { fingerprint shared { id } } }';
const SHARE = 'mutation($id: ID!, $seen: String!) { shareMinutes(meetingId: $id, seen: $seen) { id } }';
const REVOKE = 'mutation($id: ID!) { revokeMinutesShare(meetingId: $id) { id } }';
const id = IDS.meeting;

let world: World;
let anne: Caller;
let leder: Caller;
let share: string;
beforeAll(async () => {
  world = await startWorld();
  [anne, leder] = [await world.signIn('anne'), await world.signIn('leder')];
  await held(world);
  await world.admin.query(
    `update action set origin_meeting_id = '${id}', origin_item_id = '${IDS.items[3]}', due_on = '2026-12-04', expected_signs = '{"De går i gang"}' where id = '${IDS.trial}';
     insert into action_responsible (municipality_id, action_id, person_id) values ('${IDS.municipality}', '${IDS.trial}', '${PEOPLE.mads.id}') on conflict do nothing;
     insert into minutes (id, municipality_id, meeting_id, state, approved_at, snapshot, fingerprint)
       select '${id}', '${IDS.municipality}', '${id}', 'APPROVED', now(), minutes_text('${id}'), 'x'`,
  );
});
afterAll(() => world.stop());

const sharing = async () => (await anne.ask(SHARING, { id }))['minutesSharing'];
const give = async (): Promise<string> => {
  await anne.ask(SHARE, { id, seen: (await sharing()).fingerprint });
  return (await sharing()).shared.id;
};
/** What the school's leaders were told, newest last. */
const told = async () =>
  (
    await world.admin.query(
      `select entity, entity_id as id, fields from change where scope_kind = 'PERSON' and scope_id = $1 and entity = 'SharedMinutes' order by version`,
      [PEOPLE.leder.id],
    )
  ).rows;

describe('the leader’s copy as a file', () => {
  it('is nobody’s before it is shared, and nobody’s but the team’s, its coach’s and the school’s leaders’ after', async () => {
    expect((await fetchCopy(leder, id, 'pdf')).status).toBe(404);
    share = await give();
    expect(await fetchCopy(world.stranger(), share, 'pdf')).toMatchObject({ status: 401, code: 'SIGNED_OUT' });
    for (const name of [
      'ove',
      'klyngeleder',
      'bodil',
      'laeser',
      'konsulent',
      'admin',
      'dpo',
      'gaest',
      'nabo',
      'naboleder',
    ] as const) {
      const caller = await world.signIn(name);
      for (const sort of SORTS) expect((await fetchCopy(caller, share, sort)).status, `${name} ${sort}`).toBe(404);
    }
    expect((await fetchCopy(leder, share, 'exe')).status).toBe(404);
    for (const caller of [leder, anne, await world.signIn('coach')])
      for (const sort of SORTS) expect((await fetchCopy(caller, share, sort)).status).toBe(200);
  });

  it('is tagged as PDF/UA-1 in Danish, with a heading for each item, and is named for its team and week', async () => {
    const { bytes, headers } = await fetchCopy(leder, share, 'pdf');
    const pdf = await readPdf(bytes);
    expect(pdf.xmp).toMatch(/<pdfuaid:part>1</);
    expect(pdf).toMatchObject({ language: 'da-DK', isMarked: true });
    expect(pdf.title).toMatch(/^Delt referat: .+, uge 48, 5\. årgang, Askeskolen$/);
    expect(tagged(pdf.tags, 'H1')).toHaveLength(1);
    expect(wordsOf(pdf.tags, 'H2').slice(0, IDS.items.length)).toHaveLength(IDS.items.length);
    expect(headers.get('content-disposition')).toContain('filename="Delt referat 5. aargang uge 48, 2026.pdf"');
  });

  it('names no person, no attendance and no clock time, in any sort', async () => {
    const { words } = await readPdf((await fetchCopy(leder, share, 'pdf')).bytes);
    expect(words).toContain('teamet, uge 49');
    for (const name of [PEOPLE.anne.name, PEOPLE.mads.name, PEOPLE.gaest.name]) expect(words).not.toContain(name);
    for (const time of ['13:3', '13.3', '14.3', '14:3', 'november', 'december']) {
      // Only the day it was shared stands in it.
      expect(words.replace(/Delt med skoleledelsen \d+\. \p{L}+ \d+/u, ''), time).not.toContain(time);
    }
  });

  it('holds each part only for whoever may read that part', () => {
    const copy = { amendments: ['a'], items: [{ decisions: ['b'], actions: [{}], amendments: ['c'] }] };
    const row = (relation: number) => asCopied({ copy, _rel: relation } as never).copy;
    expect(row(VIEWER_BITS.school_leader)).toEqual(copy);
    expect(() => row(VIEWER_BITS.cluster_leader)).toThrow('NOT_FOUND');
    expect(() => row(0)).toThrow('NOT_FOUND');
  });

  it('leaves a line in the audit, is told by its own id, and is gone when the team takes it back', async () => {
    await world.app.get(GatheredUses, { strict: false }).flush();
    const { rows } = await world.admin.query(
      `select distinct object_id from audit_event where verb = 'EXPORT' and object = 'SharedMinutes' and actor_id = $1`,
      [PEOPLE.leder.id],
    );
    expect(rows).toEqual([{ object_id: share }]);
    expect(await told()).toEqual([{ entity: 'SharedMinutes', id: share, fields: { hint: true } }]);
    await anne.ask(REVOKE, { id });
    for (const sort of SORTS) expect((await fetchCopy(leder, share, sort)).status).toBe(404);
    expect((await told()).map((one: { id: string }) => one.id)).toEqual([share, share]);
    const next = await give();
    expect((await told()).at(-1).id).toBe(next);
  });
});
