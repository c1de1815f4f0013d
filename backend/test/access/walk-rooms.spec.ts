import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DiscoveryService } from '@nestjs/core';
import { toBase64 } from 'lib0/buffer';
import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { FileDoors } from '../../src/access/file-doors.ts';
import { UploadDoors } from '../../src/access/upload-doors.ts';
import { GuardedJobs } from '../../src/access/guarded-jobs.ts';
import { abilityNamed } from '../../src/access/policy.ts';
import { SocketDoor } from '../../src/live/socket-door.ts';
import type { FollowAnswer, FollowRequest, Present } from '#live-protocol/events.ts';
import { NOTE_ROOT } from '#live-protocol/notes.ts';
import { paragraph } from '../notes/writer.ts';
import { IDS, PEOPLE, startWorld, type LiveSocket, type PersonName, type World } from '../world.ts';

const TEAM: readonly PersonName[] = ['anne', 'mads', 'trine'];

let world: World;
const sockets = new Map<PersonName, LiveSocket>();
beforeAll(async () => {
  world = await startWorld();
  for (const name of Object.keys(PEOPLE) as PersonName[])
    sockets.set(name, await world.connectLive(await world.signIn(name)));
});
afterAll(() => world.stop());

/** Who is let in; everybody else must be told that nothing is there, as about a room that is not. */
async function letIn(kind: FollowRequest['kind'], id: string): Promise<PersonName[]> {
  const inside: PersonName[] = [];
  for (const [name, socket] of sockets) {
    const ask = (room: string) =>
      new Promise<FollowAnswer>((resolve) => socket.emit('follow', { kind, id: room, since: 0 }, resolve));
    const answer = await ask(id);
    if (answer.ok) inside.push(name);
    else expect(answer, name).toEqual(await ask('00000000-0000-7000-8000-0000000fffff'));
    socket.emit('leave', { kind, id });
  }
  return inside;
}

describe('the access walk over rooms', () => {
  it("lets the team into a convened meeting's room, and the guest who is invited; the draft's room is the team's", async () => {
    expect(await letIn('MEETING', IDS.meeting)).toEqual([...TEAM, 'gaest']);
    expect(await letIn('MEETING', IDS.draft)).toEqual(TEAM);
  });

  it('lets a coach in who is invited, for as long as it lasts', async () => {
    await world.admin.query(
      `insert into meeting_participant (municipality_id, meeting_id, person_id, attendance, is_guest) values ($1, $2, $3, 'INVITED', false)`,
      [IDS.municipality, IDS.meeting, PEOPLE.coach.id],
    );
    expect((await letIn('MEETING', IDS.meeting)).sort()).toEqual([...TEAM, 'coach', 'gaest'].sort());
    await world.admin.query(
      `update meeting set state = 'HELD', started_at = now(), ended_at = now() where id = '${IDS.meeting}';
       insert into minutes (id, municipality_id, meeting_id, state, snapshot, fingerprint)
         values ('${IDS.meeting}', '${IDS.municipality}', '${IDS.meeting}', 'APPROVED', '{}', 'x')`,
    );
    expect(await letIn('MEETING', IDS.meeting)).toEqual(TEAM);
  });

  it("lets the team and its coach into the team's room, and each person into their own alone", async () => {
    expect(await letIn('TEAM', IDS.teamA1)).toEqual([...TEAM, 'coach']);
    for (const name of ['anne', 'leder', 'nabo'] as const)
      expect(await letIn('PERSON', PEOPLE[name].id)).toEqual([name]);
  });

  it("lets those who show closed days into the municipality's room, of their own municipality", async () => {
    const told = await letIn('MUNICIPALITY', IDS.municipality);
    for (const name of ['nabo', 'naboleder', 'gaest', 'laeser'] as const) expect(told).not.toContain(name);
    expect(told).toEqual(
      expect.arrayContaining([...TEAM, 'ove', 'coach', 'bodil', 'leder', 'konsulent', 'admin', 'dpo']),
    );
  });

  it("lets those who see its templates into a school's room, and nobody of another school", async () => {
    expect(await letIn('SCHOOL', IDS.schoolA)).toEqual([...TEAM, 'ove', 'coach', 'leder', 'admin']);
  });
});

/** Each event by the words in which it is walked here or, where it relays nothing but to a room one is in, why not. */
const WALKED: Record<string, string> = {
  follow: 'above',
  leave: 'of a room one is not in does nothing',
  'presence:set': 'below',
  'note:open': 'below',
  'note:write': 'below',
  'note:close': 'of a note that is not open does nothing',
  'note:caret': 'below',
  'screen:follow': 'open to the screen in the room alone: projector/loan.spec.ts',
};

