// The rooms in reading order, the same names on both sides; a room imports only from those above it.
// A test holds this list equal to the order of backend/src/app.module.ts.

/** From the ground up. */
export const rooms = [
  'platform',
  'access',
  'organisation',
  'identity',
  'privacy',
  'live',
  'markers',
  'meetings',
  'preparation',
  'materials',
  'notes',
  'reflections',
  'actions',
  'minutes',
  'sharing',
  'evaluation',
  'overview',
  'projector',
  'screens',
  'documents',
  'notifications',
  'demonstration',
];

/** Folders of frontend/src that are no rooms: `app` joins everything, `gql` is generated and known to all. */
export const joining = 'app';
export const generated = 'gql';

/** What each library may import beside its own files; a library that is not here may import any package, but no other library. */
export const librariesMayImport = {
  domain: [],
  // lib0: bytes as text, the same on both sides.
  inputs: [/^zod$/, /^lib0\/buffer$/, /^#domain\//],
  'live-protocol': [/^zod$/, /^lib0\/buffer$/, /^#domain\//, /^#inputs\//],
};

/** Names that say nothing about what is inside. */
export const vagueFolders = ['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'misc', 'lib'];
