import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abilityNamed } from '../../src/access/policy.ts';
import { VIEWER_BITS } from '../../src/access/viewer-column.ts';
import { asRead } from '../../src/documents/minutes.door.ts';
import { DocumentMakers, MOST_OF_ONE, MOST_WAITING } from '../../src/documents/makers.ts';
import { minutesPolicy } from '../../src/minutes/minutes.policy.ts';
import { GatheredUses } from '../../src/privacy/gathered-uses.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';
import { fetchMinutes, held, SORTS } from './fetched.ts';

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
});
afterAll(() => world.stop());

const id = IDS.meeting;
const mutation = (name: string) => `mutation($id: ID!) { ${name}(meetingId: $id) { id } }`;

async function exports(): Promise<unknown[]> {
  await world.app.get(GatheredUses, { strict: false }).flush();
  const { rows } = await world.admin.query(
    `select actor_id, object, object_id from audit_event where verb = 'EXPORT' order by number`,
  );
  return rows;
}

describe('minutes as a file', () => {
  it('are not there before the meeting was held', async () => {
    for (const sort of SORTS) expect(await fetchMinutes(anne, id, sort)).toMatchObject({ status: 404 });
    await held(world);
  });

  it('are given to nobody who is not signed in', async () => {
    for (const sort of SORTS)
      expect(await fetchMinutes(world.stranger(), id, sort)).toMatchObject({ status: 401, code: 'SIGNED_OUT' });
  });

  it('are answered alike, to the letter, whether foreign, missing, no id, or no sort of file', async () => {
    const anotherTeam = await world.signIn('ove');
    const answers = [
      await fetchMinutes(anotherTeam, id, 'pdf'),
      await fetchMinutes(anne, IDS.otherMeeting, 'pdf'),
      await fetchMinutes(anne, '00000000-0000-7000-8000-00000000dead', 'word'),
      await fetchMinutes(anne, "1'; select 1", 'pdf'),
      await fetchMinutes(anne, '..%2f..%2fetc', 'arkiv'),
      await fetchMinutes(anne, id, 'exe'),
    ];
    const seen = answers.map(({ status, code, words, headers }) => ({
      status,
      code,
      words,
      type: headers.get('content-type'),
    }));
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(seen[0]).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
      words: 'Det findes ikke, eller du har ikke adgang til det.\n',
    });
  });

  it('are nobody’s who may not read the page: while open the team’s, and a guest’s who attends', async () => {
    for (const name of [
      'leder',
      'klyngeleder',
      'bodil',
      'laeser',
      'konsulent',
      'admin',
      'dpo',
      'nabo',
      'coach',
    ] as const) {
      const caller = await world.signIn(name);
      for (const sort of SORTS) expect((await fetchMinutes(caller, id, sort)).status, `${name} ${sort}`).toBe(404);
    }
    for (const name of ['mads', 'trine', 'gaest'] as const)
      expect((await fetchMinutes(await world.signIn(name), id, 'pdf')).status, name).toBe(200);
  });

  it('are refused to the page of one person with the session of another', async () => {
    const page = await world.signIn('mads');
    page.page = PEOPLE.anne.id;
    expect(await fetchMinutes(page, id, 'pdf')).toMatchObject({ status: 409, code: 'ANOTHER_PERSON' });
    page.page = PEOPLE.mads.id;
    expect((await fetchMinutes(page, id, 'pdf')).status).toBe(200);
  });

  it('leave a line in the audit for each that was given, and none for what was refused', async () => {
    const before = (await exports()).length;
    for (const sort of SORTS) await fetchMinutes(anne, id, sort);
    await fetchMinutes(await world.signIn('ove'), id, 'pdf');
    await fetchMinutes(anne, id, 'exe');
    const line = { actor_id: PEOPLE.anne.id, object: 'Minutes', object_id: id };
    expect((await exports()).slice(before)).toEqual([line, line, line]);
  });

  it('are saved by a name that says what they are, kept by no cache, and run nowhere', async () => {
    const { headers, bytes } = await fetchMinutes(anne, id, 'pdf');
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.byteLength),
      'content-disposition':
        'attachment; filename="Referat 5. aargang 2026-11-25 udkast.pdf"; filename*=UTF-8\'\'Referat%205.%20%C3%A5rgang%202026-11-25%20udkast.pdf',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const word = await fetchMinutes(anne, id, 'word');
    expect(word.headers.get('content-disposition')).toContain('udkast.docx');
    expect(word.headers.get('content-type')).toContain('wordprocessingml');
  });

  it('are answered to no other way of asking, and a look at their head leaves no line', async () => {
    const before = (await exports()).length;
    for (const method of ['HEAD', 'POST', 'PUT', 'DELETE']) {
      const response = await fetch(`${world.url}/dokumenter/referat/${id}/pdf`, {
        method,
        headers: { cookie: anne.cookie },
      });
      await response.arrayBuffer();
      expect(response.headers.get('content-type'), method).not.toBe('application/pdf');
    }
    expect(await exports()).toHaveLength(before);
  });

  it('once approved are the coach’s too, and no longer a guest’s', async () => {
    await anne.ask(mutation('proposeMinutes'), { id });
    for (const name of ['anne', 'mads'] as const) await (await world.signIn(name)).ask(mutation('tapMinutes'), { id });
    expect((await fetchMinutes(await world.signIn('coach'), id, 'pdf')).status).toBe(200);
    for (const name of ['gaest', 'leder'] as const)
      expect((await fetchMinutes(await world.signIn(name), id, 'pdf')).status, name).toBe(404);
    const { headers } = await fetchMinutes(anne, id, 'arkiv');
    expect(headers.get('content-disposition')).toContain('filename="Referat 5. aargang 2026-11-25 arkiv.pdf"');
  });

  it('hold amendments only for whoever may read amendments', () => {
    const row = (relation: number) => asRead({ amendments: [{ text: 'x' }], _rel: relation } as never).amendments;
    expect(row(VIEWER_BITS.team_member)).toHaveLength(1);
    const guest = VIEWER_BITS.meeting_guest | 4096;
    expect(abilityNamed(minutesPolicy['minutes.amendments'])!.viewers.meeting_guest).toBeUndefined();
    expect(row(guest)).toBeNull();
    expect(() => row(VIEWER_BITS.school_leader)).toThrow('NOT_FOUND');
  });
});

