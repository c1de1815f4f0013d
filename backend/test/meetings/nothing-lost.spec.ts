import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, startWorld, type Caller, type World } from '../world.ts';
import { FINISH, NEXT, OUTCOME, roomOf, START } from './run-documents.ts';

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
});
afterAll(() => world.stop());

const CREATE =
  'mutation($teamId: ID!, $input: NewMeetingInput!) { createMeeting(teamId: $teamId, input: $input) { id } }';
const ADD = 'mutation($meetingId: ID!, $input: NewItemInput!) { addItem(meetingId: $meetingId, input: $input) { id } }';
const DROP =
  'mutation($itemId: ID!, $seen: Int!) { dropItem(itemId: $itemId, reason: "Ikke nu", seenRevision: $seen) { id } }';
const SPLIT =
  'mutation($itemId: ID!, $parts: [ItemPartInput!]!, $seen: Int!) { splitItem(itemId: $itemId, parts: $parts, seenRevision: $seen) { id } }';
const REMOVE = 'mutation($itemId: ID!, $seen: Int!) { removeItem(itemId: $itemId, seenRevision: $seen) { id } }';
const CANCEL = 'mutation($id: ID!) { cancelMeeting(meetingId: $id, reason: "Vi er på lejr") { id } }';
const MOVE =
  'mutation($id: ID!, $change: MeetingFieldsInput!, $seen: MeetingFieldsInput!) { changeMeeting(meetingId: $id, change: $change, seen: $seen) { id } }';
const PICK = 'mutation($id: ID!) { pickTemplate(meetingId: $id, templateKey: "opfoelgning-kort") { id } }';
const CONVENE = 'mutation($id: ID!) { conveneMeeting(meetingId: $id) { id } }';
const ASIDE = 'query($id: ID!) { setAside(meetingId: $id) { threads { id state } } }';
const OPEN_MEETINGS = `select m.id, m.starts_at from meeting m where m.team_id = $1 and m.state in ('DRAFT', 'CONVENED') order by m.starts_at, m.id`;

interface ItemRow {
  id: string;
  thread_id: string;
  revision: number;
  step_key: string | null;
}
interface ThreadRow {
  id: string;
  title: string;
  state: string;
  dropped_reason: string | null;
  open: number;
  held: string[];
}

const step = fc.oneof(
  fc.record({ do: fc.constantFrom('plan' as const, 'cancel' as const, 'convene' as const), n: fc.nat(3) }),
  fc.record({ do: fc.constant('move' as const), n: fc.nat(3), days: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    do: fc.constantFrom('add' as const, 'drop' as const, 'split' as const, 'remove' as const, 'template' as const),
    n: fc.nat(3),
    item: fc.nat(7),
  }),
  fc.record({
    do: fc.constant('hold' as const),
    n: fc.nat(3),
    outcomes: fc.array(fc.constantFrom(null, 'DISCUSSED', 'CARRIED', 'PARKED', 'DROPPED'), { maxLength: 4 }),
  }),
);

