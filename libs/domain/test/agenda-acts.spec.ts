import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actsOf, type LoggedChange } from '../src/agenda-acts.ts';

const at = (ms: number) => new Date(Date.UTC(2026, 10, 27, 12) - ms).toISOString();
const change = (verb: string, ms: number, who: string | null = 'Anne'): LoggedChange => ({
  at: at(ms),
  who,
  entity: 'AgendaItem',
  verb,
});

describe('what somebody did in one go', () => {
  it('is told by what was meant: an item taken off, not those that were renumbered by it', () => {
    const [act, ...rest] = actsOf([change('moved', 0), change('moved', 1), change('removed', 2)]);
    expect(rest).toEqual([]);
    expect(act).toMatchObject({ lead: { verb: 'removed' }, count: 1 });
  });

  it('counts what was done to many at once', () => {
    expect(actsOf([change('added', 0), change('added', 1), change('added', 2)])).toMatchObject([{ count: 3 }]);
  });

  it('is another’s, or another time’s, by itself', () => {
    expect(actsOf([change('added', 0), change('added', 5, 'Mads'), change('added', 10)])).toHaveLength(3);
    expect(actsOf([change('added', 0), change('added', 1_001)])).toHaveLength(2);
    expect(actsOf([change('added', 0), change('added', 1_000)])).toHaveLength(1);
  });

  it('leaves no change out and tells none twice, in their order', () => {
    const one = fc.record({
      gap: fc.integer({ min: 0, max: 3_000 }),
      verb: fc.constantFrom('added', 'moved', 'changed', 'something new'),
      who: fc.constantFrom('Anne', 'Mads', null),
    });
    fc.assert(
      fc.property(fc.array(one), (given) => {
        let ms = 0;
        const changes = given.map(({ gap, verb, who }) => change(verb, (ms += gap), who));
        const acts = actsOf(changes);
        expect(acts.flatMap((act) => act.changes)).toEqual(changes);
        for (const act of acts) expect(act.changes).toContain(act.lead);
      }),
    );
  });
});
