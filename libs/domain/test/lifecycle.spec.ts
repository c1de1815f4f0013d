import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTION_KINDS, ACTION_LIFECYCLE, ACTION_OUTCOMES, ACTION_STATES } from '../src/action-lifecycle.ts';
import { AGENDA_ITEM_LIFECYCLE, AGENDA_ITEM_STATES, ITEM_OUTCOMES } from '../src/agenda-item-lifecycle.ts';
import { possibleEvents, step, type Lifecycle } from '../src/lifecycle.ts';
import { MEETING_LIFECYCLE, MEETING_STATES } from '../src/meeting-lifecycle.ts';
import { MINUTES_LIFECYCLE, MINUTES_STATES } from '../src/minutes-lifecycle.ts';

interface Machine {
  name: string;
  table: Lifecycle<string, string, never>;
  states: readonly string[];
  facts: fc.Arbitrary<unknown>;
}

const reason = fc.constantFrom('', '  ', 'Ikke aktuelt længere');
const count = fc.nat({ max: 2 });
const machine = <S extends string, E extends string, F>(
  name: string,
  table: Lifecycle<S, E, F>,
  states: readonly S[],
  facts: fc.Arbitrary<F>,
): Machine => ({ name, table: table as unknown as Lifecycle<string, string, never>, states, facts });

const machines = [
  machine(
    'meeting',
    MEETING_LIFECYCLE,
    MEETING_STATES,
    fc.record({
      now: fc.nat({ max: 50_000_000 }),
      startedAt: fc.option(fc.nat({ max: 50_000_000 })),
      plannedEnd: fc.nat({ max: 50_000_000 }),
    }),
  ),
  machine(
    'agenda item',
    AGENDA_ITEM_LIFECYCLE,
    AGENDA_ITEM_STATES,
    fc.record({ outcome: fc.option(fc.constantFrom(...ITEM_OUTCOMES)), reason }),
  ),
  machine(
    'minutes',
    MINUTES_LIFECYCLE,
    MINUTES_STATES,
    fc.record({ openObjections: count, cprFindings: count, missingTaps: count }),
  ),
  machine(
    'action',
    ACTION_LIFECYCLE,
    ACTION_STATES,
    fc.record({
      kind: fc.constantFrom(...ACTION_KINDS),
      markers: count,
      expectedSigns: count,
      outcome: fc.option(fc.constantFrom(...ACTION_OUTCOMES)),
      reason,
    }),
  ),
];

describe.each(machines)('the lifecycle of $name', ({ table, states, facts }) => {
  const events = [...new Set(table.map((one) => one.event))];
  const asked = fc.tuple(fc.constantFrom(...states), fc.constantFrom(...events), facts);

  it('names only its own states, and every state can be reached from the first', () => {
    const reached = new Set([states[0]!]);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const one of table) if (reached.has(one.from)) reached.add(one.to);
    }
    expect([...reached].toSorted()).toEqual([...states].toSorted());
    for (const one of table) expect(states).toContain(one.from);
  });

  it('a step is taken exactly when it is said to be possible, and a refusal says what is', () => {
    fc.assert(
      fc.property(asked, ([from, event, given]) => {
        const possible = possibleEvents(table, from, given as never);
        const taken = step(table, from, event, given as never);
        expect('to' in taken).toBe(possible.includes(event));
        if ('refused' in taken) expect(taken.possible).toEqual(possible);
        expect(new Set(possible).size).toBe(possible.length);
      }),
    );
  });

  it('an event leads to one place only, whatever the facts', () => {
    fc.assert(
      fc.property(asked, ([from, event, given]) => {
        const ways = table.filter(
          (one) => one.from === from && one.event === event && (one.guard?.(given as never) ?? true),
        );
        expect(new Set(ways.map((one) => one.to)).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});
