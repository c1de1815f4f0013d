import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FINISH, MISTAKE, START } from '../meetings/run-documents.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';
import { CHANGE, DECLINE, prepared, PROPOSE, proposalSeenBy, TAKE, wish, WITHDRAW } from './preparing.ts';

const OUTSIDE = ['ove', 'leder', 'klyngeleder', 'bodil', 'laeser', 'konsulent', 'admin', 'dpo', 'nabo'] as const;
const CANCEL_MEETING = 'mutation($id: ID!) { cancelMeeting(meetingId: $id, reason: "Vi er på lejr") { id changes } }';
const NEW_MEETING = `mutation($team: ID!, $at: String!) { createMeeting(teamId: $team, input: { templateKey: "opfoelgning-kort", startsAt: $at, durationMin: 45 }) { id } }`;

const WAITS =
  'query($team: ID!) { newMeeting(teamId: $team) { waitingProposals { id title state proposedBy { id } } } }';

let world: World;
let anne: Caller;
let mads: Caller;
let trine: Caller;
let guest: Caller;
const { meeting, draft } = IDS;

beforeAll(async () => {
  world = await startWorld();
  [anne, mads, trine, guest] = (await Promise.all(
    (['anne', 'mads', 'trine', 'gaest'] as const).map((name) => world.signIn(name)),
  )) as [Caller, Caller, Caller, Caller];
});
afterAll(() => world.stop());

/** A new proposal and its id. */
async function proposed(who: Caller, title: string, at: string = meeting): Promise<string> {
  const id = randomUUID();
  await who.ask(PROPOSE, { meeting: at, id, proposal: wish(title) });
  return id;
}
const seen = (id: string, who: Caller = anne, at: string = meeting) => proposalSeenBy(who, at, id);
const row = async (id: string) => (await world.admin.query('select * from proposed_item where id = $1', [id])).rows[0];

describe('who may', () => {
  it('a stranger proposes, changes, takes back and answers nothing, and learns nothing by trying', async () => {
    const id = await proposed(mads, 'Overgangen efter pausen');
    for (const name of OUTSIDE) {
      const caller = await world.signIn(name);
      for (const [document, args] of [
        [PROPOSE, { meeting, id: randomUUID(), proposal: wish('x') }],
        [CHANGE, { id, proposal: wish('x'), seen: 1 }],
        [WITHDRAW, { id }],
        [TAKE, { id, seen: 1 }],
        [DECLINE, { id, reason: 'Nej', keep: false, seen: 1 }],
      ] as const)
        expect(await caller.refusal(document, args), name).toEqual({ code: 'NOT_FOUND' });
    }
    expect(await world.stranger().refusal(WITHDRAW, { id })).toMatchObject({ code: 'SIGNED_OUT' });
    expect(await anne.refusal(TAKE, { id: randomUUID(), seen: 1 })).toEqual({ code: 'NOT_FOUND' });
    expect(await row(id)).toMatchObject({ state: 'PROPOSED', revision: 1 });
    await mads.ask(WITHDRAW, { id });
  });

  it('a coach and a leader read and propose only while they attend, and a leader who does not sees no meeting', async () => {
    const id = await proposed(mads, 'Kun for rummet');
    const coach = await world.signIn('coach');
    const leader = await world.signIn('leder');
    expect((await prepared(coach, meeting)).proposals).toBeNull();
    expect((await prepared(coach, meeting)).preparation.notes).toBeNull();
    expect(await coach.refusal(TAKE, { id, seen: 1 })).toEqual({ code: 'NOT_FOUND' });
    expect(await coach.refusal(PROPOSE, { meeting, id: randomUUID(), proposal: wish('x') })).toEqual({
      code: 'NOT_ALLOWED',
    });
    expect(await leader.refusal('query($id: ID!) { meeting(id: $id) { proposals { id } } }', { id: meeting })).toEqual({
      code: 'NOT_FOUND',
    });
    await world.admin.query(
      `insert into meeting_participant (municipality_id, meeting_id, person_id, is_guest) values ($1, $2, $3, true)`,
      [IDS.municipality, meeting, PEOPLE.leder.id],
    );
    expect((await seen(id, leader))!.title).toBe('Kun for rummet');
    await leader.ask(WITHDRAW, { id: await proposed(leader, 'Fra ledelsen') });
    await world.admin.query('delete from meeting_participant where meeting_id = $1 and person_id = $2', [
      meeting,
      PEOPLE.leder.id,
    ]);
    expect(await leader.refusal(PROPOSE, { meeting, id: randomUUID(), proposal: wish('x') })).toEqual({
      code: 'NOT_FOUND',
    });
    await mads.ask(WITHDRAW, { id });
  });

  it('a guest proposes to the meeting they are called to, sees no draft, and answers nothing', async () => {
    const id = await proposed(guest, 'Gæstens punkt');
    expect((await seen(id))!.proposedBy.id).toBe(PEOPLE.gaest.id);
    expect(await guest.refusal(TAKE, { id, seen: 1 })).toEqual({ code: 'NOT_ALLOWED' });
    expect(await guest.refusal(DECLINE, { id, reason: 'Nej', keep: false, seen: 1 })).toEqual({ code: 'NOT_ALLOWED' });
    expect(await guest.refusal(PROPOSE, { meeting: draft, id: randomUUID(), proposal: wish('x') })).toEqual({
      code: 'NOT_FOUND',
    });
    await guest.ask(WITHDRAW, { id });
  });

  it('nobody changes or takes back what a colleague proposed, not even who leads', async () => {
    const id = await proposed(mads, 'Mads’ eget');
    expect(await anne.refusal(CHANGE, { id, proposal: wish('Annes'), seen: 1 })).toEqual({ code: 'NOT_ALLOWED' });
    expect(await anne.refusal(WITHDRAW, { id })).toEqual({ code: 'NOT_ALLOWED' });
    expect(await trine.refusal(PROPOSE, { meeting, id, proposal: wish('Samme id') })).toEqual({ code: 'NOT_FOUND' });
    await mads.ask(WITHDRAW, { id });
  });

  it('what is written is held to the rules of every text', async () => {
    for (const [more, problem] of [
      [{ why: 'Mors nummer er 010203-1234' }, { field: 'why', problem: 'CPR' }],
      [{ minutes: 0 }, { field: 'minutes', problem: 'TOO_SHORT' }],
      [{ minutes: 500 }, { field: 'minutes', problem: 'TOO_LONG' }],
    ] as const)
      expect(await mads.refusal(PROPOSE, { meeting, id: randomUUID(), proposal: wish('x', more) })).toMatchObject({
        code: 'INPUT_REFUSED',
        fields: [problem],
      });
    expect(await mads.refusal(PROPOSE, { meeting, id: randomUUID(), proposal: wish(' ') })).toMatchObject({
      fields: [{ field: 'title', problem: 'EMPTY' }],
    });
  });
});

