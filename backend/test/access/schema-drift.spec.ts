import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, parse, printSchema, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('libs/schema', () => {
  it('holds the schema that the server serves: a change of the API is seen in review', () => {
    const { schema } = world.app.get(GraphQLSchemaHost, { strict: false });
    const committed = readFileSync(
      fileURLToPath(new URL('../../../libs/schema/schema.graphql', import.meta.url)),
      'utf8',
    );
    expect(committed).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`);
  });

  it('holds no document that the server could not answer: a page of an earlier release still works', () => {
    const { schema } = world.app.get(GraphQLSchemaHost, { strict: false });
    const folder = fileURLToPath(new URL('../../../libs/schema/documents/', import.meta.url));
    const texts = readdirSync(folder).flatMap((name) =>
      Object.values(JSON.parse(readFileSync(folder + name, 'utf8')) as Record<string, string>),
    );
    expect(texts.length).toBeGreaterThan(30);
    for (const text of texts) expect(validate(schema, parse(text))).toEqual([]);
  });
});
