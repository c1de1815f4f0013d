import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LARGEST_FILE } from '#domain/material.ts';
import { PERSON_HEADER } from '#live-protocol/page.ts';
import { UploadDoors } from '../../src/access/upload-doors.ts';
import { isInfected } from '../../src/materials/clamd.ts';
import { LeftFiles } from '../../src/materials/left-files.ts';
import { PostgresPlace } from '../../src/materials/postgres-place.ts';
import { Spool } from '../../src/materials/spool.ts';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';
import { ClamdPeer, EICAR } from './clamd-peer.ts';
import { S3Peer } from './s3-peer.ts';
import { docxOf, get, onOwnPage, PDF, photo, REMOVE, send, shown } from './sending.ts';

const id = IDS.meeting;
const HOUR = 3_600_000;

const counts = async (world: World) => {
  const { rows } = await world.admin.query(
    'select (select count(*)::int from material) as shown, (select count(*)::int from material_file) as files, (select count(*)::int from material_piece) as pieces',
  );
  return rows[0];
};
const NOTHING = { shown: 0, files: 0, pieces: 0 };
const sweep = (world: World, now: number) => world.app.get(LeftFiles, { strict: false }).round(now);

/** Begins to send a file, and leaves the rest to the caller. @returns how many bytes went out before the connection ended */
function begin(caller: Caller, claimed: number | null) {
  const boundary = 'pejling';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="fil"; filename="stor.txt"\r\nContent-Type: text/plain\r\n\r\n`;
  const sent = request(`${caller.url}/filer/moede/${id}`, {
    method: 'POST',
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      cookie: caller.cookie,
      [PERSON_HEADER]: caller.page!,
      ...(claimed === null ? {} : { 'content-length': String(claimed) }),
    },
  });
  let status: number | undefined;
  sent.on('response', (response) => {
    status = response.statusCode;
    response.resume();
  });
  const ended = new Promise<void>((resolve) => {
    sent.on('error', () => resolve()).on('close', () => resolve());
  });
  sent.write(head);
  return { sent, ended, status: () => status };
}

describe('a file that is too large, or never comes to its end', () => {
  let world: World;
  let anne: Caller;
  beforeAll(async () => {
    world = await startWorld();
    anne = await onOwnPage(world, 'anne');
  });
  afterAll(() => world.stop());

  it('is refused by what it says of itself, before it is read', async () => {
    const { ended, status } = begin(anne, 200_000_000);
    await ended;
    expect(status()).toBe(422);
    expect(await counts(world)).toEqual(NOTHING);
  });

  it('is cut off as it passes the limit when it says nothing of its size, and nothing is kept', async () => {
    const { sent, ended, status } = begin(anne, null);
    const piece = Buffer.alloc(1_000_000, 97);
    let out = 0;
    let isOver = false;
    void ended.then(() => (isOver = true));
    while (!isOver && out < 200_000_000) {
      const isRoom = sent.write(piece);
      out += piece.length;
      if (!isRoom) await Promise.race([ended, new Promise((resolve) => sent.once('drain', resolve))]);
    }
    expect(out).toBeLessThan(LARGEST_FILE + 30_000_000);
    expect([422, undefined]).toContain(status());
    expect(await counts(world)).toEqual(NOTHING);
  });

  it('of exactly the limit is taken, a byte more is not', async () => {
    const most = Buffer.alloc(LARGEST_FILE, 97);
    const sent = await send(anne, id, 'stor.txt', most);
    expect(sent.status).toBe(200);
    expect(await counts(world)).toEqual({ shown: 1, files: 1, pieces: 25 });
    expect((await get(anne, sent.id)).bytes.equals(most)).toBe(true);
    expect(await send(anne, id, 'stor.txt', Buffer.alloc(LARGEST_FILE + 1, 97))).toMatchObject({
      problem: 'FILE_TOO_LARGE',
    });
    await anne.ask(REMOVE, { id: sent.id });
    expect(await counts(world)).toEqual(NOTHING);
  }, 60_000);

  it('leaves nothing when the sender goes away or falls silent', async () => {
    const gone = begin(anne, 5_000_000);
    gone.sent.write(Buffer.alloc(100_000, 97));
    await vi.waitFor(() => expect(gone.sent.writableLength).toBe(0));
    gone.sent.destroy();
    await gone.ended;
    const doors = world.app.get(UploadDoors, { strict: false });
    doors.silentMs = 200;
    const silent = begin(anne, 5_000_000);
    silent.sent.write(Buffer.alloc(100_000, 97));
    await silent.ended;
    // Nor does one wait for whoever never begins.
    const mute = begin(anne, 5_000_000);
    await mute.ended;
    doors.silentMs = 30_000;
    expect(await counts(world)).toEqual(NOTHING);
    expect((await send(anne, id, 'a.pdf', PDF)).status).toBe(200);
  });

  it('stored and never shown is seen by nobody, and deleted by the clock after an hour; what is shown stays', async () => {
    const before = await counts(world);
    const spy = vi.spyOn(world.app.get(PostgresPlace, { strict: false }), 'remove').mockResolvedValueOnce();
    // The session ends while its file is on its way.
    const leaving = await onOwnPage(world, 'mads');
    const door = vi
      .spyOn(world.app.get(PostgresPlace, { strict: false }), 'store')
      .mockImplementationOnce(async function (this: PostgresPlace, ...args) {
        await PostgresPlace.prototype.store.apply(this, args);
        await leaving.ask('mutation { signOut }');
      });
    expect(await send(leaving, id, 'a.pdf', PDF)).toMatchObject({ status: 401, code: 'SIGNED_OUT' });
    spy.mockRestore();
    door.mockRestore();
    expect(await counts(world)).toEqual({ shown: before.shown, files: before.files + 1, pieces: before.pieces + 1 });
    expect(await sweep(world, Date.now() + HOUR - 60_000)).toEqual([]);
    expect(await sweep(world, Date.now() + HOUR + 60_000)).toHaveLength(1);
    expect(await counts(world)).toEqual(before);
  });

  it('is refused when a person sends faster than anybody works', async () => {
    const trine = await onOwnPage(world, 'trine');
    const answers = [];
    for (let n = 0; n < 25; n += 1) answers.push((await send(trine, IDS.draft, 'x.zip', 'x')).code);
    expect(answers.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'FILE_REFUSED'));
    expect(answers.at(-1)).toBe('TOO_OFTEN');
  });

  it('in a body that is none is refused, and nothing is kept', async () => {
    const before = await counts(world);
    const post = async (body: string, type: string) =>
      (
        await fetch(`${world.url}/filer/moede/${id}`, {
          method: 'POST',
          headers: { cookie: anne.cookie, [PERSON_HEADER]: PEOPLE.anne.id, 'content-type': type },
          body,
        })
      ).status;
    expect(await post('{}', 'application/json')).toBe(400);
    expect(await post('--x\r\nnonsense', 'multipart/form-data; boundary=x')).toBe(400);
    expect(await post('--x--\r\n', 'multipart/form-data; boundary=x')).toBe(400);
    expect(await counts(world)).toEqual(before);
    expect((await get(anne, (await shown(anne, id))![0].id)).status).toBe(200);
  });
});

describe('what looks for viruses', () => {
  let world: World;
  let clamd: ClamdPeer;
  let anne: Caller;
  beforeAll(async () => {
    clamd = await ClamdPeer.start();
    world = await startWorld({ CLAMAV_URL: clamd.url });
    anne = await onOwnPage(world, 'anne');
  });
  afterAll(async () => {
    await world.stop();
    await clamd.stop();
  });

  it('is given the whole file as it came, and what it finds is not kept', async () => {
    const picture = await photo();
    expect((await send(anne, id, 'foto.jpg', picture)).status).toBe(200);
    expect(clamd.given).toBe(picture.length);
    expect(await send(anne, id, 'test.txt', EICAR)).toMatchObject({ status: 422, problem: 'FILE_INFECTED' });
    const inside = docxOf({ 'word/media/x.bin': '' });
    expect(
      await send(anne, id, 'brev.docx', Buffer.concat([inside.subarray(0, 30), inside.subarray(30)])),
    ).toMatchObject({ status: 200 });
    expect(await counts(world)).toMatchObject({ shown: 2, files: 2 });
  });

  it('that is away, cuts off or is too busy keeps the file out: try again in a moment, and nothing is stored', async () => {
    const before = await counts(world);
    for (const mood of ['cut', 'busy'] as const) {
      clamd.mood = mood;
      expect(await send(anne, id, 'a.pdf', PDF), mood).toMatchObject({ status: 503, code: 'SCAN_AWAY' });
    }
    clamd.mood = 'silent';
    const file = await Spool.of(Readable.from([PDF]));
    await expect(isInfected(file, clamd.url, 150)).rejects.toThrow('in time');
    await file.close();
    clamd.mood = 'well';
    expect((await send(anne, id, 'a.pdf', PDF)).status).toBe(200);
    await clamd.stop();
    expect(await send(anne, id, 'b.pdf', PDF)).toMatchObject({ status: 503, code: 'SCAN_AWAY' });
    expect(await counts(world)).toMatchObject({ shown: before.shown + 1, files: before.files + 1 });
  });
});

describe('a bucket', () => {
  let world: World;
  let bucket: S3Peer;
  let anne: Caller;
  beforeAll(async () => {
    bucket = await S3Peer.start();
    world = await startWorld(bucket.settings);
    anne = await onOwnPage(world, 'anne');
  });
  afterAll(async () => {
    await world.stop();
    await bucket.stop();
  });

  it('holds new files by names that tell nothing, and gives them to whoever may have them', async () => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3_000_000), Buffer.from('\n%%EOF\n')]);
    const sent = await send(anne, id, 'plan.pdf', bytes);
    expect(sent.status).toBe(200);
    expect(await counts(world)).toEqual({ shown: 1, files: 1, pieces: 0 });
    const [[path, object]] = [...bucket.objects] as [[string, { bytes: Buffer; type: string }]];
    expect(path).toMatch(new RegExp(`^/pejling/${IDS.municipality}/[0-9a-f-]{36}$`));
    expect(object.bytes.equals(bytes) && object.type).toBe('application/pdf');
    expect((await get(await onOwnPage(world, 'gaest'), sent.id)).bytes.equals(bytes)).toBe(true);
    expect((await get(await onOwnPage(world, 'leder'), sent.id)).status).toBe(404);
    await anne.ask(REMOVE, { id: sent.id });
    expect([bucket.objects.size, await counts(world)]).toEqual([0, NOTHING]);
  });

  it('that does not do as it is asked stores nothing that is shown; what was removed meanwhile is deleted by the clock', async () => {
    bucket.refuses.add('PUT');
    expect(await send(anne, id, 'a.pdf', PDF)).toMatchObject({ status: 503, code: 'STORE_AWAY' });
    bucket.refuses.clear();
    const { id: materialId } = await send(anne, id, 'a.pdf', PDF);
    bucket.refuses.add('GET');
    expect(await get(anne, materialId)).toMatchObject({ status: 503 });
    bucket.refuses.add('DELETE');
    await anne.ask(REMOVE, { id: materialId });
    expect([bucket.objects.size, (await shown(anne, id))!.length]).toEqual([1, 0]);
    bucket.refuses.clear();
    await sweep(world, Date.now() + HOUR + 60_000);
    expect([bucket.objects.size, await counts(world)]).toEqual([0, NOTHING]);
  });

  it('stands beside Postgres: a file is read from where it lies', async () => {
    const before = await world.app
      .get(PostgresPlace, { strict: false })
      .store({ municipalityId: IDS.municipality, personId: PEOPLE.anne.id }, '22222222-2222-4222-8222-222222222222', {
        async *pieces() {
          yield PDF;
        },
      } as never);
    expect(before).toBeUndefined();
    const { rows } = await world.admin.query(
      `insert into material (municipality_id, team_id, meeting_id, kind, title, file_id, mime, size_bytes, added_by)
       values ($1, $2, $3, 'FILE', 'x.pdf', '22222222-2222-4222-8222-222222222222', 'application/pdf', $5, $4) returning id`,
      [IDS.municipality, IDS.teamA1, id, PEOPLE.anne.id, PDF.length],
    );
    const inBucket = (await send(anne, id, 'a.pdf', PDF)).id;
    for (const one of [rows[0].id, inBucket]) expect((await get(anne, one)).bytes.equals(PDF)).toBe(true);
  });
});
