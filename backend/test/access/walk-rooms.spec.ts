import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GuardedJobs } from '../../src/access/guarded-jobs.ts';
import { abilityNamed } from '../../src/access/policy.ts';
import type { FollowAnswer, FollowRequest } from '#live-protocol/events.ts';
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
});

describe('the other doors', () => {
  it('are GraphQL, the socket and the pages, and nothing else', () => {
    const routes = (world.app as NestFastifyApplication)
      .getHttpAdapter()
      .getInstance()
      .printRoutes({ commonPrefix: false });
    const doors = routes
      .split('\n')
      .map((line) => line.replace(/^[│├└─\s]+/, ''))
      .filter((line) => line !== '' && !/\(HEAD(, GET)?\)|\(GET, HEAD\)/.test(line));
    expect(doors.filter((line) => line !== '/graphql (GET, HEAD, POST)')).toEqual([]);
    expect(doors.length).toBeGreaterThan(0);
  });

  it('are no jobs that a person could ask for: each writes under an ability that nobody holds', () => {
    const jobs = world.app.get(GuardedJobs, { strict: false }).jobs();
    expect(jobs.map((job) => job.title).sort()).toEqual([
      'forgotten meetings',
      'minutes approved by time',
      'published tables',
    ]);
    for (const job of jobs) expect(abilityNamed(job.ability)?.viewers, job.title).toEqual({});
  });
});
