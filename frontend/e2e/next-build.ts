import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TEXT = /\.(js|css|html|webmanifest)$/;

/**
 * The next build, made of this one: every script and style has another name, and the page says which build it is of. Nothing of
 * the first is in it.
 * @returns where its server is, and a way to remove it
 */
export function nextBuild(): { main: string; remove: () => void } {
  const place = mkdtempSync(join(tmpdir(), 'pejling-next-'));
  for (const name of ['node_modules', 'libs', 'package.json']) symlinkSync(join(ROOT, name), join(place, name));
  mkdirSync(join(place, 'backend'));
  symlinkSync(join(ROOT, 'backend/migrations'), join(place, 'backend/migrations'));
  cpSync(join(ROOT, 'backend/dist'), join(place, 'backend/dist'), { recursive: true });
  const dist = join(place, 'frontend/dist');
  // Written anew below; what is packed beside would still be the first build's.
  cpSync(join(ROOT, 'frontend/dist'), dist, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) });
  const named = /([\w.-]+)\.(js|css)\b/g;
  const names = new Set(readdirSync(join(dist, 'assets')));
  const renamed = (text: string) =>
    text.replace(named, (whole, name: string, kind: string) => (names.has(whole) ? `${name}2.${kind}` : whole));
  for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((one) => TEXT.test(one))) {
    const file = join(dist, path);
    writeFileSync(file, renamed(readFileSync(file, 'utf8')));
    if (path.startsWith('assets/') && renamed(path) !== path) renameSync(file, join(dist, renamed(path)));
  }
  const page = join(dist, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('<head>', '<head><meta name="build" content="2" />'));
  const worker = join(dist, 'sw.js');
  writeFileSync(
    worker,
    readFileSync(worker, 'utf8').replace(/(url:"index\.html",revision:")[0-9a-f]+/, `$1${'2'.repeat(32)}`),
  );
  return { main: join(place, 'backend/dist/main.js'), remove: () => rmSync(place, { recursive: true, force: true }) };
}
