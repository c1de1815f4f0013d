import { readFileSync } from 'node:fs';
import { DiscoveryService } from '@nestjs/core';
import fc from 'fast-check';
import { toBase64 } from 'lib0/buffer';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SocketDoor } from '../../src/live/socket-door.ts';
import { IDS, PEOPLE, startWorld, type Caller, type LiveSocket, type World } from '../world.ts';

const INPUTS = Number(process.env['PEJLING_FUZZED'] ?? 1000);
/** What a person may be told; a fault of ours is not among it. */
const TOLD = new Set([
  'SIGNED_OUT',
  'SIGN_IN_REFUSED',
  'TOO_MANY_ATTEMPTS',
  'NOT_FOUND',
  'NOT_ALLOWED',
  'STEP_NOT_POSSIBLE',
  'CHANGED_MEANWHILE',
  'INPUT_REFUSED',
  'CODE_REFUSED',
  'QUERY_REFUSED',
]);

let world: World;
let callers: Caller[];
let socket: LiveSocket;
beforeAll(async () => {
  world = await startWorld();
  callers = [await world.signIn('anne'), await world.signIn('nabo'), world.stranger()];
  socket = await world.connectLive(callers[0]!);
});
afterAll(() => world.stop());

const schema = buildSchema(readFileSync(new URL('../../../libs/schema/schema.graphql', import.meta.url), 'utf8'));
const operations = [schema.getQueryType()!, schema.getMutationType()!].flatMap((root) =>
  Object.values(root.getFields())
    // The session must outlive the run.
    .filter((field) => !field.name.startsWith('signOut'))
    .map((field) => ({ kind: root === schema.getQueryType() ? 'query' : 'mutation', field })),
);

const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e\u0007',
    '🫠'.repeat(300),
    'a'.repeat(20_000),
    "'; drop table meeting; --",
    '<img src=x onerror=alert(1)>',
    '${7*7}{{7*7}}%s%n',
    '__proto__',
    '2026-02-30',
    '2026-13-01T25:61:00Z',
    '-271821-04-20T00:00:00.000Z',
    '+275760-09-13T00:00:00.000Z',
    '0000-01-01T00:00:00.000Z',
    'null',
    '010203-1234',
  ),
);
const known = [IDS.meeting, IDS.draft, IDS.teamA1, ...IDS.items, PEOPLE.anne.id, PEOPLE.nabo.id];
const id: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...known) },
  { weight: 2, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: hostile },
);
const number: fc.Arbitrary<unknown> = fc.oneof(
  fc.integer({ min: -3, max: 20 }),
  fc.constantFrom(2_147_483_647, -2_147_483_648, 1e12, 0.5, -0),
);

/** A value for an argument: mostly of its shape, and hostile in what it holds. */
function valueOf(type: GraphQLInputType, depth = 0): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return valueOf(type.ofType as GraphQLInputType, depth);
  if (isListType(type)) return fc.array(valueOf(type.ofType as GraphQLInputType, depth), { maxLength: 4 });
  if (isInputObjectType(type))
    return fc.record(
      Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, valueOf(field.type, depth + 1)])),
      {
        requiredKeys: Object.values(type.getFields())
          .filter((f) => isNonNullType(f.type))
          .map((f) => f.name),
      },
    );
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map((value) => value.name), 'FINDES_IKKE');
  const { name } = getNamedType(type);
  if (name === 'ID') return id;
  if (name === 'Int' || name === 'Float') return number;
  if (name === 'Boolean') return fc.boolean();
  return fc.oneof(
    hostile,
    fc.constantFrom('2026-12-07T13:30:00.000Z', '2026-11-23', 'FACILITATOR', 'KEEP', 'Et punkt'),
  );
}

function asked(
  kind: string,
  field: GraphQLField<unknown, unknown>,
): { query: string; input: fc.Arbitrary<Record<string, unknown>> } {
  const args = field.args;
  const heads = args.length > 0 ? `(${args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ')})` : '';
  const call = args.length > 0 ? `(${args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')})` : '';
  const body = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  return {
    query: `${kind}${heads} { ${field.name}${call}${body} }`,
    input: fc.record(Object.fromEntries(args.map((arg) => [arg.name, valueOf(arg.type)])), {
      requiredKeys: args.filter((arg) => isNonNullType(arg.type)).map((arg) => arg.name),
    }) as fc.Arbitrary<Record<string, unknown>>,
  };
}

