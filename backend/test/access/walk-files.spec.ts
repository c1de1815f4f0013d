import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileDoors } from '../../src/access/file-doors.ts';
import { faultsOf } from '../../src/access/guarded-routes.ts';
import { IDS, PEOPLE, startWorld, type PersonName, type World } from '../world.ts';

const SHARE = '00000000-0000-4000-8000-0000000000f2';

/** Each file there is, where it is fetched for team A1's meeting, and the page that shows the same. A door that is not here fails the walk. */
const PAGES: Record<string, { fetched: string[]; query: string; variables: Record<string, unknown> }> = {
  '/dokumenter/referat/:meetingId/:form': {
    fetched: ['pdf', 'arkiv', 'word'].map((form) => `/dokumenter/referat/${IDS.meeting}/${form}`),
    query: 'query($id: ID!) { minutes(meetingId: $id) { id } }',
    variables: { id: IDS.meeting },
  },
  '/dokumenter/delt-referat/:shareId/:form': {
    fetched: ['pdf', 'word'].map((form) => `/dokumenter/delt-referat/${SHARE}/${form}`),
    query: 'query($id: ID!) { sharedMinutes(id: $id) { id } }',
    variables: { id: SHARE },
  },
  '/kalender/moede/:meetingId': {
    fetched: [`/kalender/moede/${IDS.meeting}`],
    query: 'query($id: ID!) { meeting(id: $id) { startsAt place purpose items { title } } }',
    variables: { id: IDS.meeting },
  },
};

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.admin.query(
    `update meeting set state = 'HELD', started_at = now() - interval '1 hour', ended_at = now() where id = '${IDS.meeting}';
     insert into minutes (id, municipality_id, meeting_id, state, approved_at, snapshot, fingerprint)
       select '${IDS.meeting}', '${IDS.municipality}', '${IDS.meeting}', 'APPROVED', now(), minutes_text('${IDS.meeting}'), 'x';
     insert into minutes_share (id, municipality_id, meeting_id, version, level, copy, shared_by)
       values ('${SHARE}', '${IDS.municipality}', '${IDS.meeting}', 1, 'SCHOOL', leader_copy('${IDS.meeting}'), '${PEOPLE.anne.id}')`,
  );
});
afterAll(() => world.stop());

const paths = () =>
  world.app
    .get(FileDoors, { strict: false })
    .doors()
    .map((door) => door.path);

describe('every file', () => {
  it('is known to the walk', () => {
    expect(paths().sort()).toEqual(Object.keys(PAGES).sort());
  });

  it('is given to exactly those who are shown its page, and to everybody else as not there', async () => {
    let [given, refused] = [0, 0];
    for (const name of Object.keys(PEOPLE) as PersonName[]) {
      const caller = await world.signIn(name);
      for (const { fetched, query, variables } of Object.values(PAGES)) {
        const isShown = (await caller.send(query, variables)).data !== null;
        for (const path of fetched) {
          const response = await fetch(`${world.url}${path}`, { headers: { cookie: caller.cookie } });
          await response.arrayBuffer();
          expect(response.status, `${name} ${path}`).toBe(isShown ? 200 : 404);
          if (isShown) given += 1;
          else refused += 1;
        }
      }
    }
    expect(given).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(given);
  });

  it('is given to nobody who is not signed in', async () => {
    for (const path of Object.values(PAGES).flatMap(({ fetched }) => fetched))
      expect((await fetch(`${world.url}${path}`)).status, path).toBe(401);
  });
});

describe('the server does not start', () => {
  it('with a route that names no ability, or one that no policy declares', () => {
    const route = (url: string, ability?: string) => ({
      method: 'GET',
      url,
      ...(ability ? { config: { ability } } : {}),
    });
    expect(
      faultsOf([route('/a'), route('/b', 'walk.misspelt'), route('/c', 'minutes.read'), route('/d', 'anyone')]),
    ).toEqual(['route GET /a', 'route GET /b (walk.misspelt is in no policy)']);
  });
});
