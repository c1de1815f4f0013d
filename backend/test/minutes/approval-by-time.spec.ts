import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvedByTimeAt } from '#domain/minutes-lifecycle.ts';
import { ApprovalByTime } from '../../src/minutes/approval-by-time.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';

let world: World;
let anne: Caller;
let mads: Caller;
const id = IDS.meeting;
const mutation = (name: string, extra = '', args = '') =>
  `mutation($id: ID!${extra}) { ${name}(meetingId: $id${args}) { id } }`;
const PROPOSE = mutation('proposeMinutes');
const WITHDRAW = mutation('withdrawMinutes');
const OBJECT = mutation('objectToMinutes', ', $text: String!', ', itemId: null, text: $text');
const ANSWER = mutation(
  'answerObjection',
  ', $objection: ID!, $text: String!',
  ', objectionId: $objection, text: $text',
);
const READ = `query($id: ID!) { minutes(meetingId: $id) { state fingerprint objections { id } } }`;
const minutes = async () => (await anne.ask(READ, { id }))['minutes'];
const clock = () => world.app.get(ApprovalByTime);
const due = async () => {
  const { rows } = await world.admin.query('select proposed_at from minutes where meeting_id = $1', [id]);
  return approvedByTimeAt(rows[0].proposed_at.getTime());
};

beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  mads = await world.signIn('mads');
  await world.admin.query(
    `update meeting set state = 'HELD', started_at = now() - interval '1 hour', ended_at = now() where id = '${id}';
     update meeting_participant set attendance = 'PRESENT' where meeting_id = '${id}' and person_id in ('${PEOPLE.anne.id}', '${PEOPLE.mads.id}');
     update agenda_item set state = 'DONE', outcome = 'DISCUSSED' where meeting_id = '${id}'`,
  );
});
afterAll(() => world.stop());

describe('minutes approved by time', () => {
  it('are not approved while open, however long ago the meeting was', async () => {
    expect(await clock().round(Date.now() + 365 * 86_400_000)).toEqual([]);
  });

  it('are not approved a moment before the days are over, and a new proposal begins the days anew', async () => {
    await mads.ask(PROPOSE, { id });
    const first = await due();
    expect(await clock().round(first - 1)).toEqual([]);
    await mads.ask(WITHDRAW, { id });
    expect(await clock().round(first + 1)).toEqual([]);
    await mads.ask(PROPOSE, { id });
    await world.admin.query(`update minutes set proposed_at = proposed_at + interval '7 days' where meeting_id = $1`, [
      id,
    ]);
    expect(await clock().round(first)).toEqual([]);
  });

  it('wait for the answer to an objection', async () => {
    await mads.ask(OBJECT, { id, text: 'Vi aftalte også tavleplanen' });
    expect(await clock().round((await due()) + 86_400_000)).toEqual([]);
    expect((await minutes()).state).toBe('PROPOSED');
    await anne.ask(ANSWER, { id, objection: (await minutes()).objections[0].id, text: 'Det er skrevet ind' });
  });

  it('wait while something like a CPR number stands in them', async () => {
    await world.admin.query(`update agenda_item set note = 'Se 010190-1234' where id = $1`, [IDS.items[0]]);
    expect(await clock().round((await due()) + 1)).toEqual([]);
    await world.admin.query(`update agenda_item set note = '' where id = $1`, [IDS.items[0]]);
  });

  it('are approved once as the days end, frozen with a fingerprint, and the log says that the clock did it', async () => {
    const rounds = await Promise.all([clock().round(await due()), clock().round(await due())]);
    expect(rounds.flat()).toEqual([id]);
    const approved = await minutes();
    expect(approved).toMatchObject({ state: 'APPROVED', fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const { rows } = await world.admin.query(
      `select m.state, x.approved_way, x.approved_by, x.fingerprint = minutes_fingerprint(x.snapshot) as whole,
         (select count(*)::int from change c where c.is_home and c.entity = 'Minutes' and c.entity_id = m.id and c.verb = 'approved'
           and c.actor_id = '00000000-0000-7000-8000-00000000c10c') as told
       from minutes x join meeting m on m.id = x.meeting_id where m.id = $1`,
      [id],
    );
    expect(rows).toEqual([{ state: 'CLOSED', approved_way: 'TIME', approved_by: null, whole: true, told: 1 }]);
    expect(await clock().round((await due()) + 86_400_000), 'a second round').toEqual([]);
  });
});
