import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingPlatforms } from '../complete-lock.mjs';
import { childEnvironment, findNode } from '../launch.mjs';
import { holderOf, takeFolder } from '../processes.mjs';
import { readServeSettings } from '../serve-settings.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const json = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

describe('the top level', () => {
  it('holds what it is agreed to hold, and nothing that somebody left there', () => {
    const agreed =
      /^(\..*|backend|frontend|libs|docker|docs|node_modules|package(-lock)?\.json|nx\.json|tsconfig\.base\.json|README\.md|LICENSE|publiccode\.yml|eslint\.config\.mjs)$/;
    const names = readdirSync(root);
    expect(names).toContain('backend');
    expect(names.filter((name) => !agreed.test(name))).toEqual([]);
  });
});

describe('installing', () => {
  it('has every platform in the lock file, or npm ci refuses it', () => {
    expect(missingPlatforms(json('package-lock.json'))).toEqual([]);
  });

  it('says of every package with an install script whether it may run', () => {
    const { allowScripts } = json('package.json');
    const withScripts = Object.entries<{ hasInstallScript?: boolean }>(json('package-lock.json').packages)
      .filter(([, entry]) => entry.hasInstallScript)
      .map(([place]) => place.replace(/^.*node_modules\//, ''));
    expect(withScripts.filter((name) => !(name in allowScripts))).toEqual([]);
  });
});

describe('the launcher', () => {
  it('runs Node 24, whatever Node the machine has', () => {
    const { stdout } = spawnSync(findNode(), ['--version'], { encoding: 'utf8' });
    expect(stdout).toMatch(/^v24\./);
  });

  it("keeps Nx to this machine and takes none of npm's variables along", () => {
    process.env.npm_config_trial = '1';
    const env = childEnvironment();
    delete process.env.npm_config_trial;
    expect(env).toMatchObject({ NX_DAEMON: 'false', NX_NO_CLOUD: 'true' });
    expect(Object.keys(env).filter((name) => name.startsWith('npm_'))).toEqual([]);
  });
});

describe('what npm start settles', () => {
  it('names all faults at once, its own and the server’s, before anything is built or started', async () => {
    const settings = { HOST: '0.0.0.0', PORT: 'x', DATABASE_URL: 'postgres://a', SESSION_HOURS: 'mange' };
    const fault = await readServeSettings(settings).catch((error: Error) => error);
    expect(fault).toBeInstanceOf(Error);
    for (const name of ['HOST: ', 'https', 'PORT: ', 'DATABASE_ADMIN_URL', 'SESSION_HOURS: '])
      expect((fault as Error).message).toContain(name);
  });

  it('does not call a port taken on an address that this machine does not have', async () => {
    await expect(readServeSettings({ HOST: '203.0.113.1', TRUST_PROXY: '1' })).rejects.toThrow(
      /HOST=203\.0\.113\.1 er ikke en adresse, denne maskine kan lytte på/,
    );
  });

  it('takes the next free port when none was asked for, and refuses a taken one that was', async () => {
    const first = await readServeSettings({});
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(first.port, '127.0.0.1', resolve));
    try {
      expect((await readServeSettings({})).port).toBeGreaterThan(first.port);
      await expect(readServeSettings({ PORT: String(first.port) })).rejects.toThrow(/optaget/);
    } finally {
      taken.close();
    }
  });
});

describe('the data folder', () => {
  it('is taken over from a process that is dead, also when its pid was given to another', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'pejling-lock-'));
    writeFileSync(path.join(folder, 'pejling.lock'), JSON.stringify({ pid: process.ppid, born: 'another boot/1' }));
    expect(holderOf(folder)).toBeNull();
    const lock = takeFolder(folder);
    expect(holderOf(folder)).toMatchObject({ pid: process.pid });
    lock.release();
    expect(holderOf(folder)).toBeNull();
    rmSync(folder, { recursive: true });
  });
});
