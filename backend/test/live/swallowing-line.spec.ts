import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LINE } from '../../../frontend/src/live/parts/line.ts';
import { IDS, startWorld, type Caller, type World } from '../world.ts';
import { cutLine } from './cut-line.ts';
import { fresh, Page } from './page.ts';
import { SwallowingLine } from './swallowing-line.ts';

let world: World;
let anne: Caller;
let mads: Caller;
let line: SwallowingLine;
let page: Page;
beforeAll(async () => {
  world = await startWorld();
  anne = await world.signIn('anne');
  mads = await world.signIn('mads');
  await anne.ask(`mutation { startMeeting(meetingId: "${IDS.meeting}") { id } }`);
  line = new SwallowingLine(world.url);
  await line.start();
  page = new Page(anne, line.url);
  await page.open();
  await vi.waitFor(() => expect(page.live.socket.connected).toBe(true), { interval: 5 });
});
afterAll(async () => {
  page.close();
  line.stop();
  await world.stop();
});

const decide = (text: string) =>
  mads.ask('mutation($item: ID!, $text: String!) { addDecision(itemId: $item, text: $text) { id } }', {
    item: IDS.items[0],
    text,
  });

describe('a page on a network that swallows without a word', () => {
  it('asks its line when it is looked at again, and takes a new one where no answer comes', async () => {
    line.swallow();
    const before = page.live.socket.id;
    expect(page.live.socket.connected).toBe(true);
    await decide('Mens linjen var død');
    line.mend();
    page.live.wake();
    // Its own heartbeat finds a dead line after twenty seconds.
    await expect
      .poll(() => page.live.socket.connected && page.live.socket.id !== before, { timeout: 9_000, interval: 20 })
      .toBe(true);
    const expected = await fresh(anne);
    await expect.poll(() => page.shown(), { timeout: 5_000, interval: 20 }).toEqual(expected);
  }, 30_000);

  it('begins anew when it is looked at again while an attempt hangs', async () => {
    line.swallow();
    // Such an attempt is given up after a while too; here it never is, so that it is the waking that helps.
    page.live.socket.io.timeout(false as never);
    const before = line.swallowed;
    cutLine(page.live.socket);
    await expect.poll(() => line.swallowed, { interval: 5, timeout: 5_000 }).toBeGreaterThan(before);
    await decide('Mens forsøget hang');
    line.mend();
    page.live.wake();
    await expect.poll(() => page.live.socket.connected, { timeout: 5_000, interval: 20 }).toBe(true);
    const expected = await fresh(anne);
    await expect.poll(() => page.shown(), { timeout: 5_000, interval: 20 }).toEqual(expected);
  }, 30_000);

  it('gives up an attempt that hears nothing, though nobody looks', async () => {
    line.swallow();
    page.live.socket.io.timeout(LINE.timeout);
    const before = line.swallowed;
    cutLine(page.live.socket);
    await expect.poll(() => line.swallowed, { interval: 5, timeout: 5_000 }).toBeGreaterThan(before);
    line.mend();
    await expect.poll(() => page.live.socket.connected, { timeout: 12_000, interval: 20 }).toBe(true);
  }, 30_000);
});
