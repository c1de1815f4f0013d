import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MailRound } from '../../src/notifications/mail-round.ts';
import { IDS, PEOPLE, startWorld, type Caller, type PersonName, type World } from '../world.ts';

const PAGE =
  'query($token: String!) { replyPage(token: $token) { title team startsAt durationMin place name reply state } }';
const REPLY =
  'mutation($token: String!, $reply: String!) { replyToMeeting(token: $token, reply: $reply) { reply state } }';
const GIVE = 'mutation($id: ID!, $reply: String!) { giveReply(meetingId: $id, reply: $reply) { id changes } }';
const PEOPLE_OF = '{ meeting(id: "' + IDS.draft + '") { participants { reply person { displayName } } } }';
const CONVENE = 'mutation($id: ID!) { conveneMeeting(meetingId: $id) { id } }';
const WAIT = { timeout: 20_000, interval: 50 };

let world: World;
let stranger: Caller;
const tokens = new Map<PersonName, string>();
beforeAll(async () => {
  world = await startWorld({ PEJLING_DEMONSTRATION: '1' });
  stranger = world.stranger();
  await (await world.signIn('anne')).ask(CONVENE, { id: IDS.draft });
  await vi.waitFor(async () => {
    await world.app.get(MailRound).round(Date.now());
    const { rows } = await world.admin.query<{ person_id: string; text: string }>(
      `select person_id, caught->>'text' as text from notice_mail where state = 'CAUGHT'`,
    );
    expect(rows).toHaveLength(4);
    for (const [name, { id }] of Object.entries(PEOPLE)) {
      const mail = rows.find((row) => row.person_id === id);
      if (mail) tokens.set(name as PersonName, /\/svar\/([\w-]{43})/.exec(mail.text)![1]!);
    }
  }, WAIT);
});
afterAll(() => world.stop());

const token = (name: PersonName) => tokens.get(name)!;
const unknown = () => randomBytes(32).toString('base64url');
const written = async () =>
  (
    await world.admin.query<{ n: string }>(
      `select concat((select count(*) from change), ' ', (select string_agg(coalesce(reply, '-'), ',' order by id) from meeting_participant)) as n`,
    )
  ).rows[0]!.n;

