// Who may import whom, as one ESLint rule: rooms upwards, libraries alone, the two sides apart.
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { generated, joining, librariesMayImport, rooms } from './rooms.mjs';

/** A path relative to the root, with slashes, as { side, room, parts, library, isTest }. */
function placeOf(file) {
  const steps = file.split('/');
  if (steps[0] === 'libs') return { library: steps[1], isTest: steps[2] !== 'src' };
  if (steps[0] !== 'backend' && steps[0] !== 'frontend') return {};
  if (steps[1] !== 'src') return { side: steps[0], isTest: true };
  return { side: steps[0], room: steps.length > 3 ? steps[2] : '', parts: steps[3] === 'parts' };
}

function faultBetweenRooms(from, to) {
  if (to.room === from.room) return null;
  const joins = from.room === '' || from.room === joining;
  if (from.side === 'frontend' && to.room === generated) return null;
  if (joins) return null;
  if (to.room === '' || to.room === joining)
    return `${to.room || 'the top of src'} joins the rooms; a room does not import from it`;
  const [fromAt, toAt] = [rooms.indexOf(from.room), rooms.indexOf(to.room)];
  if (toAt === -1) return `"${to.room}" is no room (libs/workspace/lint/rooms.mjs)`;
  if (fromAt === -1) return `"${from.room}" is no room (libs/workspace/lint/rooms.mjs)`;
  if (to.room === 'screens') return 'nothing imports screens';
  if (toAt > fromAt) return `${from.room} comes before ${to.room}: a room imports only from rooms above it`;
  if (from.side === 'frontend' && !to.parts) return `only ${to.room}/parts/ is for other rooms`;
  return null;
}

function faultOfLibrary(from, specifier, target) {
  if (specifier.startsWith('.')) {
    const to = placeOf(target);
    if (to.library !== from.library) return `libs/${from.library} imports only its own files by path`;
    return null;
  }
  if (specifier.startsWith(`#${from.library}/`))
    return from.library === 'domain' ? 'libs/domain imports nothing but its own files, by path' : null;
  const allowed = librariesMayImport[from.library];
  if (allowed)
    return allowed.some((pattern) => pattern.test(specifier))
      ? null
      : `libs/${from.library} may not import ${specifier}`;
  if (specifier.startsWith('#')) return `libs/${from.library} imports no other library`;
  return null;
}

/**
 * Why this import breaks the house's order, or null.
 * @param {string} file the importing file, relative to the root, with slashes
 * @param {string} specifier as written
 */
export function faultOf(file, specifier) {
  const from = placeOf(file);
  const target = specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : '';
  if (from.library) return from.isTest || from.library === 'workspace' ? null : faultOfLibrary(from, specifier, target);
  if (!from.side) return null;
  if (specifier.startsWith('#ui/') && from.side === 'backend') return 'the backend draws nothing';
  if (isBuiltin(specifier) && from.side === 'frontend' && !from.isTest) return 'a browser has no Node';
  if (!target) return null;
  const to = placeOf(target);
  if (to.side && to.side !== from.side && !from.isTest) return `${from.side} does not import ${to.side}`;
  if (to.library && !from.isTest) return `import libraries by name: #${to.library}/…`;
  if (from.isTest || !to.side || to.isTest) return null;
  return faultBetweenRooms(from, to);
}

/** The rule; the root is the folder ESLint runs in. */
export const importsRule = {
  meta: { type: 'problem', schema: [], messages: { order: '{{ specifier }}: {{ fault }}.' } },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const check = (source) => {
      if (typeof source?.value !== 'string') return;
      const fault = faultOf(file, source.value);
      if (fault) context.report({ node: source, messageId: 'order', data: { specifier: source.value, fault } });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
    };
  },
};