describe('proposing', () => {
  it('asked twice with one id it stands once; ten are enough; what is taken back is gone in the database too', async () => {
    const id = randomUUID();
    await mads.ask(PROPOSE, { meeting, id, proposal: wish('To tryk') });
    await mads.ask(PROPOSE, { meeting, id, proposal: wish('To tryk') });
    expect((await prepared(anne, meeting)).proposals!.map((one) => one.title)).toEqual(['To tryk']);
    const more = [];
    for (let n = 2; n <= 10; n += 1) more.push(await proposed(mads, `Punkt ${n}`));
    expect(await mads.refusal(PROPOSE, { meeting, id: randomUUID(), proposal: wish('Et for meget') })).toMatchObject({
      code: 'INPUT_REFUSED',
      fields: [{ field: 'title', problem: 'TOO_MANY' }],
    });
    for (const one of [id, ...more]) await mads.ask(WITHDRAW, { id: one });
    expect((await mads.ask(WITHDRAW, { id }))['withdrawProposal'].changes).toEqual([]);
    expect((await prepared(mads, meeting)).proposals).toEqual([]);
    expect(await row(id)).toMatchObject({ state: 'WITHDRAWN', title: '', why: '' });
    const { rows } = await world.admin.query(
      `select count(*)::int as n from change where fields::text like '%To tryk%'`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('is refused the second of two changes with the first’s words, and what is answered is not changed', async () => {
    const id = await proposed(mads, 'Første ord');
    await mads.ask(CHANGE, { id, proposal: wish('Fra telefonen', { minutes: 5 }), seen: 1 });
    expect(await mads.refusal(CHANGE, { id, proposal: wish('Fra computeren'), seen: 1 })).toEqual({
      code: 'CHANGED_MEANWHILE',
      current: { ...wish('Fra telefonen', { minutes: 5 }), revision: 2 },
    });
    expect(await anne.refusal(TAKE, { id, seen: 1 })).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    expect(await anne.refusal(DECLINE, { id, reason: 'Nej', keep: false, seen: 1 })).toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    await anne.ask(DECLINE, { id, reason: 'Vi når det ikke', keep: false, seen: 2 });
    expect(await mads.refusal(CHANGE, { id, proposal: wish('Igen'), seen: 3 })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      state: 'DECLINED',
    });
    expect(await mads.refusal(WITHDRAW, { id })).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
  });
});

describe('answering', () => {
  it('taken in it is an item before check-out, led by whoever proposed it, with the minutes they wished', async () => {
    await world.admin.query(`update agenda_item set step_key = 'check-out' where id = $1`, [IDS.items[3]]);
    const id = await proposed(mads, 'Overgangen efter pausen');
    const [one, two] = await Promise.all([anne.send(TAKE, { id, seen: 1 }), trine.send(TAKE, { id, seen: 1 })]);
    expect([one.errors, two.errors]).toEqual([undefined, undefined]);
    const now = await prepared(mads, meeting);
    const items = now.items.toSorted((a, b) => a.position - b.position);
    expect(items.map((item) => item.position)).toEqual([1, 2, 3, 4, 5]);
    expect(items.filter((item) => item.title === 'Overgangen efter pausen')).toHaveLength(1);
    expect(items[3]).toMatchObject({
      title: 'Overgangen efter pausen',
      plannedMin: 15,
      guidance: 'Det fylder i klassen',
      owner: { id: PEOPLE.mads.id },
    });
    expect((await seen(id, mads))!.state).toBe('TAKEN_IN');
    expect(await anne.refusal(DECLINE, { id, reason: 'Alligevel ikke', keep: true, seen: 2 })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
    });
  });

  it('of somebody who is called no more it is led by nobody', async () => {
    const id = await proposed(guest, 'Gæsten blev væk');
    await world.admin.query('delete from meeting_participant where meeting_id = $1 and person_id = $2', [
      meeting,
      PEOPLE.gaest.id,
    ]);
    await anne.ask(TAKE, { id, seen: 1 });
    expect((await prepared(anne, meeting)).items.find((item) => item.title === 'Gæsten blev væk')!.owner).toBeNull();
    await world.admin.query(
      `insert into meeting_participant (municipality_id, meeting_id, person_id, is_guest) values ($1, $2, $3, true)`,
      [IDS.municipality, meeting, PEOPLE.gaest.id],
    );
  });

  it('a no needs a reason, is read by whoever proposed it alone, and is gone for the others', async () => {
    const id = await proposed(mads, 'Nyt skilt på døren');
    expect(await anne.refusal(DECLINE, { id, reason: ' ', keep: false, seen: 1 })).toMatchObject({
      code: 'INPUT_REFUSED',
      fields: [{ field: 'reason', problem: 'EMPTY' }],
    });
    await anne.ask(DECLINE, { id, reason: 'Det klarer pedellen', keep: false, seen: 1 });
    expect(await seen(id, mads)).toMatchObject({ state: 'DECLINED', answer: 'Det klarer pedellen' });
    for (const other of [anne, trine, guest]) expect(await seen(id, other)).toBeUndefined();
  });

  it('"ikke denne gang" stands at the next meeting, with the answer to whoever proposed it, and not at this one again', async () => {
    const id = await proposed(mads, 'Legegrupper');
    await anne.ask(DECLINE, { id, reason: 'Først efter ferien', keep: true, seen: 1 });
    expect(await seen(id, mads, draft)).toMatchObject({
      state: 'PROPOSED',
      meetingId: draft,
      fromEarlier: true,
      answer: 'Først efter ferien',
    });
    expect((await seen(id, anne, draft))!.answer).toBeNull();
    expect(await seen(id, anne)).toMatchObject({ meetingId: draft });
    expect(await guest.refusal('query($id: ID!) { meeting(id: $id) { id } }', { id: draft })).toEqual({
      code: 'NOT_FOUND',
    });
    // The proposer may still take it back there.
    await mads.ask(WITHDRAW, { id });
    expect(await seen(id, anne, draft)).toBeUndefined();
  });
});

describe('nothing that is open is lost', () => {
  it('goes on when the meeting begins, comes back when that was a mistake, waits when there is no next, and comes up', async () => {
    const id = await proposed(mads, 'Det sidste forslag');
    const mine = await proposed(guest, 'Gæstens sidste');
    await anne.ask(START, { id: meeting });
    expect(await mads.refusal(PROPOSE, { meeting, id: randomUUID(), proposal: wish('For sent') })).toMatchObject({
      code: 'STEP_NOT_POSSIBLE',
      state: 'IN_PROGRESS',
    });
    expect(await seen(id, mads, draft)).toMatchObject({ state: 'PROPOSED', meetingId: draft, fromEarlier: true });
    await anne.ask(MISTAKE, { id: meeting });
    expect(await seen(id, mads)).toMatchObject({ state: 'PROPOSED', meetingId: meeting, fromEarlier: false });
    expect(await seen(id, mads, draft)).toBeUndefined();
    await anne.ask(START, { id: meeting });
    await anne.ask(CANCEL_MEETING, { id: draft });
    expect(await seen(id, mads, draft)).toMatchObject({ state: 'WAITING', meetingId: draft });
    // Whoever plans the next meeting learns what waits for it; a coach who attends none of them does not.
    const waits = async (who: Caller) => (await who.ask(WAITS, { team: IDS.teamA1 }))['newMeeting'].waitingProposals;
    const coach = await world.signIn('coach');
    for (const name of ['ove', 'leder', 'nabo'] as const)
      expect(await (await world.signIn(name)).refusal(WAITS, { team: IDS.teamA1 })).toEqual({ code: 'NOT_FOUND' });
    expect(await waits(coach)).toBeNull();
    expect((await waits(anne)).map((one: { id: string }) => one.id)).toEqual(expect.arrayContaining([id, mine]));
    const next = (
      await anne.ask(NEW_MEETING, { team: IDS.teamA1, at: new Date(Date.now() + 30 * 86_400_000).toISOString() })
    )['createMeeting'].id;
    for (const one of [id, mine])
      expect(await seen(one, anne, next)).toMatchObject({ state: 'PROPOSED', meetingId: next, fromEarlier: true });
    expect(await waits(anne)).toEqual([]);
    await anne.ask(FINISH, { id: meeting });
    for (const one of [id, mine]) await trine.ask(TAKE, { id: one, seen: (await row(one)).revision });
    expect((await prepared(anne, next)).items.map((item) => item.title)).toContain('Det sidste forslag');
  });

  it('is not put on a meeting that is just beginning: who moves proposals of a series stands in one line', async () => {
    const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const [first, second] = [
      (await anne.ask(NEW_MEETING, { team: IDS.teamA1, at: at(33) }))['createMeeting'].id as string,
      (await anne.ask(NEW_MEETING, { team: IDS.teamA1, at: at(34) }))['createMeeting'].id as string,
    ];
    const waiting = async (n: number) =>
      vi.waitFor(
        async () => {
          const { rows } = await world.admin.query(
            `select count(*)::int as n from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`,
          );
          expect(rows[0].n).toBe(n);
        },
        { timeout: 5_000, interval: 20 },
      );
    // The beginning is held at its last step: all is written, and nothing committed.
    let id = '';
    const holder = new pg.Client({ connectionString: world.database.adminUrl });
    await holder.connect();
    try {
      await holder.query('begin');
      await holder.query(`select from scope_counter where kind = 'MEETING' and id = $1 for update`, [second]);
      const start = trine.send(START, { id: second });
      await waiting(1);
      // Proposed after the beginning has moved what it found.
      id = await proposed(mads, 'Midt i det hele', first);
      const off = anne.send(DECLINE, { id, reason: 'Ikke nu', keep: true, seen: 1 });
      await waiting(2);
      await holder.query('commit');
      expect([(await start).errors, (await off).errors]).toEqual([undefined, undefined]);
    } finally {
      await holder.end();
    }
    expect(await row(id)).toMatchObject({ state: 'WAITING', meeting_id: first });
    await anne.ask(MISTAKE, { id: second });
    expect(await row(id)).toMatchObject({ state: 'PROPOSED', meeting_id: second });
    await mads.ask(WITHDRAW, { id });
    for (const one of [first, second]) await anne.ask(CANCEL_MEETING, { id: one });
  });

  it('is not lost between a meeting that begins and a proposal that is just being put off to it', async () => {
    for (let round = 0; round < 6; round += 1) {
      const at = (days: number) => new Date(Date.now() + (40 + round * 5 + days) * 86_400_000).toISOString();
      const [first, second] = [
        (await anne.ask(NEW_MEETING, { team: IDS.teamA1, at: at(0) }))['createMeeting'].id as string,
        (await anne.ask(NEW_MEETING, { team: IDS.teamA1, at: at(1) }))['createMeeting'].id as string,
      ];
      const id = await proposed(mads, `Runde ${round}`, first);
      await Promise.all([
        anne.send(DECLINE, { id, reason: 'Ikke nu', keep: true, seen: 1 }),
        trine.send(START, { id: second }),
        mads.send(CHANGE, { id, proposal: wish(`Runde ${round} igen`), seen: 1 }),
      ]);
      const { rows } = await world.admin.query(
        `select p.state, m.state as at from proposed_item p join meeting m on m.id = p.meeting_id where p.id = $1`,
        [id],
      );
      expect(
        [
          { state: 'WAITING', at: 'IN_PROGRESS' },
          { state: 'PROPOSED', at: 'DRAFT' },
          { state: 'WAITING', at: 'DRAFT' },
        ],
        `round ${round}: ${JSON.stringify(rows)}`,
      ).toContainEqual(rows[0]);
      await anne.ask(MISTAKE, { id: second });
      for (const one of [second, first]) await anne.ask(CANCEL_MEETING, { id: one });
      expect(await row(id)).toMatchObject({ state: 'WAITING' });
      await mads.ask(WITHDRAW, { id });
    }
  });
});
