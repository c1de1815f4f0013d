import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERSON_HEADER } from '#live-protocol/page.ts';
import { FileDoors } from '../../src/access/file-doors.ts';
import { faultsOf } from '../../src/access/guarded-routes.ts';
import { UploadDoors } from '../../src/access/upload-doors.ts';
import { IDS, PEOPLE, startWorld, type PersonName, type World } from '../world.ts';

const SHARE = '00000000-0000-4000-8000-0000000000f2';
/** On team A1’s meeting. */
const FILE = '00000000-0000-4000-8000-0000000000f3';

/** Each file there is, where it is fetched for team A1's meeting, and the page that shows the same. A door that is not here fails the walk. */
const PAGES: Record<string, { fetched: string[]; query: string; variables: Record<string, unknown> }> = {
  '/filer/:id': {
    fetched: [`/filer/${FILE}`],
    query: 'query($id: ID!) { meeting(id: $id) { materials { id } } }',
    variables: { id: IDS.meeting },
  },
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
     insert into material_file (id, municipality_id, place) values ('${FILE}', '${IDS.municipality}', 'DATABASE');
     insert into material_piece (municipality_id, file_id, number, bytes) values ('${IDS.municipality}', '${FILE}', 0, 'hej');
     insert into material (id, municipality_id, team_id, meeting_id, kind, title, file_id, mime, size_bytes, added_by)
       values ('${FILE}', '${IDS.municipality}', '${IDS.teamA1}', '${IDS.meeting}', 'FILE', 'hej.txt', '${FILE}', 'text/plain', 3, '${PEOPLE.anne.id}')`,
  );
});
afterAll(() => world.stop());

const paths = () =>
  world.app
    .get(FileDoors, { strict: false })
    .doors()
    .map((door) => door.path);

describe('every door for files that are sent in', () => {
  const doors = () => world.app.get(UploadDoors, { strict: false }).doors();

  it('is known to the walk: what each takes and refuses stands with its room', () => {
    expect(doors().map(({ path }) => path)).toEqual(['/filer/moede/:meetingId']);
  });

  it('refuses whoever may not before a byte is read, and answers the ones above and beside the team as if nothing were there', async () => {
    const answers: Record<string, string[]> = {};
    for (const name of Object.keys(PEOPLE) as PersonName[]) {
      const { cookie } = await world.signIn(name);
      const response = await fetch(`${world.url}/filer/moede/${IDS.meeting}`, {
        method: 'POST',
        headers: { cookie, [PERSON_HEADER]: PEOPLE[name].id, 'content-type': 'text/plain' },
        body: 'ikke en fil',
      });
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
      (answers[errors[0]!.extensions.code] ??= []).push(name);
    }
    // INPUT_REFUSED: let in, and then found to send no file.
    expect(answers['INPUT_REFUSED']).toEqual(['anne', 'mads', 'trine', 'gaest']);
    expect(answers['NOT_ALLOWED']).toEqual(['coach']);
    expect(Object.keys(answers).sort()).toEqual(['INPUT_REFUSED', 'NOT_ALLOWED', 'NOT_FOUND']);
  });
});

describe('every file', () => {
  // The leader's copy is of approved minutes.
  beforeAll(() =>
    world.admin.query(
      `insert into minutes (id, municipality_id, meeting_id, state, approved_at, snapshot, fingerprint)
       select '${IDS.meeting}', '${IDS.municipality}', '${IDS.meeting}', 'APPROVED', now(), minutes_text('${IDS.meeting}'), 'x';
     insert into minutes_share (id, municipality_id, meeting_id, version, level, copy, shared_by)
       values ('${SHARE}', '${IDS.municipality}', '${IDS.meeting}', 1, 'SCHOOL', leader_copy('${IDS.meeting}'), '${PEOPLE.anne.id}')`,
    ),
  );

  it('is known to the walk', () => {
    expect(paths().sort()).toEqual(Object.keys(PAGES).sort());
  });

  it('is given to exactly those who are shown its page, and to everybody else as not there', async () => {
    let [given, refused] = [0, 0];
    for (const name of Object.keys(PEOPLE) as PersonName[]) {
      const caller = await world.signIn(name);
      for (const { fetched, query, variables } of Object.values(PAGES)) {
        const { data } = await caller.send(query, variables);
        const isShown = data !== null && data['meeting']?.materials !== null;
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
