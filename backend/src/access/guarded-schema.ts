import { isNonNullType, isObjectType, type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { audited, auditFault } from './audited.ts';
import { notFound } from '../platform/errors.ts';
import { ANYONE, SIGNED_IN_ABILITY, abilityNamed, holds, type Ability } from './policy.ts';

/** What every row brings from SQL: the bits of who the viewer is to it. */
export interface Related {
  _rel: number;
}

/** The schema has something that names no ability, one that no policy declares, or a query without an audit: the server must not start. */
export class UnguardedSchema extends Error {
  constructor(readonly faults: string[]) {
    super(`These have no rule for who may have them:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/** A field that its row answers: what stands in place of its value where the viewer does not hold its ability. */
interface Closed {
  field: string;
  ability: Ability;
  instead: () => unknown;
}

/**
 * Walks the whole schema and puts each field under the check of its ability, a synchronous one, so that a field answered
 * from a statement's JSON is checked too. Fields that the row answers are checked once for the row, as it enters the answer;
 * a field with a resolver is checked as it is asked. Each query leaves its line in the audit here too, so that none can forget it.
 * @throws UnguardedSchema naming every field without a known ability and every query that says nothing of what it reads
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  const faults: string[] = [];
  const query = schema.getQueryType()?.name;
  const roots = new Set([query, schema.getMutationType()?.name]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const closed: Closed[] = [];
    for (const field of Object.values(type.getFields())) {
      const name = field.extensions['ability'];
      const known =
        typeof name === 'string' && (name === ANYONE || name === SIGNED_IN_ABILITY || abilityNamed(name) !== undefined);
      if (!known) {
        faults.push(`${type.name}.${field.name}${typeof name === 'string' ? ` (${name} is in no policy)` : ''}`);
        continue;
      }
      // Nest gives every field a resolver; a field that is its row's property needs none, and GraphQL's compiler reads it at once.
      if (field.extensions['fromRow'] === true) field.resolve = undefined;
      const ability = abilityNamed(name);
      if (type.name === query) {
        const fault = auditFault(field);
        if (fault) faults.push(`Query.${field.name} (${fault})`);
        else field.resolve = audited(field);
      }
      // Operations ask inside: a query in its statement, a mutation in its unit of work.
      if (roots.has(type.name) || !ability) continue;
      if (field.resolve) field.resolve = guarded(field, field.resolve, ability);
      else closed.push({ field: field.name, ability, instead: isNonNullType(field.type) ? notFound : () => null });
    }
    if (closed.length > 0) type.isTypeOf = closing(closed);
  }
  if (faults.length > 0) throw new UnguardedSchema(faults);
  return schema;
}

/**
 * Asked by GraphQL of every row before its fields are read: takes out of the row what the viewer may not have of it. The row
 * is this request's own, so it is changed in place; which fields go depends on the bits alone and is worked out once for each.
 * An error in place of a value is how a field that can't be null is refused.
 */
function closing(fields: Closed[]): (row: unknown) => boolean {
  const byRelation = new Map<number, Closed[]>();
  return (row) => {
    const relation = (row as Partial<Related>)._rel ?? NOBODY;
    let refused = byRelation.get(relation);
    if (!refused) {
      refused = fields.filter(({ ability }) => relation === NOBODY || !holds(ability, relation));
      byRelation.set(relation, refused);
    }
    for (const { field, instead } of refused) (row as Record<string, unknown>)[field] = instead();
    return true;
  };
}

/** A row that brought no relation: nobody's. */
const NOBODY = -1;

/** The row's own value where the statement brought one, so that a resolver is only called for what is missing. */
function guarded(
  field: GraphQLField<unknown, unknown>,
  resolve: GraphQLFieldResolver<unknown, unknown>,
  ability: Ability,
): GraphQLFieldResolver<unknown, unknown> {
  const refuse = isNonNullType(field.type)
    ? () => {
        throw notFound();
      }
    : () => null;
  const name = field.name;
  return (source, args, context, info) => {
    const row = source as Partial<Related> & Record<string, unknown>;
    if (row._rel === undefined || !holds(ability, row._rel)) return refuse();
    return row[name] !== undefined ? row[name] : resolve(source, args, context, info);
  };
}
