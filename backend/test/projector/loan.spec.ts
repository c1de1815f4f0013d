import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS, PEOPLE, startWorld, type Caller, type World } from '../world.ts';
import { followScreen, LEND, Screen, TAKE_BACK } from './screen.ts';

let world: World;
let anne: Caller;
let mads: Caller;
const screens: Screen[] = [];
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  mads = await world.signIn('mads');
  await anne.ask(`mutation { startMeeting(meetingId: "${IDS.meeting}") { id } }`);
});
afterAll(async () => {
  for (const screen of screens) screen.close();
  await world.stop();
});

const waiting = async (): Promise<Screen> => {
  const screen = await Screen.waiting(world);
  screens.push(screen);
  return screen;
};
const lend = (who: Caller, screen: { code: string }, meetingId: string = IDS.meeting) =>
  who.ask(LEND, { meetingId, code: screen.code });
const refusedTo = async (who: Caller, code: string, meetingId: string = IDS.meeting) =>
  (await who.refusal(LEND, { meetingId, code }))['code'];
/** A socket that knocks wherever it likes. */
interface Knocking {
  emit: (event: string, request: unknown, answer: (answer: unknown) => void) => void;
}
/** Tries are counted by the minute; each test begins with none. */
const forgetTries = () => world.admin.query(`delete from sign_in_attempt where key like 'screen%'`);
const somebodyElses = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('a screen is lent nothing', () => {
  it('by somebody who is not at the meeting: they are answered as if neither meeting nor screen were there', async () => {
    await forgetTries();
    const screen = await waiting();
    expect((await world.stranger().refusal(LEND, { meetingId: IDS.meeting, code: screen.code }))['code']).toBe(
      'SIGNED_OUT',
    );
    for (const name of ['nabo', 'ove', 'leder', 'coach', 'konsulent', 'admin'] as const) {
      const caller = await world.signIn(name);
      const refusal = await refusedTo(caller, screen.code);
      expect(refusal, name).toBe(name === 'coach' ? 'NOT_ALLOWED' : 'NOT_FOUND');
      expect(await refusedTo(caller, somebodyElses(screen.code)), name).toBe(refusal);
    }
    expect(await screen.shows()).toBeNull();
  });

  it('with a code that is unknown, has run out, was replaced or is used, which are all answered alike', async () => {
    await forgetTries();
    const unknown = await anne.send(LEND, { meetingId: IDS.meeting, code: somebodyElses((await waiting()).code) });
    expect(unknown.errors?.[0]?.extensions).toEqual({ code: 'CODE_REFUSED' });
    const late = await waiting();
    await world.admin.query(`update lent_screen set code_expires_at = now() where meeting_id is null`);
    expect(await anne.send(LEND, { meetingId: IDS.meeting, code: late.code })).toEqual(unknown);
    const renewed = await waiting();
    const before = renewed.code;
    await renewed.askForCode();
    expect(await anne.send(LEND, { meetingId: IDS.meeting, code: before })).toEqual(unknown);
    await lend(mads, renewed);
    expect(await anne.send(LEND, { meetingId: IDS.meeting, code: renewed.code })).toEqual(unknown);
    await anne.ask(TAKE_BACK, { meetingId: IDS.meeting });
    expect(await mads.send(LEND, { meetingId: IDS.meeting, code: renewed.code })).toEqual(unknown);
    expect(await late.shows()).toBeNull();
  });

  it('of a meeting that is in another municipality, is a draft, or is not on', async () => {
    await forgetTries();
    const screen = await waiting();
    expect(await refusedTo(anne, screen.code, IDS.otherMeeting)).toBe('NOT_FOUND');
    expect(await refusedTo(anne, screen.code, IDS.draft)).toBe('STEP_NOT_POSSIBLE');
    const nabo = await world.signIn('nabo');
    expect(await refusedTo(nabo, screen.code, IDS.otherMeeting)).toBe('STEP_NOT_POSSIBLE');
    expect(await screen.shows()).toBeNull();
  });

  it('after six tries in a minute, the right code among them; the next minute it is', async () => {
    await forgetTries();
    const screen = await waiting();
    for (let n = 0; n < 6; n += 1) expect(await refusedTo(anne, somebodyElses(screen.code))).toBe('CODE_REFUSED');
    expect(await refusedTo(anne, screen.code)).toBe('TOO_MANY_ATTEMPTS');
    expect(await screen.shows()).toBeNull();
    await world.admin.query(
      `update sign_in_attempt set window_started_at = now() - interval '61 seconds' where key like 'screen-code:%'`,
    );
    await lend(anne, screen);
    expect(await screen.shows()).not.toBeNull();
  });

  it('by what is no code', async () => {
    await forgetTries();
    for (const code of ['', '12345', '1234567', 'abcdef', '１２３４５６', "1' or 1", '1'.repeat(5_000)])
      expect(await refusedTo(anne, code), code.slice(0, 12)).toBe('INPUT_REFUSED');
  });

  it('by asking for code upon code: an address gets two hundred in ten minutes', async () => {
    const stranger = world.stranger();
    await stranger.ask('mutation { openScreen { code } }');
    await world.admin.query(`update sign_in_attempt set attempts = 200 where key like 'screen-from:%'`);
    expect((await stranger.refusal('mutation { openScreen { code } }'))['code']).toBe('TOO_MANY_ATTEMPTS');
    await forgetTries();
  });
});

