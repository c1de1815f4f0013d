import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HistoryEnds } from '../../src/minutes/history-ends.ts';
import { noted } from '../notes/writer.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';

const DAY = 86_400_000;
const READ =
  'query($id: ID!) { minutes(meetingId: $id) { state revision notesWithHistory text { items { id note } } } }';
const PROPOSE = 'mutation($id: ID!) { proposeMinutes(meetingId: $id) { id } }';
const APPROVE = 'mutation($id: ID!, $seen: Int!) { approveMinutes(meetingId: $id, seenRevision: $seen) { id } }';

let world: World;
let anne: Caller;
const id = IDS.meeting;
const itemId = IDS.items[1]!;
const clock = () => world.app.get(HistoryEnds);
const minutes = async (caller = anne) => (await caller.ask(READ, { id }))['minutes'];
const kept = async () =>
  (await world.admin.query('select count(*)::int as n from note_history where note_id = $1', [itemId])).rows[0].n;

beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  await anne.ask('mutation($id: ID!) { startMeeting(meetingId: $id) { id } }', { id });
  await noted(world, anne, itemId, 'Første udkast');
  await world.admin.query(
    `update meeting_participant set attendance = 'PRESENT' where meeting_id = $1 and person_id = $2`,
    [id, PEOPLE.anne.id],
  );
  await anne.ask('mutation($id: ID!) { finishMeeting(meetingId: $id) { id } }', { id });
});
afterAll(() => world.stop());

describe('what the notes said before', () => {
  it('is named to the team alone beside the minutes', async () => {
    expect((await minutes()).notesWithHistory).toContain(itemId);
    await world.admin.query(
      `update meeting_participant set attendance = 'GUEST' where meeting_id = $1 and person_id = $2`,
      [id, PEOPLE.gaest.id],
    );
    expect((await minutes(await world.signIn('gaest'))).notesWithHistory).toBeNull();
  });

  it('is kept while the minutes are not approved, however old it is', async () => {
    expect(await clock().round(Date.now() + 400 * DAY)).toEqual([]);
    expect(await kept()).toBeGreaterThan(0);
  });

  it('is kept for thirty days after the approval', async () => {
    await anne.ask(PROPOSE, { id });
    await anne.ask(APPROVE, { id, seen: (await minutes()).revision });
    expect((await minutes(await world.signIn('coach'))).notesWithHistory, 'its coach').toBeNull();
    expect((await minutes()).notesWithHistory).toContain(itemId);
    expect(await clock().round(Date.now() + 30 * DAY - 60_000)).toEqual([]);
    expect(await kept()).toBeGreaterThan(0);
  });

  it('goes then, once, also when two replicas look; the approved text stays, and the log tells how many went', async () => {
    const versions = await kept();
    const now = Date.now() + 30 * DAY + 60_000;
    const rounds = await Promise.all([clock().round(now), clock().round(now)]);
    expect(rounds.flat()).toEqual([id]);
    expect(await kept()).toBe(0);
    const after = await minutes();
    expect(after).toMatchObject({ state: 'APPROVED', notesWithHistory: [] });
    expect(after.text.items.find((item: { id: string }) => item.id === itemId).note).toContain('Første udkast');
    const { rows } = await world.admin.query(
      `select fields->'set' as told from change where is_home and entity_id = $1 and verb = 'note history ended'`,
      [id],
    );
    expect(rows).toEqual([{ told: { versions } }]);
  });
});
