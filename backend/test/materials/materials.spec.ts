import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';
import { ADD_LINK, docxOf, EXE, get, onOwnPage, PDF, photo, send, shown, zipOf } from './sending.ts';

let world: World;
let anne: Caller;
beforeAll(async () => {
  world = await startWorld();
  anne = await onOwnPage(world, 'anne');
});
afterAll(() => world.stop());

const id = IDS.meeting;
const rows = async (table: string) => Number((await world.admin.query(`select count(*) from ${table}`)).rows[0].count);
const kept = async () => [await rows('material'), await rows('material_file'), await rows('material_piece')];

describe('a file that is sent in', () => {
  it('is taken from nobody who is not signed in, or may not put material there', async () => {
    const stranger = world.stranger();
    stranger.page = PEOPLE.anne.id;
    expect(await send(stranger, id, 'a.pdf', PDF)).toMatchObject({ status: 401, code: 'SIGNED_OUT' });
    for (const name of [
      'nabo',
      'naboleder',
      'ove',
      'bodil',
      'leder',
      'klyngeleder',
      'laeser',
      'konsulent',
      'admin',
      'dpo',
    ] as const)
      expect(await send(await onOwnPage(world, name), id, 'a.pdf', PDF), name).toMatchObject({
        status: 404,
        code: 'NOT_FOUND',
      });
    // A coach sees the meeting, and puts nothing on it without being called to it.
    expect(await send(await onOwnPage(world, 'coach'), id, 'a.pdf', PDF)).toMatchObject({
      status: 403,
      code: 'NOT_ALLOWED',
    });
    expect(await send(await onOwnPage(world, 'gaest'), IDS.draft, 'a.pdf', PDF)).toMatchObject({ status: 404 });
    expect(await kept()).toEqual([0, 0, 0]);
  });

  it('is answered alike for a meeting or an item that is foreign, missing or no id', async () => {
    for (const [meeting, item] of [
      [IDS.otherMeeting],
      ['00000000-0000-7000-8000-00000000dead'],
      ["1'; select 1"],
      [id, IDS.otherItem],
      [id, IDS.draftItem],
      [id, 'x'],
    ] as const) {
      const { status, body } = await send(anne, meeting, 'a.pdf', PDF, item ? { item } : {});
      expect({ status, body }, `${meeting} ${item}`).toEqual({
        status: 404,
        body: { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
      });
    }
  });

  it('is refused from a page that is not ours: of another origin, of another site, or that says nothing of whose it is', async () => {
    const foreign: Record<string, string>[] = [
      { origin: 'https://example.test' },
      { origin: 'null' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign)
      expect(await send(anne, id, 'a.pdf', PDF, { headers }), JSON.stringify(headers)).toMatchObject({
        status: 403,
        code: 'NOT_ALLOWED',
      });
    const form = await world.signIn('anne');
    expect(await send(form, id, 'a.pdf', PDF)).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    form.page = PEOPLE.mads.id;
    expect(await send(form, id, 'a.pdf', PDF)).toMatchObject({ status: 409, code: 'ANOTHER_PERSON' });
    expect(await kept()).toEqual([0, 0, 0]);
    expect(await send(anne, id, 'a.pdf', PDF, { headers: { origin: world.url } })).toMatchObject({ status: 200 });
  });

  it('is shown under its item to whoever may have it, and saved by its name, run nowhere and kept by no cache', async () => {
    const sent = await send(anne, id, 'Årsplan for 5.b æøå.pdf', PDF, { item: IDS.items[2] });
    expect(sent).toMatchObject({ status: 200, name: 'Årsplan for 5.b æøå.pdf' });
    const mads = await onOwnPage(world, 'mads');
    expect((await shown(mads, id))!.at(-1)).toEqual({
      id: sent.id,
      itemId: IDS.items[2],
      kind: 'FILE',
      title: 'Årsplan for 5.b æøå.pdf',
      url: null,
      mime: 'application/pdf',
      sizeBytes: PDF.length,
      addedBy: { displayName: 'Anne Kjær' },
    });
    const { status, headers, bytes } = await get(mads, sent.id);
    expect(status).toBe(200);
    expect(bytes.equals(PDF)).toBe(true);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-disposition':
        'attachment; filename="Aarsplan for 5.b aeoeaa.pdf"; filename*=UTF-8\'\'%C3%85rsplan%20for%205.b%20%C3%A6%C3%B8%C3%A5.pdf',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'accept-ranges': 'none',
    });
    // Asked for a part of it, the whole is answered.
    const part = await get(mads, sent.id, { headers: { range: 'bytes=0-3' } });
    expect([part.status, part.bytes.length]).toEqual([200, PDF.length]);
  });
});

