import { randomBytes } from 'node:crypto';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';

const MAKE = 'mutation { makeCalendarFeed }';
const REVOKE = 'mutation { revokeCalendarFeed { id } }';
const MINE = '{ myCalendar { id madeAt } }';

let world: World;
let mads: Caller;
beforeAll(async () => {
  world = await startWorld({
    PUBLIC_URL: 'https://pejling.example',
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'p@skole.example',
  });
  mads = await world.signIn('mads');
});
afterAll(() => world.stop());

const get = (path: string, method = 'GET') => fetch(`${world.url}${path}`, { method });
const make = async (caller: Caller): Promise<string> => (await caller.ask(MAKE)).makeCalendarFeed;

function eventsIn(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}

describe('a calendar’s secret address', () => {
  it('is made and taken back by nobody who is not signed in', async () => {
    for (const question of [MAKE, REVOKE, MINE])
      expect(await world.stranger().refusal(question)).toMatchObject({ code: 'SIGNED_OUT' });
  });

  it('shows nothing when it never was, is nonsense, or is taken back, all alike', async () => {
    const path = await make(mads);
    expect((await get(path)).status).toBe(200);
    const again = await make(mads);
    expect((await get(again)).status).toBe(200);
    await mads.ask(REVOKE);
    expect((await mads.ask(MINE)).myCalendar.madeAt).toBeNull();
    const answers = await Promise.all(
      [
        path,
        again,
        `/kalender/${randomBytes(32).toString('base64url')}.ics`,
        '/kalender/x.ics',
        '/kalender/%00.ics',
      ].map(async (one) => {
        const answer = await get(one);
        return [answer.status, answer.headers.get('cache-control'), await answer.text()];
      }),
    );
    for (const answer of answers) expect(answer).toEqual([404, 'no-store', 'Her er ingen kalender.\n']);
  });

  it('is kept by nobody: only its hash is stored, and it is told once', async () => {
    const token = /\/kalender\/([\w-]{43})\.ics/.exec(await make(mads))![1]!;
    const { rows } = await world.admin.query<{ all: string }>(
      `select concat((select jsonb_agg(to_jsonb(f))::text from calendar_feed f), (select jsonb_agg(to_jsonb(c))::text from change c), (select jsonb_agg(to_jsonb(a))::text from audit_event a)) as all`,
    );
    expect(rows[0]!.all).not.toContain(token);
    expect((await mads.ask(MINE)).myCalendar).toMatchObject({ id: PEOPLE.mads.id, madeAt: expect.any(String) });
  });

  it('shows the person’s own meetings that they are called to: no draft, no other team’s, no agenda and no person', async () => {
    const path = await make(mads);
    const answer = await get(path);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toMatch(/^private/);
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
    const file = await answer.text();
    const events = eventsIn(file);
    expect(events.map((event) => event.uid)).toEqual([`${IDS.meeting}@pejling`]);
    expect(events[0]!.location).toBe('lokale 5.b');
    expect(events[0]!.description).toBe(`5. årgang\nhttps://pejling.example/moede/${IDS.meeting}`);
    for (const word of ['Check-in', 'Note til', 'Anne', 'mads@', 'skiftet']) expect(file).not.toContain(word);
    const guest = await world.signIn('gaest');
    expect(eventsIn(await (await get(await make(guest))).text())).toHaveLength(1);
    const leader = await world.signIn('leder');
    expect(eventsIn(await (await get(await make(leader))).text())).toHaveLength(0);
    const neighbour = await world.signIn('nabo');
    expect(eventsIn(await (await get(await make(neighbour))).text()).map((event) => event.uid)).toEqual([
      `${IDS.otherMeeting}@pejling`,
    ]);
  });

  it('tells a calendar that a meeting is cancelled, and counts its number up', async () => {
    const path = await make(mads);
    const [before] = eventsIn(await (await get(path)).text());
    const anne = await world.signIn('anne');
    await anne.ask('mutation($id: ID!) { cancelMeeting(meetingId: $id, reason: "Vi er på lejr") { id } }', {
      id: IDS.meeting,
    });
    const [after] = eventsIn(await (await get(path)).text());
    expect(after!.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(after!.sequence).toBeGreaterThan(before!.sequence);
  });

  it('shows nothing more of a team that the person has left', async () => {
    const path = await make(mads);
    await world.admin.query(`update team_membership set valid_to = '2025-01-01' where person_id = $1`, [
      PEOPLE.mads.id,
    ]);
    expect(eventsIn(await (await get(path)).text())).toEqual([]);
    await world.admin.query(`update team_membership set valid_to = null where person_id = $1`, [PEOPLE.mads.id]);
  });

  it('is asked for so often and no oftener; so is what is none', async () => {
    const path = await make(mads);
    const statuses = async (one: string) => {
      const all: number[] = [];
      for (let n = 0; n < 70; n += 1) all.push((await get(one)).status);
      return all;
    };
    expect((await statuses(path)).slice(-5)).toEqual([429, 429, 429, 429, 429]);
    expect((await statuses('/kalender/x.ics')).slice(-5)).toEqual([429, 429, 429, 429, 429]);
    expect((await get(await make(mads))).status, 'whoever has an address is not held back by who guesses').toBe(200);
  });
});