describe('over any sequence of planning, holding, postponing, dropping, cancelling and moving', () => {
  it('no item is lost: each stands on one agenda, waits, is parked or let go with a reason, or has an outcome', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
        await clear();
        const removedByHand = new Set<string>();
        const actionsBefore = await openActions();
        await plan(1);
        let added = 100;
        for (const one of steps) {
          const meetings = (await world.admin.query(OPEN_MEETINGS, [IDS.teamA1])).rows;
          const meeting = meetings[one.n % Math.max(1, meetings.length)];
          if (one.do === 'plan' || !meeting) {
            await plan(meetings.length + 1);
            continue;
          }
          const items = (
            await world.admin.query<ItemRow>(
              'select id, thread_id, revision, step_key from agenda_item where meeting_id = $1 order by position',
              [meeting.id],
            )
          ).rows;
          if (one.do === 'cancel') await anne.ask(CANCEL, { id: meeting.id });
          else if (one.do === 'convene') await anne.send(CONVENE, { id: meeting.id });
          else if (one.do === 'template') await anne.ask(PICK, { id: meeting.id });
          else if (one.do === 'add')
            await anne.ask(ADD, { meetingId: meeting.id, input: { title: `Eget punkt ${++added}` } });
          else if (one.do === 'move') {
            const startsAt = new Date(Date.now() + one.days * 86_400_000).toISOString();
            await anne.send(MOVE, {
              id: meeting.id,
              change: { startsAt },
              seen: { startsAt: meeting.starts_at.toISOString() },
            });
          } else if (one.do === 'hold') await hold(meeting.id, one.outcomes);
          else {
            const own = items.filter((item) => item.step_key === null);
            const item = own[('item' in one ? one.item : 0) % Math.max(1, own.length)];
            if (!item) continue;
            if (one.do === 'drop') await anne.ask(DROP, { itemId: item.id, seen: item.revision });
            else if (one.do === 'remove') {
              await anne.ask(REMOVE, { itemId: item.id, seen: item.revision });
              removedByHand.add(item.thread_id);
            } else
              await anne.ask(SPLIT, {
                itemId: item.id,
                seen: item.revision,
                parts: [
                  { title: `Eget punkt ${++added}`, plannedMin: 3 },
                  { title: `Eget punkt ${++added}`, plannedMin: 3 },
                ],
              });
          }
          await nothingIsLost(removedByHand);
          expect(await openActions(), 'no action is lost').toEqual(actionsBefore);
        }
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});

/** A meeting is begun, its items given outcomes in order as far as they go, and ended. */
async function hold(id: string, outcomes: readonly (string | null)[]): Promise<void> {
  await anne.send(CONVENE, { id });
  await anne.ask(START, { id });
  for (const outcome of outcomes) {
    const { currentItemId } = await roomOf(anne, id);
    if (!currentItemId) break;
    if (outcome === 'DROPPED' || outcome === 'PARKED' || outcome === 'CARRIED')
      await anne.send(OUTCOME, { item: currentItemId, outcome, reason: outcome === 'DROPPED' ? 'Ikke nu' : '' });
    else await anne.send(NEXT, { id, seen: currentItemId, outcome });
  }
  await anne.ask(FINISH, { id });
}

async function plan(days: number): Promise<void> {
  const startsAt = new Date(Date.now() + days * 86_400_000).toISOString();
  const made = await anne.send(CREATE, {
    teamId: IDS.teamA1,
    input: { templateKey: 'plf-grundmoede', startsAt, durationMin: 90 },
  });
  const meetingId = made.data?.['createMeeting']?.id;
  if (meetingId) await anne.ask(ADD, { meetingId, input: { title: `Eget punkt ${days}`, position: 2 } });
}

/** The team's own items, those that no template lays anew. */
async function nothingIsLost(removedByHand: ReadonlySet<string>): Promise<void> {
  const { rows } = await world.admin.query<ThreadRow>(
    `select t.id, t.title, t.state, t.dropped_reason,
       (select count(*)::int from agenda_item i join meeting m on m.id = i.meeting_id where i.thread_id = t.id and m.state in ('DRAFT', 'CONVENED', 'IN_PROGRESS')) as open,
       array(select i.outcome from agenda_item i join meeting m on m.id = i.meeting_id where i.thread_id = t.id and m.state = 'HELD') as held
     from agenda_thread t where t.series_id = $1 and t.title like 'Eget punkt %'`,
    [IDS.seriesA1],
  );
  const [any] = (await world.admin.query('select id from meeting where team_id = $1 limit 1', [IDS.teamA1])).rows;
  const aside = new Map<string, string>();
  for (const one of (await anne.ask(ASIDE, { id: any.id }))['setAside'].threads) aside.set(one.id, one.state);
  for (const thread of rows) {
    expect(thread.held.every(Boolean), `${thread.title} was not closed without an outcome`).toBe(true);
    if (thread.open > 0) {
      expect([thread.open, thread.state], `${thread.title} stands on one agenda`).toEqual([1, 'OPEN']);
      continue;
    }
    if (thread.state === 'DONE') expect(thread.held, `${thread.title} has an outcome`).not.toEqual([]);
    else if (thread.state === 'DROPPED' && thread.dropped_reason === null)
      expect(removedByHand.has(thread.id), `${thread.title} was taken off by a person`).toBe(true);
    else expect(aside.get(thread.id), `${thread.title} can be found`).toBe(thread.state);
  }
}

const openActions = async (): Promise<string[]> =>
  (
    await world.admin.query(
      `select id from action where team_id = $1 and state not in ('CLOSED', 'ABANDONED') order by id`,
      [IDS.teamA1],
    )
  ).rows.map((row) => row.id);

/** The team's series without a meeting. */
const clear = () =>
  world.admin.query(
    `update action set origin_item_id = null, origin_meeting_id = null where team_id = '${IDS.teamA1}';
     update meeting set state = 'CANCELLED' where team_id = '${IDS.teamA1}';
     update agenda_thread set state = 'DONE', dropped_reason = null, title = 'Tidligere' where series_id = '${IDS.seriesA1}'`,
  );
