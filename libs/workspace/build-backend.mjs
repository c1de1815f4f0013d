// Compiles backend/src to backend/dist with swc, file by file, and copies what is read at run time beside it.
// `#domain/x.ts` and the like stay as they are: Node 24 runs those libraries by stripping their types.
import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync, watch } from 'node:fs';
import path from 'node:path';
import { transformFile } from '@swc/core';
import { root } from './launch.mjs';

const source = path.join(root, 'backend/src');
const target = path.join(root, 'backend/dist');
const assets = /\.(sql|graphql|json|csv|html|txt|md|typ)$/;

const options = {
  configFile: false,
  swcrc: false,
  sourceMaps: true,
  module: { type: 'es6' },
  jsc: {
    target: 'es2024',
    keepClassNames: true,
    rewriteRelativeImportExtensions: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
  },
};

async function compile(file, into) {
  const output = path.join(into, file.replace(/\.ts$/, '.js'));
  mkdirSync(path.dirname(output), { recursive: true });
  if (assets.test(file)) return void copyFileSync(path.join(source, file), output);
  if (!file.endsWith('.ts') || /\.(spec|d)\.ts$/.test(file)) return;
  const { code, map } = await transformFile(path.join(source, file), {
    ...options,
    sourceFileName: path.relative(path.dirname(path.join(target, file)), path.join(source, file)),
  });
  writeFileSync(output, `${code}\n//# sourceMappingURL=${path.basename(output)}.map\n`);
  if (map) writeFileSync(`${output}.map`, map);
}

/** Builds everything beside backend/dist and puts it in its place when whole. */
export async function buildBackend() {
  const draft = `${target}.new`;
  rmSync(draft, { recursive: true, force: true });
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(source, path.join(entry.parentPath, entry.name)));
  await Promise.all(files.map((file) => compile(file, draft)));
  rmSync(target, { recursive: true, force: true });
  renameSync(draft, target);
  return files.length;
}

/** Compiles a file when it changes, for `npm run dev`; a fault is printed and the last good version stays. */
export function watchBackend() {
  const waiting = new Map();
  watch(source, { recursive: true }, (_event, file) => {
    if (!file) return;
    clearTimeout(waiting.get(file));
    waiting.set(
      file,
      setTimeout(() => {
        waiting.delete(file);
        compile(file, target).catch(
          (error) => error.code !== 'ENOENT' && console.error(`${file}: ${error.message ?? error}`),
        );
      }, 50),
    );
  });
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, 'libs/workspace/build-backend.mjs')) {
  const started = Date.now();
  console.log(`backend: ${await buildBackend()} files in ${Date.now() - started} ms`);
}
