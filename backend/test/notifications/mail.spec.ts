import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { MailRound } from '../../src/notifications/mail-round.ts';
import { readSettings } from '../../src/platform/config.ts';
import { createServer } from '../../src/server.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';
import { calendarsIn, SmtpPeer } from './smtp-peer.ts';

const CONVENE = 'mutation($id: ID!) { conveneMeeting(meetingId: $id) { id } }';
const CANCEL = 'mutation($id: ID!, $reason: String!) { cancelMeeting(meetingId: $id, reason: $reason) { id } }';
const CHANGE =
  'mutation($id: ID!, $change: MeetingFieldsInput!, $seen: MeetingFieldsInput!) { changeMeeting(meetingId: $id, change: $change, seen: $seen) { id } }';
const CHANGE_ITEM =
  'mutation($id: ID!, $change: ItemFieldsInput!, $seen: ItemFieldsInput!) { changeItem(itemId: $id, change: $change, seen: $seen) { id } }';
const CREATE =
  'mutation($teamId: ID!, $input: NewMeetingInput!) { createMeeting(teamId: $teamId, input: $input) { id } }';
const INVITE = 'mutation($id: ID!, $personId: ID!) { inviteGuest(meetingId: $id, personId: $personId) { id } }';
const REMOVE = 'mutation($id: ID!) { removeGuest(participantId: $id) { id } }';
const WAIT = { timeout: 20_000, interval: 50 };
const TEAM = ['anne@example.test', 'mads@example.test', 'trine@example.test'];

const PARTICIPANTS = 'query($id: ID!) { meeting(id: $id) { participants { isUnreached person { displayName } } } }';

let world: World;
let other: NestFastifyApplication;
let peer: SmtpPeer;
let anne: Caller;
beforeAll(async () => {
  peer = await new SmtpPeer().start();
  const settings = { SMTP_URL: peer.url, MAIL_FROM: 'pejling@skole.example', PUBLIC_URL: 'https://pejling.example/' };
  world = await startWorld(settings);
  // A second replica on the same database.
  other = await createServer(
    readSettings({
      DATABASE_URL: world.database.appUrl,
      DATABASE_ADMIN_URL: world.database.adminUrl,
      DATABASE_POOL: '6',
      LOG_LEVEL: 'silent',
      PORT: '0',
      ...settings,
    }),
  );
  await other.init();
  anne = await world.signIn('anne');
});
afterAll(async () => {
  await peer?.stop();
  await other?.close();
  await world?.stop();
});

const rounds = () => Promise.all([world.app, other].map((app) => app.get(MailRound).round(Date.now())));

/** Both replicas look until nothing waits to be sent now. */
async function allSent(): Promise<void> {
  await vi.waitFor(async () => {
    await rounds();
    const { rows } = await world.admin.query(
      `select from notice_mail x join meeting_notice n on n.id = x.notice_id where x.state in ('WAITING', 'SENDING') and n.send_after <= now() and x.next_try_at <= now()
         and not exists (select from notice_mail e where e.person_id = x.person_id and e.meeting_id = x.meeting_id and e.state = 'WAITING' and e.next_try_at > now())`,
    );
    expect(rows).toHaveLength(0);
  }, WAIT);
}

/** As if the quiet time after a change were over. */
const quietIsOver = () => world.admin.query('update meeting_notice set send_after = now() where sealed_at is null');
const waitIsOver = () => world.admin.query('update notice_mail set next_try_at = now()');
const to = (address: string) => peer.received.filter((one) => one.to === address);

/** Who holds the job's lock, seen by one who may also take it from them. */
async function asPostgres(what: string): Promise<object[]> {
  const client = new pg.Client({ connectionString: inject('postgres').superUrl });
  await client.connect();
  try {
    const { rows } = await client.query<object>(
      `select ${what} from pg_locks l where l.locktype = 'advisory' and l.granted and l.objid::bigint = hashtext('pejling: mail sent')::bigint & 4294967295
         and l.database = (select oid from pg_database where datname = $1)`,
      [new URL(world.database.adminUrl).pathname.slice(1)],
    );
    return rows;
  } finally {
    await client.end();
  }
}
const lockHolders = () => asPostgres('l.pid');
const lockIsLost = () => asPostgres('pg_terminate_backend(l.pid)');