describe('a reply by link', () => {
  it('is refused alike for a link that never was, that is nonsense, and whose person is no longer called', async () => {
    const before = await written();
    const { rows } = await world.admin.query(
      'delete from meeting_participant where meeting_id = $1 and person_id = $2 returning id',
      [IDS.draft, PEOPLE.gaest.id],
    );
    expect(rows).toHaveLength(1);
    await world.admin.query(`update team_membership set valid_to = '2025-01-01' where person_id = $1`, [
      PEOPLE.mads.id,
    ]);
    const refusals: unknown[] = [];
    for (const one of [unknown(), 'x', '', '\u0000', `${token('anne')}x`, token('gaest'), token('mads')]) {
      refusals.push(await stranger.refusal(PAGE, { token: one }));
      refusals.push(await stranger.refusal(REPLY, { token: one, reply: 'COMING' }));
    }
    for (const refusal of refusals) expect(refusal).toEqual({ code: 'NOT_FOUND' });
    await world.admin.query(`update team_membership set valid_to = null where person_id = $1`, [PEOPLE.mads.id]);
    await world.admin.query(
      'insert into meeting_participant (municipality_id, meeting_id, person_id, is_guest) values ($1, $2, $3, true)',
      [IDS.municipality, IDS.draft, PEOPLE.gaest.id],
    );
    expect((await written()).split(' ')[0]).toBe(before.split(' ')[0]);
  });

  it('is refused for what is no answer', async () => {
    expect(await stranger.refusal(REPLY, { token: token('anne'), reply: 'MAYBE' })).toMatchObject({
      code: 'INPUT_REFUSED',
    });
  });

  it('is given by nobody who only looks, however often a mail’s scanner follows the link', async () => {
    const before = await written();
    for (let n = 0; n < 5; n += 1) {
      expect((await stranger.ask(PAGE, { token: token('mads') })).replyPage).toMatchObject({
        title: 'PLF-møde',
        team: '5. årgang',
        name: 'Mads Juhl',
        reply: null,
        state: 'OPEN',
      });
      for (const method of ['GET', 'HEAD']) {
        await fetch(`${world.url}/svar/${token('mads')}`, { method });
        const query = encodeURIComponent(
          `mutation { replyToMeeting(token: "${token('mads')}", reply: "COMING") { reply } }`,
        );
        await fetch(`${world.url}/graphql?query=${query}`, { method });
      }
    }
    expect(await written()).toBe(before);
  });

  it('is noted as the person’s own, seen by the team, can be changed, and twice the same is once', async () => {
    expect((await stranger.ask(REPLY, { token: token('mads'), reply: 'COMING' })).replyToMeeting.reply).toBe('COMING');
    await stranger.ask(REPLY, { token: token('mads'), reply: 'COMING' });
    await stranger.ask(REPLY, { token: token('trine'), reply: 'COMING' });
    await stranger.ask(REPLY, { token: token('trine'), reply: 'NOT_COMING' });
    const { participants } = (await (await world.signIn('anne')).ask(PEOPLE_OF)).meeting;
    const replies = Object.fromEntries(
      participants.map((one: { reply: string; person: { displayName: string } }) => [
        one.person.displayName,
        one.reply,
      ]),
    );
    expect(replies).toEqual({
      'Anne Kjær': null,
      'Mads Juhl': 'COMING',
      'Trine Skov': 'NOT_COMING',
      'Gitte Holm': null,
    });
    const { rows } = await world.admin.query(
      `select actor_id, count(*)::integer as n from change where verb = 'replied' and is_home group by actor_id order by actor_id`,
    );
    expect(rows).toEqual([
      { actor_id: PEOPLE.mads.id, n: 1 },
      { actor_id: PEOPLE.trine.id, n: 2 },
    ]);
  });

  it('is seen by nobody above the team, nor by a coach who is not at the meeting', async () => {
    for (const name of ['leder', 'klyngeleder', 'konsulent', 'admin', 'laeser', 'ove', 'nabo'] as const) {
      const answer = await (await world.signIn(name)).send(PEOPLE_OF);
      expect(JSON.stringify(answer), name).not.toContain('COMING');
    }
    const coach = await (await world.signIn('coach')).send(PEOPLE_OF);
    expect(JSON.stringify(coach)).not.toContain('COMING');
  });

  it('is open to a link of an earlier mail as to that of the newest', async () => {
    await world.admin.query(
      `insert into reply_link (token_hash, municipality_id, meeting_id, person_id) values (sha256(convert_to($1, 'UTF8')), $2, $3, $4)`,
      ['A'.repeat(43), IDS.municipality, IDS.draft, PEOPLE.anne.id],
    );
    await stranger.ask(REPLY, { token: 'A'.repeat(43), reply: 'COMING' });
    expect((await stranger.ask(PAGE, { token: token('anne') })).replyPage.reply).toBe('COMING');
  });

  it('is given on the meeting’s own page too, by whoever is called and for nobody else', async () => {
    for (const name of ['leder', 'coach', 'konsulent', 'admin', 'ove', 'nabo'] as const)
      expect(await (await world.signIn(name)).refusal(GIVE, { id: IDS.draft, reply: 'COMING' }), name).toEqual({
        code: 'NOT_FOUND',
      });
    expect((await stranger.refusal(GIVE, { id: IDS.draft, reply: 'COMING' }))['code']).toBe('SIGNED_OUT');
    const trine = await world.signIn('trine');
    expect(await trine.refusal(GIVE, { id: IDS.draft, reply: 'MAYBE' })).toMatchObject({ code: 'INPUT_REFUSED' });
    await trine.ask(GIVE, { id: IDS.draft, reply: 'COMING' });
    const done = (await trine.ask(GIVE, { id: IDS.draft, reply: 'NOT_COMING' }))['giveReply'];
    expect(done.changes[0]).toMatchObject({ entity: 'MeetingParticipant', fields: { set: { reply: 'NOT_COMING' } } });
    expect((await trine.ask(GIVE, { id: IDS.draft, reply: 'NOT_COMING' }))['giveReply'].changes).toEqual([]);
    expect((await stranger.ask(PAGE, { token: token('trine') })).replyPage.reply).toBe('NOT_COMING');
    const others = (await trine.ask(PEOPLE_OF)).meeting.participants.filter((one: any) => one.reply === 'NOT_COMING');
    expect(others).toContainEqual({ reply: 'NOT_COMING', person: { displayName: PEOPLE.trine.name } });
  });

  it('is too late once the meeting has begun or is cancelled, and the page says which', async () => {
    await world.admin.query(`update meeting set starts_at = now() - interval '1 minute' where id = $1`, [IDS.draft]);
    expect(await stranger.refusal(REPLY, { token: token('mads'), reply: 'NOT_COMING' })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      state: 'BEGUN',
    });
    await world.admin.query(`update meeting set state = 'CANCELLED' where id = $1`, [IDS.draft]);
    expect((await stranger.ask(PAGE, { token: token('mads') })).replyPage).toMatchObject({
      state: 'CANCELLED',
      reply: 'COMING',
    });
    expect(await stranger.refusal(REPLY, { token: token('mads'), reply: 'NOT_COMING' })).toMatchObject({
      state: 'CANCELLED',
    });
  });
});
