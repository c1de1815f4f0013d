import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addDays } from '#domain/iso-week.ts';
import { schoolYearBounds, schoolYearOf } from '#domain/school-year.ts';
import { MailRound } from '../../src/notifications/mail-round.ts';
import { IDS, PEOPLE, startWorld, type Caller, type PersonName, type World } from '../world.ts';
import { SmtpPeer } from '../notifications/smtp-peer.ts';

// The next school year: nothing of the small world stands in it.
const YEAR = schoolYearOf(addDays(new Date().toISOString().slice(0, 10), 365));
const { startsOn } = schoolYearBounds(YEAR);
const DAYS = [20, 27, 34, 41].map((n) => addDays(startsOn, n));
const PLAN = 'mutation($id: ID!, $input: PlanSeriesInput!) { planSeries(teamId: $id, input: $input) { id } }';
const CANCEL =
  'mutation($id: ID!, $year: String!, $reason: String!) { cancelSeries(meetingId: $id, schoolYear: $year, reason: $reason) { id changes } }';
const CONVENE = 'mutation($id: ID!) { conveneMeeting(meetingId: $id) { id } }';
const TEAM_YEAR = 'query($id: ID!, $year: String!) { teamYear(teamId: $id, schoolYear: $year) { may } }';

let world: World;
let peer: SmtpPeer;
let anne: Caller;
let own: string[] = [];
let other: string[] = [];
beforeAll(async () => {
  peer = await new SmtpPeer().start();
  world = await startWorld({
    SMTP_URL: peer.url,
    MAIL_FROM: 'pejling@skole.example',
    PUBLIC_URL: 'https://pejling.example/',
  });
  anne = await world.signIn('anne');
  own = await plan('PLF-møder i foråret', DAYS, '14:30');
  other = await plan('Klasseteam', [addDays(startsOn, 21)], '14:30');
  await anne.ask(CONVENE, { id: own[1] });
  // The call has gone out: one that has not would be taken back in silence.
  await vi.waitFor(async () => {
    await world.app.get(MailRound).round(Date.now());
    expect((await world.admin.query(`select from notice_mail where state in ('WAITING', 'SENDING')`)).rowCount).toBe(0);
  });
  await anne.ask('mutation($id: ID!, $input: NewItemInput!) { addItem(meetingId: $id, input: $input) { id } }', {
    id: own[2],
    input: { title: 'Vores eget punkt', plannedMin: 5, kind: 'DISCUSSION', track: 'DEVELOPMENT' },
  });
});
afterAll(async () => {
  await peer?.stop();
  await world?.stop();
});

async function plan(name: string, days: string[], time: string): Promise<string[]> {
  const rule = { kind: 'PICKED', days, time, durationMin: 60 };
  const { planSeries } = await anne.ask(PLAN, {
    id: IDS.teamA1,
    input: { name, templateKey: 'plf-grundmoede', place: '', rule, days },
  });
  const { rows } = await world.admin.query('select id from meeting where series_id = $1 order by starts_at', [
    planSeries.id,
  ]);
  return rows.map(({ id }) => id);
}
const states = async (ids: string[]): Promise<string[]> =>
  (await world.admin.query('select state from meeting where id = any($1::uuid[]) order by starts_at', [ids])).rows.map(
    ({ state }) => state,
  );
const mails = async (): Promise<number> =>
  (await world.admin.query('select count(*)::int as n from meeting_notice where meeting_id = any($1::uuid[])', [own]))
    .rows[0].n;
const reason = 'Teamet bliver lagt sammen med et andet';
const cancel = { id: '', year: YEAR, reason };

describe('the rest of a series', () => {
  it('is called off by whoever leads the team alone: others of the team may not, and for everybody else nothing is there', async () => {
    // Who leads one of them does not lead the others.
    await world.admin.query(
      `update meeting_participant set meeting_role = case when person_id = $2 then 'FACILITATOR' end where meeting_id = $1`,
      [own[1], PEOPLE.mads.id],
    );
    for (const name of ['mads', 'coach'] satisfies PersonName[])
      expect(await (await world.signIn(name)).refusal(CANCEL, { ...cancel, id: own[1] }), name).toMatchObject({
        code: 'NOT_ALLOWED',
      });
    for (const name of ['nabo', 'ove', 'leder', 'konsulent', 'admin', 'dpo', 'gaest'] satisfies PersonName[])
      for (const id of [own[0], '00000000-0000-4000-8000-0000000000ff', 'x'])
        expect(await (await world.signIn(name)).refusal(CANCEL, { ...cancel, id }), name).toMatchObject({
          code: 'NOT_FOUND',
        });
    const may = async (caller: Caller) =>
      (await caller.ask(TEAM_YEAR, { id: IDS.teamA1, year: YEAR }))['teamYear'].may.includes('meeting.cancel');
    expect([await may(anne), await may(await world.signIn('mads'))]).toEqual([true, false]);
    expect(await anne.refusal(CANCEL, { ...cancel, id: own[0], reason: ' ' })).toMatchObject({
      fields: [{ field: 'reason', problem: 'EMPTY' }],
    });
    expect(await states(own)).toEqual(['DRAFT', 'CONVENED', 'DRAFT', 'DRAFT']);
  });

  it('is what is to come and has not begun: one that was begun meanwhile stays, and so does another series', async () => {
    await world.admin.query(`update meeting set state = 'IN_PROGRESS', started_at = now() where id = $1`, [own[0]]);
    const before = await mails();
    const actions = async () => (await world.admin.query('select id, state from action order by id')).rows;
    const known = await actions();
    const { cancelSeries } = await anne.ask(CANCEL, { ...cancel, id: own[0] });
    expect(await states(own)).toEqual(['IN_PROGRESS', 'CANCELLED', 'CANCELLED', 'CANCELLED']);
    expect(await states(other)).toEqual(['DRAFT']);
    const told = cancelSeries.changes.filter(
      (change: any) => change.scopeKind === 'TEAM' && change.fields.set?.state === 'CANCELLED',
    );
    expect(told.map((change: any) => change.entityId).toSorted()).toEqual(own.slice(1).toSorted());
    // Only those who were called to one are told of it.
    expect(await mails()).toBeGreaterThan(before);
    const { rows } = await world.admin.query(
      `select distinct meeting_id from meeting_notice where meeting_id = any($1::uuid[]) and kind = 'CANCELLED'`,
      [own],
    );
    expect(rows).toEqual([{ meeting_id: own[1] }]);
    expect(await actions()).toEqual(known);
  });

  it('loses nothing that goes on: the team’s own items stand in the series’ list', async () => {
    const { rows } = await world.admin.query(
      `select t.state from agenda_thread t join agenda_item i on i.thread_id = t.id where i.meeting_id = $1 and i.title = 'Vores eget punkt'`,
      [own[2]],
    );
    expect(rows).toEqual([{ state: 'GOES_ON' }]);
  });

  it('is called off once: then none is left, and it is said', async () => {
    expect(await anne.refusal(CANCEL, { ...cancel, id: own[0] })).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
  });
});
