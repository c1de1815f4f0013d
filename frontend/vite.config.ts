import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { shellWorker } from './shell-worker.ts';

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
          await promisify(brotliCompress)(source, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
        );
        await writeFile(join(dir, `${name}.gz`), await promisify(gzip)(source));
      }
    },
  };
}

const GENERATED = join(import.meta.dirname, 'src/gql/graphql.ts');
const DOCUMENT = 'document:';

/**
 * Puts the generated document in place of each `graphql(`…`)`, as a module of its own. The generated function looks its text up
 * in a table of all documents, so without this every page would carry the documents of all the others, and their texts beside.
 */
function documentsInPlace(): Plugin {
  return {
    name: 'documents-in-place',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/src/') || id.includes('/src/gql/') || !/\.tsx?$/.test(id)) return null;
      const imports: string[] = [];
      const placed = code.replace(/\bgraphql\(`\s*(query|mutation|fragment)\s+(\w+)[^`]*`\)/g, (_call, kind, name) => {
        const document = kind === 'fragment' ? `${name}FragmentDoc` : `${name}Document`;
        imports.push(`import ${document}$ from '${DOCUMENT}${document}';`);
        return `${document}$`;
      });
      return imports.length > 0 ? { code: `${imports.join('\n')}\n${placed}`, map: null } : null;
    },
    resolveId: (source) => (source.startsWith(DOCUMENT) ? `\0${source}` : null),
    async load(id) {
      if (!id.startsWith(`\0${DOCUMENT}`)) return null;
      this.addWatchFile(GENERATED);
      const name = id.slice(DOCUMENT.length + 1);
      const line = (await readFile(GENERATED, 'utf8'))
        .split('\n')
        .find((one) => one.startsWith(`export const ${name} = `));
      if (!line) throw new Error(`${name} is not in src/gql: generate it (libs/schema/README.md)`);
      return `export default ${line.slice(line.indexOf('= ') + 2, line.lastIndexOf(' as unknown as '))};`;
    },
  };
}

/** `npm run dev` tells which port it took. */
const backend = process.env.PEJLING_BACKEND ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    documentsInPlace(),
    optimizeLocales.vite({ locales: ['da-DK', 'en-US'] }),
    react(),
    precompressed(),
    shellWorker(),
  ],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2023', sourcemap: false, chunkSizeWarningLimit: 700 },
  server: {
    proxy: {
      '/graphql': backend,
      '/dokumenter': backend,
      '^/kalender/.+\\.ics$': backend,
      '/live': { target: backend.replace(/^http/, 'ws'), ws: true },
    },
  },
});