describe('what a file is', () => {
  let one: Caller;
  const tried = async (name: string, bytes: Uint8Array | string) => {
    const { status, name: kept, problem } = await send(one, IDS.draft, name, bytes);
    return status === 200 ? kept : problem;
  };

  it('is decided by its bytes, not by its name', async () => {
    one = await onOwnPage(world, 'mads');
    const before = await kept();
    expect(await tried('billede.png', EXE)).toBe('FILE_SORT');
    expect(await tried('program.exe', EXE)).toBe('FILE_SORT');
    expect(await tried('brev.docx', zipOf({ 'a.txt': 'hej' }))).toBe('FILE_SORT');
    expect(await tried('pakke.zip', zipOf({ 'a.txt': 'hej' }))).toBe('FILE_SORT');
    expect(await tried('brev.pdf', docxOf())).toBe('FILE_NAME_DISAGREES');
    expect(await tried('brev.docx', PDF)).toBe('FILE_NAME_DISAGREES');
    expect(await tried('side.html', '<script>alert(1)</script>')).toBe('FILE_SORT');
    expect(await tried('tegning.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')).toBe('FILE_SORT');
    expect(await tried('noter.txt', EXE)).toBe('FILE_SORT');
    expect(await tried('noter.txt', Buffer.from([0xe6, 0xf8, 0xe5]))).toBe('FILE_BROKEN');
    expect(await tried('noter.txt', 'hej\u0007')).toBe('FILE_BROKEN');
    expect(await tried('tom.txt', '')).toBe('FILE_EMPTY');
    expect(await kept()).toEqual(before);
  });

  it('may not bring a program, nor be locked or broken', async () => {
    one = await onOwnPage(world, 'trine');
    const before = await kept();
    const macro = 'application/vnd.ms-word.document.macroEnabled.main+xml';
    expect(await tried('brev.docx', docxOf({}, macro))).toBe('FILE_MACROS');
    expect(await tried('brev.docx', docxOf({ 'word/vbaProject.bin': 'x' }))).toBe('FILE_MACROS');
    expect(await tried('brev.docx', docxOf({ 'word/embeddings/x.exe': 'x' }))).toBe('FILE_MACROS');
    expect(await tried('brev.docx', docxOf().subarray(0, 200))).toBe('FILE_BROKEN');
    expect(await tried('brev.pdf', PDF.subarray(0, 30))).toBe('FILE_BROKEN');
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    expect(await tried('brev.docx', ole)).toBe('FILE_LOCKED');
    expect(await tried('brev.doc', ole)).toBe('FILE_SORT');
    const half = (await photo(400, 300)).subarray(0, 900);
    expect(await tried('foto.jpg', half)).toBe('FILE_BROKEN');
    expect(await kept()).toEqual(before);
  });

  it('is taken as what it is: office files, text, and pictures under another picture’s ending', async () => {
    const odt = zipOf(
      { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' },
      { stored: ['mimetype'] },
    );
    expect(await tried('brev.docx', docxOf())).toBe('brev.docx');
    expect(await tried('brev.odt', odt)).toBe('brev.odt');
    expect(await tried('liste.csv', '\ufeffUge;Vi prøver\r\n48;Ro ved døren')).toBe('liste.csv');
    expect(await tried('Foto.PNG', await photo())).toBe('Foto.jpg');
    expect(await tried('C:\\fotos\\..\\klassen.JPEG', await photo())).toBe('klassen.JPEG');
  });

  it('is refused by a name that holds a CPR number, or nothing to read', async () => {
    expect(await tried('010190-1234.pdf', PDF)).toBe('CPR');
    expect(await tried('\u202efdp.pdf', PDF)).toBe('CONTROL_CHARACTER');
    expect(await tried('...', PDF)).toBe('EMPTY');
  });
});

describe('a picture', () => {
  it('is kept without where and by what it was taken, and stands upright', async () => {
    const raw = await photo();
    const before = await sharp(raw).metadata();
    expect([before.exif?.includes('Telefon'), before.orientation, before.width]).toEqual([true, 6, 40]);
    const { id: materialId } = await send(anne, id, 'foto.jpg', raw);
    const { bytes } = await get(anne, materialId);
    const after = await sharp(bytes).metadata();
    expect(after).toMatchObject({ format: 'jpeg', width: 20, height: 40 });
    expect([after.exif, after.xmp, after.iptc, after.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(bytes.includes('Telefon') || bytes.includes('Kjaer')).toBe(false);
  });

  it('that moves goes on moving, and loses what it tells as well', async () => {
    const frames = ['#369', '#963', '#693'].map((background) => ({
      create: { width: 8, height: 8, channels: 3 as const, background },
    }));
    const moving = await sharp(await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer())), {
      join: { animated: true },
    })
      .withExif({ IFD0: { Model: 'Telefon' } })
      .webp()
      .toBuffer();
    expect(moving.includes('Telefon')).toBe(true);
    const { id: materialId } = await send(anne, id, 'sløjfe.webp', moving);
    const { bytes } = await get(anne, materialId);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', pages: 3 });
    expect(bytes.includes('Telefon')).toBe(false);
  });

  it('that would burst the memory is refused before it is unpacked', async () => {
    const bomb = await sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: '#000' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = await kept();
    expect(await send(anne, id, 'sort.png', bomb)).toMatchObject({ status: 422, problem: 'FILE_TOO_MANY_PIXELS' });
    expect(await kept()).toEqual(before);
  }, 60_000);
});

describe('a link', () => {
  const link = (url: string, title = 'EMU') => ({ meeting: id, item: IDS.items[1], title, url });

  it('leads nowhere but to https and a host with a name, and is refused to whoever may add nothing', async () => {
    for (const url of [
      'http://emu.dk',
      'javascript:alert(1)',
      'https://a:b@emu.dk',
      'https://localhost/x',
      'https://10.0.0.1/',
      'mailto:a@b.dk',
      'data:text/html,x',
      '',
    ])
      expect(await anne.refusal(ADD_LINK, link(url)), url).toMatchObject({ code: 'INPUT_REFUSED' });
    expect(await anne.refusal(ADD_LINK, link('https://emu.dk', '010190-1234'))).toMatchObject({
      fields: [{ field: 'title', problem: 'CPR' }],
    });
    for (const name of ['nabo', 'ove', 'leder'] as const)
      expect(await (await world.signIn(name)).refusal(ADD_LINK, link('https://emu.dk')), name).toMatchObject({
        code: 'NOT_FOUND',
      });
  });

  it('is added once, however often it is sent, and is no file', async () => {
    const made = '11111111-2222-4333-8444-555555555555';
    for (let n = 0; n < 2; n += 1) await anne.ask(ADD_LINK, { ...link('https://emu.dk/plf'), id: made });
    const links = (await shown(anne, id))!.filter(({ kind }) => kind === 'LINK');
    expect(links).toMatchObject([{ id: made, itemId: IDS.items[1], title: 'EMU', url: 'https://emu.dk/plf' }]);
    expect((await get(anne, made)).status).toBe(404);
    expect(
      await (
        await world.signIn('nabo')
      ).refusal(ADD_LINK, { ...link('https://emu.dk'), meeting: IDS.otherMeeting, item: null, id: made }),
    ).toMatchObject({ code: 'NOT_FOUND' });
  });
});
