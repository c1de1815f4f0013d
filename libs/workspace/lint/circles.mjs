// Finds files that import each other in a ring. Type-only imports are gone at run time and make no ring.
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import path from 'node:path';

const pattern = /^\s*(?:import|export)\s+(?!type\s)(?:[^'"();]*?\sfrom\s+)?['"](\.[^'"]+)['"]/gm;

function sources(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        /\.(ts|tsx|mjs)$/.test(entry.name) &&
        !/[\\/](dist|node_modules|gql)([\\/]|$)/.test(entry.parentPath),
    )
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/**
 * The rings among the files of a folder, each once, as paths relative to it.
 * @returns {string[][]}
 */
export function circlesIn(folder) {
  const edges = new Map();
  for (const file of sources(folder)) {
    const text = readFileSync(file, 'utf8');
    edges.set(
      file,
      [...text.matchAll(pattern)]
        .map((match) => path.resolve(path.dirname(file), match[1]))
        .filter((to) => existsSync(to)),
    );
  }
  const state = new Map();
  const trail = [];
  const found = [];
  const visit = (file) => {
    state.set(file, 'open');
    trail.push(file);
    for (const to of edges.get(file) ?? []) {
      if (state.get(to) === 'open')
        found.push([...trail.slice(trail.indexOf(to)), to].map((one) => path.relative(folder, one)));
      else if (!state.has(to)) visit(to);
    }
    trail.pop();
    state.set(file, 'done');
  };
  for (const file of edges.keys()) if (!state.has(file)) visit(file);
  return found;
}
