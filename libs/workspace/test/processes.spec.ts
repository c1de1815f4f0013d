import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { birthOf, DataInUse, holderOf, isAlive, isListed, takeFolder } from '../processes.mjs';

describe('whoever holds the data', () => {
  it('is gone when it has ended, also where nobody notes its end, and its folder is taken over', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pejling-holder-'));
    // A shell that becomes a program which never asks after its children: its child ends, and stays in the list.
    const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const [line] = (await once(parent.stdout, 'data')) as [Buffer];
      const pid = Number(line.toString());
      const born = birthOf(pid);
      expect(born).not.toBe('');
      writeFileSync(path.join(folder, 'pejling.lock'), JSON.stringify({ pid, born }));
      expect(() => takeFolder(folder)).toThrow(DataInUse);
      await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
      expect(isListed(pid)).toBe(true);
      expect(holderOf(folder)).toBeNull();
      takeFolder(folder).release();
    } finally {
      parent.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
