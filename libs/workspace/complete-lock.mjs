// Puts into package-lock.json the optional packages of other platforms that npm left out because its registry did not have them:
// npm 11's `npm ci` refuses a lock file without them. Run after `npm install` when a test says so: node libs/workspace/complete-lock.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './launch.mjs';

const systems = ['darwin', 'linux', 'win32', 'freebsd', 'android', 'openharmony', 'aix', 'sunos'];
const processors = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64'];

/** Optional packages with an exact version, named for a platform, that the lock file does not hold: [place, entry]. */
export function missingPlatforms(lock) {
  const missing = [];
  for (const { optionalDependencies = {}, dev } of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const place = `node_modules/${name}`;
      const held = Object.keys(lock.packages).some((key) => key === place || key.endsWith(`/${place}`));
      const words = name.split(/[-/]/);
      const os = systems.find((system) => words.includes(system));
      const cpu = processors.find((processor) => words.includes(processor));
      if (held || !os || !cpu || !/^\d/.test(version)) continue;
      missing.push([place, { version, cpu: [cpu], ...(dev ? { dev } : {}), optional: true, os: [os] }]);
    }
  }
  return missing;
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, 'libs/workspace/complete-lock.mjs')) {
  const file = path.join(root, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingPlatforms(lock);
  const packages = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) });
  lock.packages = Object.fromEntries(packages.sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.length} added: ${missing.map(([place]) => place.slice('node_modules/'.length)).join(', ')}`);
}
