import type { ApolloCache, DocumentNode, Reference } from '@apollo/client';
import { Kind, type FieldNode, type SelectionSetNode } from 'graphql';
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
  return cache.readFragment({ id, fragment: fragmentOn(entity, { id: '' }) }) !== null;
}

function write(cache: ApolloCache, id: string, thing: Thing): void {
  const clean = withoutRelation(thing) as Thing;
  cache.writeFragment({
    id,
    fragment: fragmentOn(String(thing['__typename']), clean),
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

/** The names in a value, with those of the things within it. */
interface Names {
  [name: string]: Names | true;
}

function namesIn(thing: Thing): Names {
  return Object.fromEntries(
    Object.entries(thing)
      .filter(([name]) => name !== '__typename')
      .map(([name, value]) => {
        const inner: unknown = Array.isArray(value) ? Object.assign({}, ...value.filter(isThing)) : value;
        return [name, isThing(inner) && Object.keys(inner).length > 0 ? namesIn(inner) : true];
      }),
  );
}

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const field = (name: string, inner: Names | true): FieldNode => ({
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: name },
  ...(inner === true ? {} : { selectionSet: selecting(inner) }),
});

const selecting = (names: Names): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections: [field('__typename', true), ...Object.entries(names).map(([name, inner]) => field(name, inner))],
});

const fragments = new Map<string, DocumentNode>();

/**
 * The fragment that covers a value, so that the cache takes it apart as it does a query's answer. It is built, not parsed:
 * GraphQL's parser is too large for the first page.
 */
function fragmentOn(entity: string, thing: Thing): DocumentNode {
  const names = namesIn(thing);
  const shape = `${entity} ${JSON.stringify(names)}`;
  const known = fragments.get(shape);
  if (known) return known;
  const made: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.FRAGMENT_DEFINITION,
        name: { kind: Kind.NAME, value: `Changed${fragments.size}` },
        typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: entity } },
        selectionSet: selecting(names),
      },
    ],
  };
  fragments.set(shape, made);
  return made;
}
