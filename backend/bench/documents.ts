import { readFileSync } from 'node:fs';

const documents = JSON.parse(
  readFileSync(new URL('../../libs/schema/documents/current.json', import.meta.url), 'utf8'),
) as Record<string, string>;

/** The body with which the front end asks one of its own documents: by hash, as the server in use wants it. */
export function asked(operation: string, variables: Record<string, unknown>): string {
  const known = Object.entries(documents).find(([, text]) =>
    new RegExp(`\\b(query|mutation) ${operation}\\b`).test(text),
  );
  if (!known) throw new Error(`No screen asks ${operation}`);
  return JSON.stringify({ variables, extensions: { persistedQuery: { version: 1, sha256Hash: known[0] } } });
}
