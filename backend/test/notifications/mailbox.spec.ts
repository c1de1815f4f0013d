import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MailRound } from '../../src/notifications/mail-round.ts';
import { IDS, startWorld, type Caller, type World } from '../world.ts';

const MAILS = '{ myMails { id cursor mails { id caughtAt from subject text html calendar } } }';
const CONVENE = 'mutation($id: ID!) { conveneMeeting(meetingId: $id) { id } }';

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld({ PEJLING_DEMONSTRATION: '1' });
  anne = await world.signIn('anne');
});
afterAll(() => world.stop());

const round = () => world.app.get(MailRound).round(Date.now());

describe('a demonstration’s mails', () => {
  it('are shown to nobody who is not signed in', async () => {
    expect(await world.stranger().refusal(MAILS)).toMatchObject({ code: 'SIGNED_OUT' });
  });

  it('are none as long as nobody is called to anything', async () => {
    await round();
    expect((await anne.ask(MAILS)).myMails).toMatchObject({ mails: [], cursor: null });
  });

  it('come to everybody who is called, each their own, with the agenda, a calendar file and a link to answer', async () => {
    await anne.ask(CONVENE, { id: IDS.draft });
    await vi.waitFor(async () => {
      await round();
      expect((await world.admin.query(`select from notice_mail where state = 'CAUGHT'`)).rowCount).toBe(4);
    });
    for (const name of ['anne', 'mads', 'trine', 'gaest'] as const) {
      const { mails } = (await (await world.signIn(name)).ask(MAILS)).myMails;
      expect(mails, name).toHaveLength(1);
      expect(mails[0].subject).toMatch(/^Indkaldelse: PLF-møde, 5\. årgang, /);
      expect(mails[0].text).toContain('1. Et punkt i kladden (15 min)');
      expect(mails[0].text).toMatch(/\/svar\/[\w-]{43}\n/);
      expect(mails[0].html).toContain('<li>Et punkt i kladden (15 min)</li>');
      expect(mails[0].calendar).toContain('METHOD:REQUEST');
      expect(mails[0].calendar.replaceAll('\r\n ', '')).toContain(`${name}@example.test`);
      expect(JSON.stringify(mails[0])).not.toMatch(/Note til punkt|Sådan gør I/);
    }
    for (const name of ['ove', 'leder', 'nabo', 'coach'] as const)
      expect((await (await world.signIn(name)).ask(MAILS)).myMails.mails, name).toEqual([]);
  });

  it('come once: neither a second tap nor another round sends anything', async () => {
    await anne.ask(CONVENE, { id: IDS.draft });
    await round();
    expect((await anne.ask(MAILS)).myMails.mails).toHaveLength(1);
  });
});