async function newMeeting(): Promise<string> {
  const startsAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const input = { durationMin: 60, startsAt, templateKey: 'plf-grundmoede', place: 'lokale 5.b' };
  return (await anne.ask(CREATE, { teamId: IDS.teamA1, input })).createMeeting.id;
}

async function convened(): Promise<string> {
  const id = await newMeeting();
  await anne.ask(CONVENE, { id });
  await allSent();
  peer.received.splice(0);
  return id;
}

async function move(id: string, place: string): Promise<void> {
  const { rows } = await world.admin.query<{ place: string }>('select place from meeting where id = $1', [id]);
  await anne.ask(CHANGE, { id, change: { place }, seen: { place: rows[0]!.place } });
}

describe('nothing is sent', { timeout: 60_000 }, () => {
  it('of what was refused', async () => {
    const leder = await world.signIn('leder');
    expect(await leder.refusal(CONVENE, { id: IDS.draft })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await (await world.signIn('nabo')).refusal(CONVENE, { id: IDS.draft })).toMatchObject({ code: 'NOT_FOUND' });
    await allSent();
    expect(peer.received).toEqual([]);
  });

  it('of what was never committed', async () => {
    const id = await newMeeting();
    // The unit of work fails as it ends, after all that it wrote.
    await world.admin.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
       create trigger refuse before insert on change for each row when (new.verb = 'convened') execute function refuse()`,
    );
    expect(await anne.refusal(CONVENE, { id })).toMatchObject({ code: 'FAULT' });
    await allSent();
    await world.admin.query('drop function refuse cascade');
    expect((await world.admin.query('select from meeting_notice where meeting_id = $1', [id])).rowCount).toBe(0);
    expect(peer.received).toEqual([]);
  });

  it('of a draft, whatever becomes of it', async () => {
    const id = await newMeeting();
    await move(id, 'Biblioteket');
    await anne.ask(CANCEL, { id, reason: 'Vi er på lejr' });
    await quietIsOver();
    await allSent();
    expect(peer.received).toEqual([]);
  });
});

describe('whoever is called', { timeout: 60_000 }, () => {
  it('gets one mail, as text, as HTML and as a calendar file, with titles and minutes and never a note', async () => {
    const id = await newMeeting();
    await anne.ask(CONVENE, { id });
    await allSent();
    await anne.ask(CONVENE, { id });
    await allSent();
    expect(peer.received.map((one) => one.to).sort()).toEqual(TEAM);
    for (const one of peer.received) {
      const { mail } = one;
      expect(mail.from?.text).toBe('"Pejling" <pejling@skole.example>');
      expect(mail.messageId).toMatch(/^<[0-9a-f-]{36}@skole\.example>$/);
      expect(mail.subject).toMatch(/^Indkaldelse: PLF-møde, 5\. årgang, \d+\. \p{L}+ kl\. \d\d\.\d\d$/u);
      expect(mail.text).toContain('Sted: lokale 5.b');
      expect(mail.text).toMatch(/^1\. .+ \(\d+ min\)$/m);
      expect(mail.text).toMatch(/^https:\/\/pejling\.example\/svar\/[\w-]{43}$/m);
      expect(mail.text).toContain(`https://pejling.example/moede/${id}`);
      expect(String(mail.html)).not.toMatch(/<img|<script|<link|<style|src=/i);
      const { attached, beside } = calendarsIn(one);
      expect(attached.trim()).toBe(beside.trim());
      expect(attached).toContain(`UID:${id}@pejling`);
      expect(one.raw).toMatch(/Content-Type: text\/calendar;[^]{0,60}method=REQUEST/);
    }
    expect(new Set(peer.received.map((one) => one.mail.messageId)).size).toBe(3);
    const links = peer.received.map((one) => /svar\/([\w-]{43})/.exec(one.mail.text ?? '')![1]!);
    expect(new Set(links).size).toBe(3);
    const stored = await world.admin.query<{ all: string }>(
      `select jsonb_agg(to_jsonb(x))::text as all from reply_link x`,
    );
    for (const link of links) expect(stored.rows[0]!.all).not.toContain(link);
    peer.received.splice(0);
  });

  it('hears of a new place once, with the next version, and of an agenda that is worked on once when it has been quiet', async () => {
    const id = await convened();
    await move(id, 'Biblioteket');
    await move(id, 'Musiklokalet');
    const { rows } = await world.admin.query<{ id: string; title: string }>(
      'select id, title from agenda_item where meeting_id = $1 order by position limit 2',
      [id],
    );
    await allSent();
    expect(peer.received, 'it waits for more of the same').toEqual([]);
    for (const item of rows)
      await anne.ask(CHANGE_ITEM, { id: item.id, change: { title: `${item.title}!` }, seen: { title: item.title } });
    await quietIsOver();
    await allSent();
    expect(peer.received.map((one) => one.to).sort()).toEqual(TEAM);
    const one = peer.received[0]!;
    expect(one.mail.subject).toMatch(/^Ændret: /);
    expect(one.mail.text).toContain('Sted: Musiklokalet');
    expect(one.mail.text).toContain(`${rows[1]!.title}!`);
    const sequences = await world.admin.query(
      'select version from meeting_notice where meeting_id = $1 order by version',
      [id],
    );
    expect(sequences.rows).toHaveLength(2);
    expect(sequences.rows[1]!.version).toBeGreaterThan(sequences.rows[0]!.version);
    peer.received.splice(0);
    await anne.ask(CHANGE_ITEM, { id: rows[0]!.id, change: { title: `${rows[0]!.title}!` }, seen: { title: '' } });
    await quietIsOver();
    await allSent();
    expect(peer.received, 'what changed nothing is no news').toEqual([]);
  });

  it('hears that it is cancelled and why, with a file that takes it off the calendar and nothing to answer', async () => {
    const id = await convened();
    await anne.ask(CANCEL, { id, reason: 'Vi er på lejr' });
    await anne.ask(CANCEL, { id, reason: 'Vi er på lejr' });
    await allSent();
    expect(peer.received.map((one) => one.to).sort()).toEqual(TEAM);
    const one = peer.received[0]!;
    expect(one.mail.text).toContain('Hvorfor: Vi er på lejr');
    expect(one.mail.text).not.toContain('/svar/');
    expect(calendarsIn(one).attached).toMatch(/METHOD:CANCEL[^]*STATUS:CANCELLED/);
    peer.received.splice(0);
  });

  it('as a guest hears alone, and alone that they are called no more', async () => {
    const id = await convened();
    const guest = (await anne.ask(INVITE, { id, personId: PEOPLE.ove.id })).inviteGuest.id;
    await allSent();
    expect(peer.received.map((one) => one.to)).toEqual(['ove@example.test']);
    await anne.ask(REMOVE, { id: guest });
    await allSent();
    expect(peer.subjectsFor('ove@example.test').map((subject) => subject.split(':')[0])).toEqual([
      'Indkaldelse',
      'Ikke længere indkaldt',
    ]);
    expect(peer.received).toHaveLength(2);
    peer.received.splice(0);
  });

  it('is sent nothing once they have left the team, not even what was queued before', async () => {
    const id = await newMeeting();
    await anne.ask(CONVENE, { id });
    await world.admin.query(`update team_membership set valid_to = '2025-01-01' where person_id = $1`, [
      PEOPLE.mads.id,
    ]);
    await allSent();
    await world.admin.query(`update team_membership set valid_to = null where person_id = $1`, [PEOPLE.mads.id]);
    const sent = new Set(peer.received.map((one) => one.to));
    // A round of the clock's own may have been faster than we were.
    expect([...sent].filter((one) => one !== 'mads@example.test').sort()).toEqual([
      'anne@example.test',
      'trine@example.test',
    ]);
    peer.received.splice(0);
  });
});

