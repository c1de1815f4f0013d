import pg from 'pg';
import { chromium, type Browser, type Page } from 'playwright-core';
import { browserFlags, requireBrowser } from '../../libs/workspace/browser.mjs';
import { SIGN_IN, signIn } from './pages.ts';
import { median, spread, verdict, type Figure } from './report.ts';
import type { Running } from './side.ts';

/** In ms, and as a part of what Chromium takes. */
const TARGET_MS = 100;
const TARGET_OF_PEER = 0.1;
const WARM_UP = 5;

/** Of the minutes that anne may read, the approved ones with the most in them. */
async function longestMinutes(adminUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    `select m.id from minutes x join meeting m on m.id = x.meeting_id
       join team_membership t on t.team_id = m.team_id and t.valid_to is null
       join account a on a.person_id = t.person_id and a.sign_in_name = 'anne'
     where x.state = 'APPROVED' and m.state = 'CLOSED' order by length(x.snapshot::text) desc limit 1`,
  );
  await client.end();
  return rows[0]!.id;
}

/** @returns how long it took, in ms */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** "One PDF of minutes", as the page's menu asks for it, beside a Chromium that stays open and prints the page itself. */
export async function printing(
  served: Running,
  adminUrl: string,
  { turns }: { turns: number },
  told: (line: string) => void,
): Promise<Figure[]> {
  const id = await longestMinutes(adminUrl);
  const cookie = await signIn(served.url);
  let bytes = 0;
  const ours = async () => {
    const response = await fetch(`${served.url}/dokumenter/referat/${id}/pdf`, { headers: { cookie } });
    if (response.status !== 200) throw new Error(`the PDF was refused: ${await response.text()}`);
    bytes = (await response.arrayBuffer()).byteLength;
  };
  const browser: Browser = await chromium.launch({ executablePath: await requireBrowser(), args: browserFlags });
  try {
    const context = await browser.newContext({ locale: 'da-DK', timezoneId: 'Europe/Copenhagen' });
    const page = await context.newPage();
    await page.goto(`${served.url}/log-ind`);
    // In the page itself: a cookie of this name is not taken from outside over http.
    await page.evaluate(
      (body) => fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
      SIGN_IN,
    );
    const open = async (one: Page) => {
      await one.goto(`${served.url}/moede/${id}/referat`);
      await one.getByRole('heading', { level: 1 }).waitFor();
    };
    const theirs = async () => {
      await open(page);
      await page.pdf({ format: 'A4', tagged: true });
    };
    for (let n = 0; n < WARM_UP; n += 1) await ours();
    await theirs();
    const [mine, printed, bare]: number[][] = [[], [], []];
    for (let n = 0; n < turns; n += 1) {
      for (const side of n % 2 === 0 ? [0, 1] : [1, 0])
        if (side === 0) mine!.push(await timed(ours));
        else {
          printed!.push(await timed(theirs));
          bare!.push(await timed(() => page.pdf({ format: 'A4', tagged: true })));
        }
    }
    const [my, their] = [median(mine!), median(printed!)];
    const ratio = median(mine!.map((one, n) => one / printed![n]!));
    const met = my <= TARGET_MS && ratio <= TARGET_OF_PEER;
    told(
      `One PDF of minutes (${Math.round(bytes / 1000)} kB): ours ${my.toFixed(1)} ms (${spread(mine!)}), an open Chromium that loads and prints the page ` +
        `${their.toFixed(0)} ms (${spread(printed!)}), ${(1 / ratio).toFixed(1)} × ours; the printing alone, of a page that stands loaded, ` +
        `${median(bare!).toFixed(0)} ms; figure ≤ ${TARGET_MS} ms and ≤ ${TARGET_OF_PEER} ×: ${verdict(met)}`,
    );
    return [
      {
        id: 'one-pdf-of-minutes',
        ours: my,
        limit: null,
        peer: their,
        unit: 'ms from asking to the last byte',
        ratioToLimit: null,
        ratioToPeer: ratio,
        target: TARGET_OF_PEER,
        targetOf: `× Chromium, and ${TARGET_MS} ms`,
        met,
      },
    ];
  } finally {
    await browser.close();
  }
}
