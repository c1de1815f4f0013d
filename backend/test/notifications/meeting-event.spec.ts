import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERSON_HEADER } from '#live-protocol/page.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld({
    PUBLIC_URL: 'https://pejling.example',
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'p@skole.example',
  });
  anne = await world.signIn('anne');
});
afterAll(() => world.stop());

async function fetchEvent(caller: Caller, id: string) {
  const response = await fetch(`${world.url}/kalender/moede/${id}`, {
    headers: {
      ...(caller.cookie ? { cookie: caller.cookie } : {}),
      ...(caller.page ? { [PERSON_HEADER]: caller.page } : {}),
    },
  });
  return { status: response.status, headers: response.headers, file: await response.text() };
}
const eventIn = (file: string) => {
  const [event] = new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent');
  return new ICAL.Event(event!);
};

describe('one meeting for one’s calendar', () => {
  it('is for nobody who may not read the meeting; missing, foreign and no id are alike', async () => {
    expect((await fetchEvent(world.stranger(), IDS.meeting)).status).toBe(401);
    for (const name of ['ove', 'leder', 'klyngeleder', 'konsulent', 'admin', 'dpo', 'laeser', 'nabo'] as const)
      expect((await fetchEvent(await world.signIn(name), IDS.meeting)).status, name).toBe(404);
    // A guest reads it when they are called, and no draft.
    expect((await fetchEvent(await world.signIn('gaest'), IDS.draft)).status).toBe(404);
    expect((await fetchEvent(await world.signIn('gaest'), IDS.meeting)).status).toBe(200);
    const answers = [IDS.otherMeeting, '00000000-0000-7000-8000-00000000dead', "1'; select 1"].map((id) =>
      fetchEvent(anne, id),
    );
    expect(new Set((await Promise.all(answers)).map(({ status, file }) => `${status} ${file}`)).size).toBe(1);
  });

  it('is the event that mails and feed tell of: by its id, with when, where and the agenda, by Copenhagen’s clock', async () => {
    await world.admin.query(
      `update meeting set starts_at = '2026-11-23T13:30:00Z', place = 'lokale 5.b; til venstre' where id = $1`,
      [IDS.meeting],
    );
    const { headers, file } = await fetchEvent(anne, IDS.meeting);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('content-disposition')).toContain('attachment');
    const event = eventIn(file);
    expect(event.uid).toBe(`${IDS.meeting}@pejling`);
    expect(file).toContain('TZID=Europe/Copenhagen');
    expect(event.startDate.toString()).toBe('2026-11-23T14:30:00');
    expect(event.location).toBe('lokale 5.b; til venstre');
    expect(event.description).toContain('Dagsorden\n1. ');
    expect(event.description).toContain(`https://pejling.example/moede/${IDS.meeting}`);
    for (const { name } of Object.values(PEOPLE)) expect(file).not.toContain(name);
  });

  it('is the team’s already as a draft, and says so when it is called off', async () => {
    expect((await fetchEvent(anne, IDS.draft)).status).toBe(200);
    await world.admin.query(`update meeting set state = 'CANCELLED', cancelled_reason = 'Syge' where id = $1`, [
      IDS.draft,
    ]);
    expect((await fetchEvent(anne, IDS.draft)).file).toContain('STATUS:CANCELLED');
  });
});