describe('what people write', { timeout: 60_000 }, () => {
  it('becomes no header, no tag and no line of the calendar', async () => {
    const evil = 'PLF\r\nBcc: evil@x.example\n<img src=x onerror=alert(1)>';
    const id = await newMeeting();
    await world.admin.query(`update meeting set title = $2, place = $3 where id = $1`, [
      id,
      evil,
      '"><script>alert(1)</script>\r\nX-EVIL: 1',
    ]);
    await world.admin.query(`update person set display_name = $2, email = 'trine@example.test' where id = $1`, [
      PEOPLE.trine.id,
      'Trine\r\nX-EVIL: 1 "<evil@x.example>',
    ]);
    await world.admin.query(`update person set email = $2 where id = $1`, [
      PEOPLE.mads.id,
      'mads@example.test>\r\nRCPT TO:<evil@x.example',
    ]);
    await world.admin.query(`update team set name = $2 where id = $1`, [IDS.teamA1, '5. årgang\r\nX-EVIL: 1']);
    await anne.ask(CONVENE, { id });
    await allSent();
    await world.admin.query(`update person set email = 'mads@example.test' where id = $1`, [PEOPLE.mads.id]);
    await world.admin.query(`update person set display_name = 'Trine Skov' where id = $1`, [PEOPLE.trine.id]);
    await world.admin.query(`update team set name = '5. årgang' where id = $1`, [IDS.teamA1]);
    expect(peer.received.map((one) => one.to).sort()).toEqual(['anne@example.test', 'trine@example.test']);
    for (const one of peer.received) {
      expect(one.mail.headers.has('x-evil')).toBe(false);
      expect(one.mail.bcc).toBeUndefined();
      expect([one.mail.to].flat().flatMap((all) => all?.value ?? [])).toHaveLength(1);
      expect(String(one.mail.html)).not.toMatch(/<img|<script/);
      expect(String(one.mail.html)).toContain('&lt;img src=x onerror=alert(1)&gt;');
      expect(calendarsIn(one).attached).not.toMatch(/^(X-EVIL|Bcc)/m);
    }
    peer.received.splice(0);
  });
});

