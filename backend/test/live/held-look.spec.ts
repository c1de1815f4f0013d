import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FollowAnswer } from '#live-protocol/events.ts';
import { MeetingFeed } from '../../src/live/change-feed.ts';
import { Doorbell, lookAgain, type Rung } from '../../src/platform/doorbell.ts';
import { START } from '../meetings/run-documents.ts';
import { IDS, PEOPLE, startWorld, type Caller, type LiveSocket, type World } from '../world.ts';

const DECIDE = 'mutation($item: ID!, $text: String!) { addDecision(itemId: $item, text: $text) { id } }';

/** Somebody in the meeting's room, and what they are sent there. */
interface Inside {
  caller: Caller;
  socket: LiveSocket;
  version: number;
  heard: string[];
}

let world: World;
let anne: Inside;
let mads: Inside;
beforeAll(async () => {
  world = await startWorld();
  await (await world.signIn('anne')).ask(START, { id: IDS.meeting });
});
afterAll(() => world.stop());
beforeEach(async () => {
  anne?.socket.disconnect();
  anne = await inside('anne');
  mads = await inside('mads');
});

async function inside(name: 'anne' | 'mads'): Promise<Inside> {
  const caller = await world.signIn(name);
  const socket = await world.connectLive(caller);
  const heard: string[] = [];
  socket.on('changes', (changes) => heard.push(...changes.map(({ entity, verb }) => `${entity} ${verb}`)));
  const answer: FollowAnswer = await socket.emitWithAck('follow', { kind: 'MEETING', id: IDS.meeting, since: null });
  if (!answer.ok) throw new Error(answer.refused);
  return { caller, socket, version: answer.version, heard };
}

/** Told that the session is over: nothing comes on this socket after it, and all that came before is here. */
const gone = ({ socket }: Inside) => new Promise((resolve) => socket.once('gone', resolve));

describe('somebody whose session has ended, in a room that does not know it yet', () => {
  it('is sent nothing that is committed while the room looks who may stay', async () => {
    const feed = world.app.get(MeetingFeed, { strict: false });
    const look = feed.look.bind(feed);
    let answer = () => {};
    const slow = new Promise<void>((resolve) => (answer = resolve));
    const looks = vi.spyOn(feed, 'look').mockImplementationOnce(async (...asked) => {
      await slow;
      return look(...asked);
    });
    await mads.caller.ask('mutation { signOut }');
    await expect.poll(() => looks.mock.calls.length).toBe(1);
    await anne.caller.ask(DECIDE, { item: IDS.items[0], text: 'Efter at Mads gik' });
    const out = gone(mads);
    answer();
    expect(await out).toEqual({ session: true });
    expect(mads.heard).toEqual([]);
    await expect.poll(() => anne.heard).toEqual(['Decision decided']);
  });

  it('is sent nothing that is rung in the same breath', async () => {
    await world.admin.query('update session set ended_at = now() where person_id = $1', [PEOPLE.mads.id]);
    const change = {
      scopeKind: 'MEETING',
      scopeId: IDS.meeting,
      version: mads.version + 1,
      entity: 'Decision',
      entityId: IDS.decision,
      verb: 'decided',
      fields: {},
    } as const;
    const rung: Rung[] = [lookAgain(PEOPLE.mads.id), change];
    const out = gone(mads);
    world.app.get(Doorbell, { strict: false }).ring(IDS.municipality, rung);
    expect(await out).toEqual({ session: true });
    expect(mads.heard).toEqual([]);
  });
});
