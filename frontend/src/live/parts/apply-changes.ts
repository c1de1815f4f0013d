import { gql, type ApolloCache, type DocumentNode, type Reference } from '@apollo/client';
import type { LiveChange } from '#live-protocol/change.ts';

type Thing = Record<string, unknown>;

/**
 * Writes one change into the cache: the same whether it was pushed, fetched or returned by a mutation. Doing it twice changes
 * nothing. A thing that no screen has fetched is left alone, unless the change puts it, whole, into a list.
 */
export function applyChange(cache: ApolloCache, change: LiveChange): void {
  const { entity, entityId, fields } = change;
  const id = `${entity}:${entityId}`;
  cache.batch({
    update: () => {
      const isNew = (fields.into ?? []).length > 0;
      if (fields.set && (isNew || isKnown(cache, entity, id)))
        write(cache, id, { ...fields.set, __typename: entity, id: entityId });
      for (const place of fields.into ?? []) {
        changeList(cache, place, (list) => (list.some((one) => one.__ref === id) ? list : [...list, { __ref: id }]));
      }
      for (const place of fields.outOf ?? [])
        changeList(cache, place, (list) => list.filter((one) => one.__ref !== id));
    },
  });
}

function isKnown(cache: ApolloCache, entity: string, id: string): boolean {
  return cache.readFragment({ id, fragment: fragmentOn(entity, 'id') }) !== null;
}

function write(cache: ApolloCache, id: string, thing: Thing): void {
  const clean = withoutRelation(thing) as Thing;
  cache.writeFragment({
    id,
    fragment: fragmentOn(String(thing['__typename']), selection(clean)),
    data: clean as never,
  });
}

function changeList(
  cache: ApolloCache,
  place: { entity: string; id: string; field: string },
  change: (list: Reference[]) => Reference[],
): void {
  const modify = (known: unknown): unknown => (Array.isArray(known) ? change(known as Reference[]) : known);
  cache.modify({ id: `${place.entity}:${place.id}`, fields: { [place.field]: modify } as never });
}

/** The bits that a row brought from SQL are the server's own. */
function withoutRelation(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRelation);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => (name === '_rel' ? [] : [[name, withoutRelation(inner)]])),
  );
}

/** The selection that covers a value, so that the cache takes it apart as it does a query's answer. */
function selection(thing: Thing): string {
  return Object.entries(thing)
    .filter(([name]) => name !== '__typename')
    .map(([name, value]) => {
      const inner = Array.isArray(value) ? Object.assign({}, ...value.filter(isThing)) : value;
      return isThing(inner) && Object.keys(inner).length > 0 ? `${name} { __typename ${selection(inner)} }` : name;
    })
    .join(' ');
}

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fragments = new Map<string, DocumentNode>();

function fragmentOn(entity: string, fields: string): DocumentNode {
  const source = `fragment Changed on ${entity} { __typename ${fields} }`;
  const known = fragments.get(source);
  if (known) return known;
  const made = gql(source.replace('fragment Changed', `fragment Changed${fragments.size}`));
  fragments.set(source, made);
  return made;
}
