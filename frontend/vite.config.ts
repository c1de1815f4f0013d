import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Writes .br and .gz beside every text file of the finished build; the server sends them as they are. */
function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    // From the disk: in the bundle, Vite's own last replacements are still to come.
    async writeBundle({ dir = '' }) {
      for (const name of await readdir(dir, { recursive: true })) {
        if (!/\.(js|css|svg|html)$/.test(name)) continue;
        const source = await readFile(join(dir, name));
        if (source.length < 1024) continue;
        await writeFile(
          join(dir, `${name}.br`),
          await promisify(brotliCompress)(source, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
        );
        await writeFile(join(dir, `${name}.gz`), await promisify(gzip)(source));
      }
    },
  };
}

/** `npm run dev` tells which port it took. */
const backend = process.env.PEJLING_BACKEND ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), precompressed()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2023', sourcemap: false, chunkSizeWarningLimit: 700 },
  server: {
    proxy: {
      '/graphql': backend,
      '/live': { target: backend.replace(/^http/, 'ws'), ws: true },
    },
  },
});