describe('each version goes to each once', { timeout: 90_000 }, () => {
  it('when two replicas look at the same moment', async () => {
    const ids = await Promise.all([newMeeting(), newMeeting(), newMeeting()]);
    await Promise.all(ids.map((id) => anne.ask(CONVENE, { id })));
    await Promise.all(Array.from({ length: 6 }, rounds));
    await allSent();
    for (const address of TEAM) expect(to(address), address).toHaveLength(3);
    peer.received.splice(0);
  });

  it('when the mail server refuses one for good: it is not asked again, the others get theirs, and the team is told whom it did not reach', async () => {
    peer.refuses.set('mads@example.test', 550);
    const id = await newMeeting();
    await anne.ask(CONVENE, { id });
    await allSent();
    peer.refuses.clear();
    await waitIsOver();
    await allSent();
    expect(peer.received.map((one) => one.to).sort()).toEqual(['anne@example.test', 'trine@example.test']);
    const { rows } = await world.admin.query(
      `select x.state, x.fault, x.tries from notice_mail x where x.meeting_id = $1 and x.person_id = $2`,
      [id, PEOPLE.mads.id],
    );
    expect(rows).toEqual([{ state: 'REFUSED', fault: '550', tries: 1 }]);
    const notReached = async (who: Caller) =>
      (await who.ask(PARTICIPANTS, { id })).meeting.participants
        .filter((one: { isUnreached: boolean | null }) => one.isUnreached)
        .map((one: { person: { displayName: string } }) => one.person.displayName);
    expect(await notReached(anne)).toEqual(['Mads Juhl']);
    // A coach who is not at the meeting has no more of it than of who comes.
    expect(await notReached(await world.signIn('coach'))).toEqual([]);

    // The address is mended, and the next mail arrives.
    await move(id, 'Biblioteket');
    await quietIsOver();
    await allSent();
    expect(to('mads@example.test')).toHaveLength(1);
    expect(await notReached(anne)).toEqual([]);
    const { rows: told } = await world.admin.query(
      `select verb, fields from change where entity = 'MeetingParticipant' and scope_id = $1 order by version`,
      [id],
    );
    expect(told).toEqual([
      { verb: 'unreached', fields: { set: { isUnreached: true } } },
      { verb: 'reached', fields: { set: { isUnreached: false } } },
    ]);
    peer.received.splice(0);
  });

  it('when somebody has no address: the team is told as well', async () => {
    await world.admin.query(`update person set email = '' where id = $1`, [PEOPLE.mads.id]);
    const id = await convened();
    const { participants } = (await anne.ask(PARTICIPANTS, { id })).meeting;
    expect(
      participants
        .filter((one: { isUnreached: boolean }) => one.isUnreached)
        .map((one: { person: object }) => one.person),
    ).toEqual([{ displayName: 'Mads Juhl' }]);
    await world.admin.query(`update person set email = 'mads@example.test' where id = $1`, [PEOPLE.mads.id]);
  });

  it('when it says "later": one is asked again and sent under the same name, and a later version comes after it', async () => {
    peer.refuses.set('mads@example.test', 451);
    const id = await newMeeting();
    await anne.ask(CONVENE, { id });
    await allSent();
    await move(id, 'Biblioteket');
    await quietIsOver();
    await allSent();
    expect(peer.subjectsFor('mads@example.test')).toEqual([]);
    peer.refuses.clear();
    await waitIsOver();
    await allSent();
    expect(peer.subjectsFor('mads@example.test').map((subject) => subject.split(':')[0])).toEqual([
      'Indkaldelse',
      'Ændret',
    ]);
    expect(to('anne@example.test')).toHaveLength(2);
    peer.received.splice(0);
  });

  it('when it hangs while another replica looks, even one that has taken over the lock of the job', async () => {
    peer.isSilent = true;
    const id = await newMeeting();
    await anne.ask(CONVENE, { id });
    const hanging = rounds();
    await vi.waitFor(() => expect(peer.received).toHaveLength(3), WAIT);
    // Postgres drops the connection with the lock; whoever sends does not know yet.
    await lockIsLost();
    await vi.waitFor(async () => expect(await lockHolders()).toEqual([]), WAIT);
    await other.get(MailRound).round(Date.now());
    expect(peer.received).toHaveLength(3);
    peer.speak();
    await hanging.catch(() => undefined);
    await vi.waitFor(async () => {
      const { rows } = await world.admin.query(`select distinct state from notice_mail where meeting_id = $1`, [id]);
      expect(rows).toEqual([{ state: 'SENT' }]);
    }, WAIT);
    await allSent();
    expect(peer.received.map((one) => one.to).sort()).toEqual(TEAM);
    peer.received.splice(0);
  });

  it('when it takes a mail and never says so: it is left after a while, and sent again under the same name', async () => {
    peer.isSilent = true;
    const id = await newMeeting();
    await anne.ask(CONVENE, { id });
    await vi.waitFor(
      async () => {
        await rounds();
        const { rows } = await world.admin.query(
          `select distinct state, fault from notice_mail where meeting_id = $1`,
          [id],
        );
        expect(rows).toEqual([{ state: 'WAITING', fault: 'ETIMEDOUT' }]);
      },
      { timeout: 40_000, interval: 200 },
    );
    peer.speak();
    await vi.waitFor(
      async () => {
        await waitIsOver();
        await rounds();
        const { rows } = await world.admin.query(`select distinct state from notice_mail where meeting_id = $1`, [id]);
        expect(rows).toEqual([{ state: 'SENT' }]);
      },
      { timeout: 40_000, interval: 200 },
    );
    const names = peer.received.map((one) => `${one.to} ${one.mail.messageId}`);
    expect(names.length).toBeGreaterThan(TEAM.length);
    expect(new Set(names).size).toBe(TEAM.length);
    peer.received.splice(0);
  });
});
