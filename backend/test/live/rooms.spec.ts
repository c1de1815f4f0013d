import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FollowAnswer, FollowRequest } from '#live-protocol/events.ts';
import { START } from '../meetings/run-documents.ts';
import { Writer } from '../notes/writer.ts';
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

  it('a guest who is no longer invited is told that they are out, and nothing of the meeting or its notes from then on', async () => {
    const anne = await world.signIn('anne');
    const socket = await world.connectLive(await world.signIn('gaest'));
    await anne.ask(START, { id: IDS.meeting });
    const note = new Writer(socket, IDS.items[0]);
    const annesNote = new Writer(await world.connectLive(anne), IDS.items[0]);
    expect(await annesNote.open()).toMatchObject({ ok: true });
    expect(await note.open()).toMatchObject({ ok: true });
    expect(await follow(socket, { kind: 'MEETING', id: IDS.meeting, since: null })).toMatchObject({ ok: true });
    const heard: string[] = [];
    const rooms = new Set<string>();
    socket.on('changes', (changes) => heard.push(...changes.map(({ entity, verb }) => `${entity} ${verb}`)));
    socket.on('gone', (gone) => 'kind' in gone && rooms.add(gone.kind));
    const add = (title: string) =>
      anne.ask('mutation($id: ID!, $input: NewItemInput!) { addItem(meetingId: $id, input: $input) { id } }', {
        id: IDS.meeting,
        input: { title, kind: 'DISCUSSION', track: 'DEVELOPMENT', plannedMin: 2 },
      });
    await add('Mens gæsten er her');
    await vi.waitFor(() => expect(heard).toContain('AgendaItem added'));
    heard.length = 0;
    const { rows } = await world.admin.query<{ id: string }>(
      'select id from meeting_participant where meeting_id = $1 and person_id = $2',
      [IDS.meeting, PEOPLE.gaest.id],
    );
    await anne.ask('mutation($id: ID!) { removeGuest(participantId: $id) { id } }', { id: rows[0]!.id });
    await add('Efter at gæsten gik');
    expect(await annesNote.write('Også det')).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(rooms).toEqual(new Set(['MEETING', 'NOTE'])));
    expect(heard).toEqual([]);
    expect(note.lines).not.toContain('Også det');
  });
});