describe('a document that cannot be made', () => {
  const makers = () => world.app.get(DocumentMakers, { strict: false });

  /** Made of nothing that can be laid out. */
  const nothing = { form: 'ua-1', minutes: {} as never } as const;

  it('is said to be one, without what was in it, and the next one is made', async () => {
    await fetchMinutes(anne, id, 'pdf');
    await expect(makers().make('x', nothing)).rejects.toThrow(/^DOCUMENT_FAILED$/);
    expect((await fetchMinutes(anne, id, 'pdf')).status).toBe(200);
  });

  it('in time is given up, said in words, leaves no line, and its process is ended', async () => {
    const before = (await exports()).length;
    const { pid, longestMs } = makers();
    makers().longestMs = 400;
    process.kill(pid!, 'SIGSTOP');
    expect(await fetchMinutes(anne, id, 'pdf')).toMatchObject({
      status: 500,
      code: 'DOCUMENT_FAILED',
      words: 'Filen kunne ikke laves. Referatet selv er gemt, som det var. Prøv igen, eller udskriv siden.\n',
    });
    makers().longestMs = longestMs;
    expect(() => process.kill(pid!, 0)).toThrow('ESRCH');
    expect(await exports()).toHaveLength(before);
    expect((await fetchMinutes(anne, id, 'pdf')).status).toBe(200);
  });

  it('does not take the server along when its process is killed', async () => {
    const { pid } = makers();
    process.kill(pid!, 'SIGSTOP');
    const asked = makers().make('x', nothing);
    process.kill(pid!, 'SIGKILL');
    await expect(asked).rejects.toThrow('DOCUMENT_FAILED');
    expect((await fetchMinutes(anne, id, 'pdf')).status).toBe(200);
    expect(makers().pid).not.toBe(pid);
  });

  it('is refused at once when too many wait, and nobody alone fills the line for the others', async () => {
    const { pid } = makers();
    process.kill(pid!, 'SIGSTOP');
    const mine = Array.from({ length: MOST_OF_ONE }, () => makers().make('anne', nothing));
    await expect(makers().make('anne', nothing)).rejects.toThrow('BUSY');
    const others = Array.from({ length: MOST_WAITING - MOST_OF_ONE }, (_, n) => makers().make(`other ${n}`, nothing));
    const refused = await fetchMinutes(anne, id, 'pdf');
    expect(refused).toMatchObject({ status: 503, code: 'BUSY' });
    expect(refused.headers.get('retry-after')).toBe('2');
    process.kill(pid!, 'SIGCONT');
    await Promise.allSettled([...mine, ...others]);
    expect((await fetchMinutes(anne, id, 'pdf')).status).toBe(200);
  });
});
