import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PersistedQueryProvider } from 'mercurius';
import type { Settings } from '../platform/config.ts';
import { Refusal } from '../platform/errors.ts';

/** One file a release: `current.json`, and those of the last releases, whose pages may still stand open somewhere. */
const DOCUMENTS = fileURLToPath(new URL('../../../libs/schema/documents/', import.meta.url));

interface Asked {
  query?: string;
  extensions?: { persistedQuery?: { sha256Hash?: unknown } };
}

/** In place of a hash where there is none: known to nobody. */
const UNNAMED = 'unnamed';

const hashOf = (body: Asked): string => {
  const hash = body.extensions?.persistedQuery?.sha256Hash;
  return typeof hash === 'string' ? hash : '';
};

/**
 * The documents that our own screens ask with, known by their hash. With `trusted` they are the only ones that are answered,
 * so that nobody can make up a costly question and nothing is read or checked twice; with `any` the text of others is too.
 */
export function trustedDocuments(settings: Settings): PersistedQueryProvider {
  const known = new Map<string, string>();
  for (const name of readdirSync(DOCUMENTS)) {
    const documents = JSON.parse(readFileSync(DOCUMENTS + name, 'utf8')) as Record<string, string>;
    for (const [hash, text] of Object.entries(documents)) known.set(hash, text);
  }
  const trusted = settings.GRAPHQL_DOCUMENTS === 'trusted';
  return {
    isPersistedQuery: (body: Asked) => trusted || hashOf(body) !== '',
    isPersistedQueryRetry: () => false,
    getHash: (body: Asked) => hashOf(body) || UNNAMED,
    getQueryFromHash: (hash) => {
      const text = known.get(hash);
      return text === undefined ? Promise.reject(new Refusal('DOCUMENT_UNKNOWN')) : Promise.resolve(text);
    },
  };
}
