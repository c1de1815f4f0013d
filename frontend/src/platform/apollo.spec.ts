import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as generated from '../gql/graphql.ts';
import { newCache } from './parts/apollo.ts';

type Named = DocumentNode & { __meta__?: { hash: string } };

const known: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../libs/schema/documents/current.json'), 'utf8'),
);

const operations = Object.entries(generated as unknown as Record<string, Named>).filter(
  ([, document]) => document?.kind === 'Document' && document.definitions[0]?.kind === 'OperationDefinition',
);

describe('a document of the screens', () => {
  it.each(operations)(
    '%s goes to the server as it was written down, by a hash that the server knows',
    (_name, document) => {
      const sent = newCache().transformDocument(document) as Named;
      expect(sent).toBe(document);
      expect(known).toHaveProperty([sent.__meta__!.hash]);
    },
  );
});
