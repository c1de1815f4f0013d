import type { DocumentNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as generated from '../gql/graphql.ts';
import { newCache } from './parts/apollo.ts';

type Named = DocumentNode & { __meta__?: { hash: string } };

const operations = Object.entries(generated as unknown as Record<string, Named>).filter(
  ([, document]) => document?.kind === 'Document' && document.definitions[0]?.kind === 'OperationDefinition',
);

describe('a document of the screens', () => {
  it.each(operations)('%s goes to the server as it was written down', (_name, document) => {
    const sent = newCache().transformDocument(document) as Named;
    expect(sent).toBe(document);
    expect(sent.__meta__!.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});
