import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../../frontend/src/meetings/parts/meeting.documents.ts', import.meta.url));

/** The page's own query, word for word as the screen asks it. */
export const MEETING_QUERY_TEXT = /graphql\(`([^`]+)`\)/.exec(readFileSync(FILE, 'utf8'))![1]!;

export const LOG_ACTION_TEXT =
  'mutation($teamId: ID!, $action: NewActionInput!) { createAction(teamId: $teamId, action: $action) { id changes } }';