describe('a screen with a loan', () => {
  it('is nobody: no page, no room and no door but its own opens to it, and it writes nothing', async () => {
    await forgetTries();
    const screen = await waiting();
    await lend(anne, screen);
    for (const query of [
      `{ meeting(id: "${IDS.meeting}") { id } }`,
      `{ teamPage(teamId: "${IDS.teamA1}") { id } }`,
      '{ myWeek { id } }',
      `mutation { nextItem(meetingId: "${IDS.meeting}") { id } }`,
      `mutation { takeBackScreens(meetingId: "${IDS.meeting}") { id } }`,
    ])
      expect((await screen.caller.refusal(query))['code'], query).toBe('SIGNED_OUT');
    expect((await screen.caller.ask('{ viewer { id } }'))['viewer']).toBeNull();
    await expect(screen.connect(null)).rejects.toThrow('SIGNED_OUT');
    await expect(screen.connect('session')).rejects.toThrow('SIGNED_OUT');
    const socket = await screen.connect();
    const knock = (event: string, request: unknown) =>
      new Promise((resolve) => (socket as unknown as Knocking).emit(event, request, resolve));
    for (const [event, request] of [
      ['follow', { kind: 'MEETING', id: IDS.meeting, since: 0 }],
      ['follow', { kind: 'TEAM', id: IDS.teamA1, since: 0 }],
      ['follow', { kind: 'PERSON', id: PEOPLE.anne.id, since: 0 }],
      ['follow', { kind: 'MEETING', id: IDS.otherMeeting, since: 0 }],
      ['leave', { kind: 'MEETING', id: IDS.meeting }],
      ['note:open', { noteId: IDS.items[0], clientId: 1, have: 0 }],
      ['note:write', { noteId: IDS.items[0], clientId: 1, bytes: 'AA==' }],
      ['note:caret', { noteId: IDS.items[0], caret: null }],
    ] as const)
      expect(await knock(event, request), event).toEqual({ ok: false, refused: 'NOT_FOUND' });
    expect(await knock('screen:follow', { id: IDS.otherMeeting })).toEqual({ ok: false, refused: 'INPUT_REFUSED' });
  });

  it('is no way in for a person, whose session follows no screen’s room', async () => {
    const socket = await world.connectLive(anne);
    expect(await followScreen(socket)).toEqual({ ok: false, refused: 'NOT_FOUND' });
  });

  it('is not let in to the socket by a token that is unknown, or before it is lent anything', async () => {
    const screen = await waiting();
    await expect(screen.connect()).rejects.toThrow('SIGNED_OUT');
    screen.caller.cookie = '__Host-pejling-skaerm=en-anden';
    await expect(screen.connect()).rejects.toThrow('SIGNED_OUT');
    expect(await screen.shows()).toBeNull();
  });

  it('hears that something changed, and nothing of what', async () => {
    await forgetTries();
    const screen = await waiting();
    await lend(mads, screen);
    const socket = await screen.connect();
    const heard: unknown[] = [];
    socket.onAny((event, ...sent) => heard.push([event, ...sent]));
    const answer = await followScreen(socket);
    expect(answer).toEqual({ ok: true, version: expect.any(Number) });
    await anne.ask('mutation($id: ID!, $text: String!) { addDecision(itemId: $id, text: $text) { id } }', {
      id: IDS.items[0],
      text: 'Vi mødes ved døren',
    });
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBeGreaterThan(0);
    for (const one of heard) expect(one).toEqual(['screen:changed', { version: expect.any(Number) }]);
    expect((await screen.shows())!['decisions']).toContainEqual({ itemPosition: 1, text: 'Vi mødes ved døren' });
  });

  it('tells everybody in the meeting that it is there, and a second tap lends it no second time', async () => {
    await forgetTries();
    await anne.ask(TAKE_BACK, { meetingId: IDS.meeting });
    const screen = await waiting();
    const first = await lend(anne, screen);
    expect(first['lendScreen'].changes).toMatchObject([{ entity: 'Meeting', fields: { set: { lentScreens: 1 } } }]);
    expect((await lend(anne, { code: `${screen.code.slice(0, 3)} ${screen.code.slice(3)}` }))['lendScreen']).toEqual({
      id: IDS.meeting,
      changes: [],
    });
    for (const who of [mads, await world.signIn('gaest')])
      expect((await who.ask(`{ meeting(id: "${IDS.meeting}") { lentScreens } }`))['meeting']).toEqual({
        lentScreens: 1,
      });
  });

  it('gives it back when anybody at the meeting takes it, and is told at once', async () => {
    await forgetTries();
    const screen = await waiting();
    await lend(anne, screen);
    const socket = await screen.connect();
    await followScreen(socket);
    const gone = new Promise((resolve) => socket.once('gone', resolve));
    await (await world.signIn('gaest')).ask(TAKE_BACK, { meetingId: IDS.meeting });
    expect(await gone).toEqual({ session: true });
    expect(await screen.shows()).toBeNull();
    await expect(screen.connect()).rejects.toThrow('SIGNED_OUT');
    expect((await mads.ask(TAKE_BACK, { meetingId: IDS.meeting }))['takeBackScreens'].changes).toEqual([]);
  });

  it('loses it when whoever lent it may be at the meeting no more', async () => {
    await forgetTries();
    const screen = await waiting();
    await lend(mads, screen);
    const socket = await screen.connect();
    await followScreen(socket);
    const gone = new Promise((resolve) => socket.once('gone', resolve));
    await world.admin.query(
      `update team_membership set valid_to = current_date - 1 where person_id = '${PEOPLE.mads.id}';
       delete from meeting_participant where person_id = '${PEOPLE.mads.id}'`,
    );
    expect(await screen.shows()).toBeNull();
    expect(await gone).toEqual({ session: true });
  });

  it('loses it when the meeting ends', async () => {
    await forgetTries();
    const screen = await waiting();
    await lend(anne, screen);
    const socket = await screen.connect();
    await followScreen(socket);
    expect(await screen.shows()).not.toBeNull();
    const gone = new Promise((resolve) => socket.once('gone', resolve));
    await anne.ask(`mutation { finishMeeting(meetingId: "${IDS.meeting}") { id } }`);
    expect(await gone).toEqual({ session: true });
    expect(await screen.shows()).toBeNull();
    expect(await refusedTo(anne, (await waiting()).code)).toBe('STEP_NOT_POSSIBLE');
  });

  it('leaves nobody a token or a code to find: only what they come to', async () => {
    const { rows } = await world.admin.query('select * from lent_screen');
    const stored = JSON.stringify(rows.map((row) => ({ ...row, token_hash: undefined, code_hash: undefined })));
    for (const { code, caller } of screens) {
      expect(stored).not.toContain(code);
      expect(stored).not.toContain(caller.cookie.split('=')[1]);
    }
    expect(rows.every((row) => row.token_hash.length === 32 && row.code_hash.length === 32)).toBe(true);
  });
});
