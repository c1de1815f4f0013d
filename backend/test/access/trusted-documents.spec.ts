import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asked } from '../../bench/documents.ts';
import { startWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ GRAPHQL_DOCUMENTS: 'trusted' });
});
afterAll(() => world.stop());

const post = async (body: string) => {
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return (await response.json()) as { data: unknown; errors?: { extensions: { code: string } }[] };
};

describe('a server in use', () => {
  it.each([
    ['a text of somebody else', JSON.stringify({ query: '{ viewer { displayName } }' })],
    ['a hash that nobody wrote down', JSON.stringify({ extensions: { persistedQuery: { sha256Hash: 'sha256:0' } } })],
    [
      'a text beside a known hash is not what is answered',
      JSON.stringify({
        ...(JSON.parse(asked('Viewer', {})) as object),
        query: '{ __schema { types { name } } }',
      }).replace(/sha256:\w{10}/, 'sha256:0000000000'),
    ],
    ['nothing', '{}'],
  ])('does not answer %s', async (_name, body) => {
    expect(await post(body)).toMatchObject({ data: null, errors: [{ extensions: { code: 'DOCUMENT_UNKNOWN' } }] });
  });

  it('answers a document of its own screens by its hash', async () => {
    expect(await post(asked('SignIn', { signInName: 'anne', password: 'wrong' }))).toMatchObject({
      errors: [{ extensions: { code: 'SIGN_IN_REFUSED' } }],
    });
  });
});
