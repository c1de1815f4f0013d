import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The documents that stand in a file of the front end. */
function documentsIn(path: string): string[] {
  const file = fileURLToPath(new URL(`../../frontend/src/${path}`, import.meta.url));
  return [...readFileSync(file, 'utf8').matchAll(/graphql\(`([^`]+)`\)/g)].map((match) => match[1]!);
}

/** The page's own query, word for word as the screen asks it, with the fragment it uses. */
export const MEETING_QUERY_TEXT = [
  documentsIn('meetings/parts/meeting.documents.ts')[0]!,
  documentsIn('actions/parts/action.documents.ts').find((text) => text.includes('fragment ActionParts'))!,
].join('\n');

export const LOG_ACTION_TEXT =
  'mutation($teamId: ID!, $action: NewActionInput!) { createAction(teamId: $teamId, action: $action) { id changes } }';
