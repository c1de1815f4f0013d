import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MailRound } from '../../src/notifications/mail-round.ts';
import { MailsEnd } from '../../src/notifications/mails-end.ts';
import { IDS, startWorld, type Caller, type World } from '../world.ts';

const DAY = 86_400_000;
const MAILS = '{ myMails { mails { id } } }';
const CANCEL = 'mutation($id: ID!) { cancelMeeting(meetingId: $id, reason: "Vi er på lejr") { id } }';
const id = IDS.draft;

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld({ PEJLING_DEMONSTRATION: '1' });
  anne = await world.signIn('anne');
  await anne.ask('mutation($id: ID!) { conveneMeeting(meetingId: $id) { id } }', { id });
  await vi.waitFor(
    async () => {
      await world.app.get(MailRound).round(Date.now());
      expect((await anne.ask(MAILS))['myMails'].mails).toHaveLength(1);
    },
    { timeout: 20_000, interval: 50 },
  );
});
afterAll(() => world.stop());

const clock = () => world.app.get(MailsEnd);
const kept = async (): Promise<number> => {
  const { rows } = await world.admin.query(
    `select (select count(*) from meeting_notice where meeting_id = $1)::int + (select count(*) from notice_mail where meeting_id = $1)::int
       + (select count(*) from reply_link where meeting_id = $1)::int as n`,
    [id],
  );
  return rows[0].n;
};

describe('what people were told about a meeting', () => {
  it('is kept while the meeting is still called, however long ago it was planned for', async () => {
    expect(await clock().round(Date.now() + 900 * DAY)).toEqual([]);
    expect(await kept()).toBeGreaterThan(2);
  });

  it('is kept for a quarter after a meeting that is over', async () => {
    await anne.ask(CANCEL, { id });
    const { rows } = await world.admin.query('select starts_at from meeting where id = $1', [id]);
    const planned = rows[0].starts_at.getTime();
    expect(await clock().round(planned + 92 * DAY - 60_000)).toEqual([]);
    expect((await anne.ask(MAILS))['myMails'].mails.length).toBeGreaterThan(0);
  });

  it('goes then with its links, once, also when two replicas look; the meeting and the answers stay', async () => {
    const { rows } = await world.admin.query('select starts_at from meeting where id = $1', [id]);
    const now = rows[0].starts_at.getTime() + 92 * DAY + 60_000;
    const rounds = await Promise.all([clock().round(now), clock().round(now)]);
    expect(rounds.flat()).toEqual([id]);
    expect(await kept()).toBe(0);
    expect((await anne.ask(MAILS))['myMails'].mails).toEqual([]);
    const meeting = (await anne.ask('query($id: ID!) { meeting(id: $id) { state participants { id } } }', { id }))
      .meeting;
    expect(meeting.state).toBe('CANCELLED');
    expect(meeting.participants.length).toBeGreaterThan(0);
  });
});