describe('the access walk over the socket’s events', () => {
  const ask = (socket: LiveSocket, event: string, payload: object) =>
    (socket as unknown as Socket).timeout(10_000).emitWithAck(event, payload) as Promise<{
      ok: boolean;
      refused?: string;
    }>;
  let clientId = 100;

  async function opens(noteId: string): Promise<PersonName[]> {
    const inside: PersonName[] = [];
    for (const [name, socket] of sockets) {
      clientId += 1;
      const answer = await ask(socket, 'note:open', { noteId, clientId, have: 0 });
      if (answer.ok) inside.push(name);
      else
        expect(answer, name).toEqual(
          await ask(socket, 'note:open', { noteId: '00000000-0000-7000-8000-0000000fffff', clientId, have: 0 }),
        );
      await ask(socket, 'note:close', { noteId });
    }
    return inside;
  }

  it('covers every event there is', () => {
    const events = world.app
      .get(DiscoveryService, { strict: false })
      .getProviders()
      .map((provider): unknown => provider.instance)
      .filter((instance): instance is SocketDoor => instance instanceof SocketDoor)
      .map((door) => door.event);
    expect(events.toSorted()).toEqual(Object.keys(WALKED).sort());
  });

  it('says nothing of somebody in a room they are not in, and answers as if no such meeting were there', async () => {
    const anne = sockets.get('anne')!;
    const seen: Present[] = [];
    anne.on('presence', ({ people }) => seen.push(...people));
    expect(await ask(anne, 'follow', { kind: 'MEETING', id: IDS.meeting, since: null })).toMatchObject({ ok: true });
    for (const [name, socket] of sockets) {
      if (name === 'anne') continue;
      for (const meetingId of [IDS.meeting, IDS.draft, '00000000-0000-7000-8000-0000000fffff'])
        expect(await ask(socket, 'presence:set', { meetingId, hand: true, writing: true }), name).toEqual({
          ok: false,
          refused: 'NOT_FOUND',
        });
    }
    expect(await ask(anne, 'presence:set', { meetingId: IDS.meeting, hand: true })).toEqual({ ok: true });
    await vi.waitFor(() => expect(seen.at(-1)?.handSince).not.toBe(null));
    expect(new Set(seen.map((person) => person.id))).toEqual(new Set([PEOPLE.anne.id]));
    anne.emit('leave', { kind: 'MEETING', id: IDS.meeting });
  });

  it('opens a note, an item’s or the meeting’s own, for those who are let into its meeting, and the draft’s for the team', async () => {
    // The meeting's minutes are approved above: its guest and its coach are out.
    for (const noteId of [IDS.items[0], IDS.meeting]) expect(await opens(noteId!)).toEqual(TEAM);
    expect(await opens(IDS.draftItem)).toEqual(TEAM);
  });

  it('stores nothing of what somebody else writes, and answers as if no such note were there', async () => {
    const doc = new Y.Doc();
    doc.getXmlFragment(NOTE_ROOT).push([paragraph('Jeg var her')]);
    const bytes = Y.encodeStateAsUpdate(doc);
    const count = async () => (await world.admin.query('select from note_update')).rowCount;
    const before = await count();
    for (const [name, socket] of sockets) {
      if (TEAM.includes(name)) continue;
      for (const noteId of [IDS.items[0]!, IDS.draftItem, '00000000-0000-7000-8000-0000000fffff'])
        expect(
          await ask(socket, 'note:write', { noteId, clientId: doc.clientID, bytes: toBase64(bytes) }),
          name,
        ).toEqual({
          ok: false,
          refused: 'NOT_FOUND',
        });
    }
    expect(await count()).toBe(before);
  });

  it('carries a caret to nobody from somebody who has not opened the note', async () => {
    const [noteId] = IDS.items;
    const anne = sockets.get('anne')!;
    const mads = sockets.get('mads')!;
    const seen: string[] = [];
    anne.on('note:caret', ({ person }) => seen.push(person.id));
    await ask(anne, 'note:open', { noteId, clientId: 901, have: 0 });
    for (const name of ['nabo', 'leder', 'ove'] as const)
      await ask(sockets.get(name)!, 'note:caret', { noteId, caret: { anchor: null, head: null } });
    await ask(mads, 'note:open', { noteId, clientId: 902, have: 0 });
    await ask(mads, 'note:caret', { noteId, caret: { anchor: null, head: null } });
    await vi.waitFor(() => expect(seen).toEqual([PEOPLE.mads.id]));
  });
});

describe('the other doors', () => {
  it('are GraphQL, the socket, the files (walk-files.spec.ts) and the pages, and nothing else', () => {
    const routes = (world.app as NestFastifyApplication)
      .getHttpAdapter()
      .getInstance()
      .printRoutes({ commonPrefix: false });
    const files = world.app.get(FileDoors, { strict: false }).doors();
    const isPage = (line: string) =>
      /\(HEAD(, GET)?\)|\(GET, HEAD\)/.test(line) && !files.some(({ path }) => line.startsWith(path));
    const doors = routes
      .split('\n')
      .map((line) => line.replace(/^[│├└─\s]+/, ''))
      .filter((line) => line !== '' && !isPage(line));
    const uploads = world.app.get(UploadDoors, { strict: false }).doors();
    expect(doors.sort()).toEqual(
      [
        '/graphql (GET, HEAD, POST)',
        ...files.map(({ path }) => `${path} (GET, HEAD)`),
        ...uploads.map(({ path }) => `${path} (POST)`),
      ].sort(),
    );
    expect(files.length).toBeGreaterThan(0);
  });

  it('are no jobs that a person could ask for: each writes under an ability that nobody holds', () => {
    const jobs = world.app.get(GuardedJobs, { strict: false }).jobs();
    expect(jobs.map((job) => job.title).sort()).toEqual([
      'audit sealed',
      'count of who is prepared',
      'count of who is ready',
      'files that nothing shows',
      'forgotten meetings',
      'mail sent',
      'mails at their end',
      'minutes approved by time',
      'note history at its end',
      'notes left unbuilt',
      'preparation at its end',
      'published tables',
      'silent writings left open',
    ]);
    for (const job of jobs) expect(abilityNamed(job.ability)?.viewers, job.title).toEqual({});
  });
});
