import { buildSchema, execute, parse, type GraphQLObjectType } from 'graphql';
import { compileQuery, type CompiledQuery } from 'graphql-jit';
import { describe, expect, it } from 'vitest';
import { guardSchema, UnguardedSchema } from '../../src/access/guarded-schema.ts';
import { faultsOf as faultsOfJobs } from '../../src/access/guarded-jobs.ts';
import { ANYONE, policy } from '../../src/access/policy.ts';
import { VIEWER_BITS } from '../../src/access/viewer-column.ts';

const abilities = policy({
  'bootTest.read': { sentence: 'Only a team member reads it.', viewers: { team_member: 'yes' } },
});

/** A schema of one thing with two fields, each with the ability given. */
function schemaWith(names: { query?: string; open?: string; narrow?: string }, audit: object | null = { none: '' }) {
  const schema = buildSchema('type Query { thing: Thing } type Thing { open: String narrow: String }');
  const name = (type: string, field: string, ability: string | undefined) => {
    const found = (schema.getType(type) as GraphQLObjectType).getFields()[field]!;
    if (ability !== undefined) found.extensions = { ability };
  };
  name('Query', 'thing', names.query);
  const query = schema.getQueryType()!.getFields()['thing']!;
  if (audit) query.extensions = { ...query.extensions, audit };
  name('Thing', 'open', names.open);
  name('Thing', 'narrow', names.narrow);
  return schema;
}

const faultsOf = (...[names, audit]: Parameters<typeof schemaWith>): string[] => {
  try {
    guardSchema(schemaWith(names, audit));
    return [];
  } catch (error) {
    return (error as UnguardedSchema).faults;
  }
};

describe('the server does not start', () => {
  it('with a field that names no ability', () => {
    expect(faultsOf({ query: ANYONE, open: abilities['bootTest.read'] })).toEqual(['Thing.narrow']);
  });

  it('with an operation that names no ability', () => {
    expect(faultsOf({ open: ANYONE, narrow: ANYONE })).toEqual(['Query.thing']);
  });

  it('with an ability that no policy declares', () => {
    expect(faultsOf({ query: ANYONE, open: ANYONE, narrow: 'bootTest.misspelt' })).toEqual([
      'Thing.narrow (bootTest.misspelt is in no policy)',
    ]);
  });

  it('with a query that says nothing of what it reads, or whose line would name an argument that it has not', () => {
    const names = { query: ANYONE, open: ANYONE, narrow: ANYONE };
    expect(faultsOf(names, null)).toEqual(['Query.thing (says nothing of what it reads)']);
    expect(faultsOf(names, { verb: 'READ', object: 'Thing', id: 'id' })).toEqual([
      'Query.thing (has no argument id for its audit)',
    ]);
    expect(faultsOf(names, { verb: 'SEARCH', object: 'Thing', criterion: 'words' })).toEqual([
      'Query.thing (has no argument words for its audit)',
    ]);
    expect(faultsOf(names, { verb: 'READ', object: 'Thing' })).toEqual([]);
  });

  it('with a job that names no ability, one that no policy declares, or one that a person holds', () => {
    policy({ 'bootTest.clock': { sentence: 'Only the clock does it.', viewers: {} } });
    const job = (title: string, ability: string) => ({ title, ability });
    expect(
      faultsOfJobs([
        job('a', ''),
        job('b', 'bootTest.misspelt'),
        job('c', 'bootTest.read'),
        job('d', 'bootTest.clock'),
      ]),
    ).toEqual([
      'job a ( is in no policy)',
      'job b (bootTest.misspelt is in no policy)',
      'job c (bootTest.read is also held by people)',
    ]);
  });

  it('twice with one ability declared by two policies', () => {
    expect(() => policy({ 'bootTest.read': { sentence: 'Somebody else declares it again.', viewers: {} } })).toThrow(
      'declared twice',
    );
  });
});

describe('a field', () => {
  const schema = guardSchema(schemaWith({ query: ANYONE, open: ANYONE, narrow: 'bootTest.read' }));
  const document = parse('{ thing { open narrow } }');
  const compiled = compileQuery(schema, document, '') as CompiledQuery;
  /** As GraphQL itself answers, and as its compiler does for a document that is asked often. */
  const ways = {
    read: (thing: object) => execute({ schema, document, rootValue: { thing } }),
    compiled: (thing: object) => compiled.query({ thing }, {}, {}),
  };

  for (const [way, answer] of Object.entries(ways)) {
    const narrow = async (row: object) =>
      (await answer({ ...row })).data?.['thing'] as { open: string; narrow: string };

    it(`is null for a row that brought no relation, or one that does not hold its ability (${way})`, async () => {
      for (const row of [
        { open: 'o', narrow: 'x' },
        { open: 'o', narrow: 'x', _rel: 0 },
        { open: 'o', narrow: 'x', _rel: VIEWER_BITS.school_leader | VIEWER_BITS.administrator },
      ])
        expect(await narrow(row)).toEqual({ open: 'o', narrow: null });
    });

    it(`is answered for a row whose relation holds its ability (${way})`, async () => {
      expect(await narrow({ open: 'o', narrow: 'x', _rel: VIEWER_BITS.team_member })).toEqual({
        open: 'o',
        narrow: 'x',
      });
    });
  }

  it('that cannot be null refuses with NOT_FOUND', async () => {
    const strict = buildSchema('type Query { thing: Thing } type Thing { narrow: String! }');
    for (const [type, field, ability] of [
      ['Query', 'thing', ANYONE],
      ['Thing', 'narrow', 'bootTest.read'],
    ] as const)
      (strict.getType(type) as GraphQLObjectType).getFields()[field]!.extensions = { ability, audit: { none: '' } };
    guardSchema(strict);
    const query = parse('{ thing { narrow } }');
    const fast = compileQuery(strict, query, '') as CompiledQuery;
    for (const answer of [
      await execute({ schema: strict, document: query, rootValue: { thing: { narrow: 'x', _rel: 0 } } }),
      await fast.query({ thing: { narrow: 'x', _rel: 0 } }, {}, {}),
    ]) {
      expect(answer.data).toEqual({ thing: null });
      expect(answer.errors?.[0]?.originalError).toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    }
  });
});
