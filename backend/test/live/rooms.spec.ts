import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FollowAnswer, FollowRequest } from '#live-protocol/events.ts';
import { IDS, PEOPLE, startWorld, type LiveSocket, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const follow = (socket: LiveSocket, request: FollowRequest): Promise<FollowAnswer> =>
  new Promise((resolve) => socket.emit('follow', request, resolve));

describe('a room opens only for those who belong in it', () => {
  it('a stranger without a session gets no socket', async () => {
    await expect(world.connectLive(world.stranger())).rejects.toThrow('SIGNED_OUT');
  });

  it('a neighbour, a colleague of another team and the school’s leader are answered as if the meeting were not there', async () => {
    for (const name of ['nabo', 'ove', 'leder', 'konsulent', 'admin'] as const) {
      const socket = await world.connectLive(await world.signIn(name));
      expect(await follow(socket, { kind: 'MEETING', id: IDS.meeting, since: null }), name).toEqual({
        ok: false,
        refused: 'NOT_FOUND',
      });
    }
  });

  it('nobody follows another person', async () => {
    const socket = await world.connectLive(await world.signIn('mads'));
    expect(await follow(socket, { kind: 'PERSON', id: PEOPLE.anne.id, since: 0 })).toEqual({
      ok: false,
      refused: 'NOT_FOUND',
    });
    expect(await follow(socket, { kind: 'PERSON', id: PEOPLE.mads.id, since: 0 })).toMatchObject({ ok: true });
  });

  it('a malformed request is refused and harms nobody', async () => {
    const socket = await world.connectLive(await world.signIn('mads'));
    expect(await follow(socket, { kind: 'MEETING', id: "'; drop table x", since: 0 })).toEqual({
      ok: false,
      refused: 'INPUT_REFUSED',
    });
    expect(await follow(socket, null as never)).toEqual({ ok: false, refused: 'INPUT_REFUSED' });
  });

  it('the team and an invited guest come in and see who else is here, each person once', async () => {
    const anne = await world.connectLive(await world.signIn('anne'));
    const guest = await world.connectLive(await world.signIn('gaest'));
    const again = await world.connectLive(await world.signIn('anne'));
    const people = new Promise<string[]>((resolve) => {
      anne.on('presence', (presence) => {
        if (presence.people.length === 2) resolve(presence.people.map((person) => person.initials));
      });
    });
    expect(await follow(anne, { kind: 'MEETING', id: IDS.meeting, since: null })).toMatchObject({ ok: true });
    expect(await follow(again, { kind: 'MEETING', id: IDS.meeting, since: null })).toMatchObject({ ok: true });
    expect(await follow(guest, { kind: 'MEETING', id: IDS.meeting, since: null })).toMatchObject({ ok: true });
    expect(await people).toEqual(['AK', 'GH']);
  });

  it('an ended session leaves the room by itself', async () => {
    const caller = await world.signIn('mads');
    const socket = await world.connectLive(caller);
    expect(await follow(socket, { kind: 'MEETING', id: IDS.meeting, since: null })).toMatchObject({ ok: true });
    expect(await follow(socket, { kind: 'PERSON', id: PEOPLE.mads.id, since: null })).toMatchObject({ ok: true });
    const gone = new Promise((resolve) => socket.once('gone', resolve));
    await caller.ask('mutation { signOut }');
    expect(await gone).toEqual({ session: true });
  });
});