const healthy = async () => {
  expect((await callers[0]!.ask('{ viewer { id } }'))['viewer'].id).toBe(PEOPLE.anne.id);
};

describe('bad input is answered, not suffered', () => {
  const each = Math.max(2, Math.ceil(INPUTS / operations.length));

  it(
    `by every operation, ${INPUTS} inputs in all: with an answer or a refusal that a person can be told`,
    { timeout: 600_000 },
    async () => {
      expect(each * operations.length).toBeGreaterThanOrEqual(500);
      const faults: string[] = [];
      for (const { kind, field } of operations) {
        const { query, input } = asked(kind, field);
        const run = await fc.check(
          fc.asyncProperty(fc.constantFrom(...callers), input, async (caller, variables) => {
            const { errors } = await caller.send(query, variables);
            for (const error of errors ?? []) expect(TOLD).toContain(error.extensions?.['code']);
          }),
          { numRuns: each },
        );
        if (run.failed)
          faults.push(
            `${field.name} ${JSON.stringify(run.counterexample?.[1])?.slice(0, 300)} (seed ${run.seed}, path ${run.counterexamplePath})`,
          );
      }
      expect(faults).toEqual([]);
      await healthy();
    },
  );

  it('by every socket event, of whatever shape', { timeout: 600_000 }, async () => {
    const doors = world.app
      .get(DiscoveryService, { strict: false })
      .getProviders()
      .map((provider): unknown => provider.instance)
      .filter((instance) => instance instanceof SocketDoor);
    expect(doors.length).toBeGreaterThan(5);
    const noteLike = fc.record(
      {
        noteId: id,
        meetingId: id,
        id,
        kind: fc.constantFrom('MEETING', 'TEAM', 'PERSON', 'NOTE', 'X'),
        since: number,
        have: number,
        clientId: fc.oneof(number, fc.integer({ min: 16, max: 4_294_967_295 })),
        bytes: fc.oneof(fc.uint8Array({ maxLength: 200 }).map(toBase64), fc.base64String({ maxLength: 300 }), hostile),
        caret: fc.anything(),
      },
      { requiredKeys: [] },
    );
    const knock = (event: string, payload: unknown) =>
      (socket as unknown as Socket).timeout(10_000).emitWithAck(event, payload) as Promise<unknown>;
    for (const door of doors)
      await fc.assert(
        fc.asyncProperty(fc.oneof(noteLike, fc.json(), fc.anything({ withNullPrototype: false })), async (payload) => {
          let answer = await knock(door.event, payload ?? null);
          // What comes too fast is not looked at: it goes by another socket.
          if ((answer as { refused?: string }).refused === 'TOO_FAST') {
            socket.disconnect();
            socket = await world.connectLive(callers[0]!);
            answer = await knock(door.event, payload ?? null);
          }
          expect(answer, door.event).toHaveProperty('ok');
          expect((answer as { refused?: string }).refused, door.event).not.toBe('FAULT');
          expect((answer as { refused?: string }).refused, door.event).not.toBe('TOO_FAST');
        }),
        { numRuns: each * 5 },
      );
    expect(socket.connected).toBe(true);
    await healthy();
  });

  it('where it is larger or deeper than anything of ours, before it is read', async () => {
    const post = (body: string) =>
      fetch(`${world.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: callers[0]!.cookie },
        body,
      });
    const bombs: [string, string][] = [
      ['ten megabytes', JSON.stringify({ query: `{ viewer { id } } #${'x'.repeat(10_000_000)}` })],
      ['no JSON', '{"query":'],
      ['a list of a thousand', JSON.stringify(Array.from({ length: 1_000 }, () => ({ query: '{ viewer { id } }' })))],
      [
        'a thousand names for one thing',
        JSON.stringify({ query: `{ ${Array.from({ length: 1_000 }, (_, n) => `a${n}: viewer { id }`).join(' ')} }` }),
      ],
      ['braces ten thousand deep', JSON.stringify({ query: '{ a '.repeat(10_000) })],
      [
        'fragments that spread each other',
        JSON.stringify({ query: '{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }' }),
      ],
      ['a hundred thousand directives', JSON.stringify({ query: `{ viewer { id ${'@a '.repeat(100_000)} } }` })],
    ];
    for (const [what, body] of bombs) {
      const response = await post(body);
      expect(response.status, what).toBeLessThan(500);
      expect(await response.text(), what).not.toContain('"viewer":{"id"');
    }
    await healthy();
  });
});
