import {
  defaultFieldResolver,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { notFound } from '../platform/errors.ts';
import { ANYONE, SIGNED_IN_ABILITY, abilityNamed, holds, type Ability } from './policy.ts';

/** What every row brings from SQL: the bits of who the viewer is to it. */
export interface Related {
  _rel: number;
}

/** The schema has something that names no ability, or one that no policy declares: the server must not start. */
export class UnguardedSchema extends Error {
  constructor(readonly faults: string[]) {
    super(`These have no rule for who may have them:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/**
 * Walks the whole schema and wraps each field with the check of its ability, a synchronous one, so that a field
 * answered from a statement's JSON is checked too.
 * @throws UnguardedSchema naming every field without a known ability
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  const faults: string[] = [];
  const roots = new Set([schema.getQueryType()?.name, schema.getMutationType()?.name]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const name = field.extensions['ability'];
      const known =
        typeof name === 'string' && (name === ANYONE || name === SIGNED_IN_ABILITY || abilityNamed(name) !== undefined);
      if (!known) {
        faults.push(`${type.name}.${field.name}${typeof name === 'string' ? ` (${name} is in no policy)` : ''}`);
        continue;
      }
      const ability = abilityNamed(name);
      // Operations ask inside: a query in its statement, a mutation in its unit of work.
      if (roots.has(type.name) || !ability) continue;
      field.resolve = guarded(field, ability);
    }
  }
  if (faults.length > 0) throw new UnguardedSchema(faults);
  return schema;
}

function guarded(field: GraphQLField<unknown, unknown>, ability: Ability): GraphQLFieldResolver<unknown, unknown> {
  const resolve = field.resolve ?? defaultFieldResolver;
  const refuse = isNonNullType(field.type)
    ? () => {
        throw notFound();
      }
    : () => null;
  const plain = field.resolve === undefined;
  const name = field.name;
  return (source, args, context, info) => {
    const relation = (source as Related | null)?._rel;
    if (relation === undefined || !holds(ability, relation)) return refuse();
    return plain ? (source as Record<string, unknown>)[name] : resolve(source, args, context, info);
  };
}
