import { buildSchema, type GraphQLObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { guardSchema, UnguardedSchema } from '../../src/access/guarded-schema.ts';
import { ANYONE, policy } from '../../src/access/policy.ts';
import { VIEWER_BITS } from '../../src/access/viewer-column.ts';

const abilities = policy({
  'bootTest.read': { sentence: 'Only a team member reads it.', viewers: { team_member: 'yes' } },
});

/** A schema of one thing with two fields, each with the ability given. */
function schemaWith(names: { query?: string; open?: string; narrow?: string }) {
  const schema = buildSchema('type Query { thing: Thing } type Thing { open: String narrow: String }');
  const name = (type: string, field: string, ability: string | undefined) => {
    const found = (schema.getType(type) as GraphQLObjectType).getFields()[field]!;
    if (ability !== undefined) found.extensions = { ability };
  };
  name('Query', 'thing', names.query);
  name('Thing', 'open', names.open);
  name('Thing', 'narrow', names.narrow);
  return schema;
}

const faultsOf = (names: Parameters<typeof schemaWith>[0]): string[] => {
  try {
    guardSchema(schemaWith(names));
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

  it('twice with one ability declared by two policies', () => {
    expect(() => policy({ 'bootTest.read': { sentence: 'Somebody else declares it again.', viewers: {} } })).toThrow(
      'declared twice',
    );
  });
});

describe('a field', () => {
  const { narrow } = (
    guardSchema(schemaWith({ query: ANYONE, open: ANYONE, narrow: 'bootTest.read' })).getType(
      'Thing',
    ) as GraphQLObjectType
  ).getFields();
  const read = (row: unknown) => narrow!.resolve!(row, {}, {}, {} as never);

  it('is null for a row that brought no relation, or one that does not hold its ability', () => {
    expect(read({ narrow: 'x' })).toBeNull();
    expect(read({ narrow: 'x', _rel: 0 })).toBeNull();
    expect(read({ narrow: 'x', _rel: VIEWER_BITS.school_leader | VIEWER_BITS.administrator })).toBeNull();
  });

  it('is answered for a row whose relation holds its ability', () => {
    expect(read({ narrow: 'x', _rel: VIEWER_BITS.team_member })).toBe('x');
  });
});
