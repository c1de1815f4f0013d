// Finds Chromium for the browser tests, or installs Debian's when we may; a missing browser fails the run, nothing is skipped.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './launch.mjs';

/** What every headless run is started with: no first-run pages, no calls to anybody's servers. */
export const browserFlags = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  ...(process.getuid?.() === 0 || process.env.PEJLING_BROWSER_NO_SANDBOX ? ['--no-sandbox'] : []),
];

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];

function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of a Chromium on this machine (CHROMIUM_PATH first), or null. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!canRun(named)) throw new Error(`CHROMIUM_PATH is ${named}, which cannot be run.`);
    return named;
  }
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(
    Boolean,
  );
  const candidates = [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...places];
  return candidates.find((file) => existsSync(file) && canRun(file)) ?? null;
}

/**
 * A browser's path, installing Debian's package when we are root on a machine with apt-get.
 * @throws Error that says what to do when there is none
 */
export async function requireBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium on this machine: installing Debian\'s package "chromium" with apt-get …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args) =>
      spawnSync('/usr/bin/apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
    const install = () => apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
    if (install() || (apt('update', '-qq') && install())) {
      const installed = findBrowser();
      if (installed) return installed;
    }
  }
  throw new Error(
    'The browser tests need Chromium, Chrome or Edge, and none was found. Install one (Debian and Ubuntu: "sudo apt-get install chromium"; ' +
      'macOS: "brew install --cask chromium"), or give its path in CHROMIUM_PATH.',
  );
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, 'libs/workspace/browser.mjs')) {
  console.log(await requireBrowser());
}
